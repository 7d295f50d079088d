import type { TrayState } from './desktop/tray-state.ts';

/** Without a tray, what its icon would tell goes to the terminal: a line whenever it is another. */
export function createPrinter(write: (text: string) => void): (state: TrayState) => void {
  let last = '';
  return ({ tooltip }) => {
    const line = tooltip.replaceAll('\n', ' · ');
    if (line === last) return;
    last = line;
    write(`${line}\n`);
  };
}
