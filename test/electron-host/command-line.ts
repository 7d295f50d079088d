/** What the host was started with, read as Electron reads its own arguments. */
export interface CommandLine {
  /** Modules to load before the app (`-r FILE`). */
  readonly modules: readonly string[];
  /** The folder, file or package to run; null where none was named. */
  readonly appPath: string | null;
  /** Where a debugger of the main process may attach; null without `--inspect`. */
  readonly inspect: { readonly host: string; readonly port: number } | null;
  /** Port of Chromium's DevTools; null keeps it closed. */
  readonly debuggingPort: number | null;
  /** Every `--name` and `--name=value`, names in lower case. */
  readonly switches: ReadonlyMap<string, string>;
}

/** @param args what follows the executable. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const switches = readSwitches(args);
  const { modules, appPath } = readOperands(args);
  const debuggingPort = switches.get('remote-debugging-port');
  return {
    modules,
    appPath,
    inspect: readInspect(switches),
    debuggingPort: debuggingPort === undefined ? null : Number(debuggingPort) || 0,
    switches,
  };
}

/** The first argument without a dash is the app; what follows belongs to the app alone. */
function readOperands(args: readonly string[]): Pick<CommandLine, 'modules' | 'appPath'> {
  const modules: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      const file = args[index];
      if (file !== undefined) modules.push(file);
    } else if (!arg.startsWith('-')) {
      return { modules, appPath: arg };
    }
  }
  return { modules, appPath: null };
}

function readSwitches(args: readonly string[]): Map<string, string> {
  const switches = new Map<string, string>();
  for (const arg of args) {
    if (arg === '--') break;
    const match = /^--([^=]+)(?:=([\s\S]*))?$/.exec(arg);
    if (match?.[1] !== undefined) switches.set(match[1].toLowerCase(), match[2] ?? '');
  }
  return switches;
}

function readInspect(switches: ReadonlyMap<string, string>): CommandLine['inspect'] {
  const value = switches.get('inspect');
  if (value === undefined) return null;
  const match = /^(?:(.*):)?(\d+)$/.exec(value);
  return { host: match?.[1] ?? '127.0.0.1', port: Number(match?.[2] ?? 9229) };
}
