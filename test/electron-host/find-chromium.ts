import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Chromium is installed behind a shell script that costs a tenth of a second. */
const behindWrappers: Readonly<Record<string, string>> = {
  '/usr/bin/chromium': '/usr/lib/chromium/chromium',
  '/usr/bin/google-chrome': '/opt/google/chrome/chrome',
  '/usr/bin/google-chrome-stable': '/opt/google/chrome/chrome',
};

const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Playwright's own download puts the browser, below `chromium-<revision>`. */
const downloaded = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/**
 * The Chromium the host runs on: `TAGWERK_CHROMIUM`, else an installed Chromium or Chrome, else the
 * newest one Playwright downloaded.
 *
 * @param places folders to look in before those of `PATH`
 * @returns its executable, or null where there is none.
 */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  places: readonly string[] = ['/usr/bin'],
): string | null {
  const named = env['TAGWERK_CHROMIUM'];
  if (named) return isExecutable(named) ? named : null;
  const candidates = [...onPath(env, places), ...applications, ...playwrightDownloads(env)];
  const found = candidates.find(isExecutable);
  if (found === undefined) return null;
  const behind = behindWrappers[found];
  return behind !== undefined && isExecutable(behind) ? behind : found;
}

function onPath(env: NodeJS.ProcessEnv, places: readonly string[]): string[] {
  const folders = [...places, ...(env['PATH'] ?? '').split(delimiter).filter(Boolean)];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function playwrightDownloads(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME'] ?? homedir();
  const cache =
    env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
  try {
    const revisions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
    const newestFirst = revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
    return newestFirst.flatMap((name) => downloaded.map((file) => join(cache, name, file)));
  } catch {
    return [];
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
