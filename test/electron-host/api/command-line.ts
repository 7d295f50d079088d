import type { CommandLine } from 'electron';
import { strict } from '../strict.ts';

export interface SwitchBoard {
  readonly face: CommandLine;
  /** What was added after the start, which is what Chromium does not know yet. */
  readonly appended: ReadonlyMap<string, string>;
}

/** `app.commandLine`: the host's own arguments and what the app adds to them. */
export function createSwitchBoard(given: ReadonlyMap<string, string>): SwitchBoard {
  const switches = new Map(given);
  const appended = new Map<string, string>();
  const face = {
    appendSwitch(name: string, value = ''): void {
      switches.set(name.toLowerCase(), String(value));
      appended.set(name.toLowerCase(), String(value));
    },
    appendArgument(value: string): void {
      if (value.startsWith('--')) face.appendSwitch(...splitSwitch(value));
    },
    getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
    hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
    removeSwitch(name: string): void {
      switches.delete(name.toLowerCase());
      appended.delete(name.toLowerCase());
    },
  } satisfies CommandLine;
  return { face: strict(face, 'app.commandLine'), appended };
}

function splitSwitch(text: string): [name: string, value: string] {
  const [name = '', ...value] = text.slice(2).split('=');
  return [name, value.join('=')];
}
