import { open as openInspector } from 'node:inspector';
import { createRequire, enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { locateApp, type LocatedApp } from './app-location.ts';
import { parseCommandLine } from './command-line.ts';
import { createHost } from './host.ts';
import { resolveElectron } from './hooks.ts';
import { dressProcess } from './process.ts';

const root = join(import.meta.dirname, '../..');
enableCompileCache(join(root, 'node_modules/.cache/electron-host'));

const executable = process.env['TAGWERK_HOST_EXECUTABLE'] ?? process.execPath;
const args = process.argv.slice(2);
const commandLine = parseCommandLine(args);
const located = locate();

function locate(): LocatedApp {
  try {
    return locateApp(commandLine.appPath, process.cwd());
  } catch (error) {
    console.error(`electron host: ${(error as Error).message}`);
    process.exit(1);
  }
}

dressProcess({ executable, args, appPath: located.path, root });

const host = createHost({
  commandLine,
  executable,
  identity: () => located,
  leave: (code) => process.exit(code),
});

resolveElectron(host.electron);
// Once here, so that a debugger that asks for `electron` never meets it half loaded.
await import('electron');
if (commandLine.inspect) openInspector(commandLine.inspect.port, commandLine.inspect.host, false);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => host.quit());

const require = createRequire(join(process.cwd(), 'electron-host.cjs'));
for (const module of commandLine.modules) require(module);
host.start();

try {
  await import(pathToFileURL(located.main).href);
  await host.loaded();
} catch (error) {
  console.error(error);
  process.exit(1);
}
