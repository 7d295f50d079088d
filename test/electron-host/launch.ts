import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const host = join(import.meta.dirname, 'dist');
const electron = join(root, 'node_modules/electron');

/**
 * Whether Electron's own binary lies in `node_modules`. Looks, and never downloads.
 */
export function hasRealElectron(): boolean {
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return false;
  return existsSync(join(electron, 'dist', readFileSync(pathFile, 'utf8').trim()));
}

/** What specs run on here: real Electron wants its binary and a display, the host neither. */
export function whichElectron(env: NodeJS.ProcessEnv = process.env): 'electron' | 'host' {
  if (env['TAGWERK_HOST'] === '1') return 'host';
  const display = process.platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  return hasRealElectron() && display ? 'electron' : 'host';
}

/**
 * The environment in which `electron`, and so Playwright's `_electron.launch`, starts what
 * {@link whichElectron} names.
 *
 * Playwright finds the executable in its own process: put `ELECTRON_OVERRIDE_DIST_PATH` of the answer
 * into `process.env` as well, or call {@link useElectron} once before the first launch.
 */
export function launchEnvironment(base: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const env = { ...base };
  delete env['ELECTRON_RUN_AS_NODE'];
  if (whichElectron(base) === 'host') env['ELECTRON_OVERRIDE_DIST_PATH'] = host;
  else delete env['ELECTRON_OVERRIDE_DIST_PATH'];
  return env;
}

/** Points this process at what {@link whichElectron} names. */
export function useElectron(env: NodeJS.ProcessEnv = process.env): void {
  const wanted = launchEnvironment(env)['ELECTRON_OVERRIDE_DIST_PATH'];
  if (wanted === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = wanted;
}
