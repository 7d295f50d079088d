import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from '../test/electron-host/find-chromium.ts';
import { findLibreOffice } from '../test/support/libreoffice.ts';

/** Something a command needs from the machine, beyond what `npm ci` brings. */
interface Prerequisite {
  readonly name: string;
  readonly missing: () => boolean;
  /** Debian and Ubuntu packages that bring it. */
  readonly packages: readonly string[];
  /** How a person gets it where we cannot. */
  readonly advice: string;
}

const onLinux = process.platform === 'linux';

const chromium: Prerequisite = {
  name: 'Chromium',
  missing: () => findChromium() === null,
  packages: ['chromium'],
  advice: onLinux
    ? 'install it (Debian: apt-get install chromium) or run: npx playwright install chromium'
    : 'run: npx playwright install chromium',
};

const secretService: Prerequisite = {
  name: 'a Secret Service (GNOME Keyring)',
  missing: () =>
    onLinux && !(onPath('gnome-keyring-daemon') && onPath('dbus-run-session') && hasLibsecret()),
  packages: ['gnome-keyring', 'dbus-daemon', 'libsecret-1-0', 'libglib2.0-bin'],
  advice: 'install gnome-keyring, dbus and libsecret',
};

const virtualDisplay: Prerequisite = {
  name: 'a virtual display (Xvfb)',
  missing: () => onLinux && !hasDisplay() && !onPath('xvfb-run'),
  packages: ['xvfb', 'xauth'],
  advice: 'install xvfb',
};

const libreOffice: Prerequisite = {
  name: 'LibreOffice Calc, which opens exported files',
  missing: () => findLibreOffice() === null,
  packages: ['libreoffice-calc-nogui'],
  advice:
    'install LibreOffice (Debian: apt-get install libreoffice-calc-nogui); its tests are left out until then',
};

const pdfTools: Prerequisite = {
  name: 'what reads PDFs (poppler)',
  missing: () => !['pdftotext', 'pdfinfo', 'pdffonts', 'pdftoppm'].every(onPath),
  packages: ['poppler-utils'],
  advice: onLinux ? 'install poppler-utils' : 'install poppler (macOS: brew install poppler)',
};

export const prerequisites = { chromium, libreOffice, pdfTools, secretService, virtualDisplay };

/** Whether a window could be shown to a person. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return !onLinux || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}

/** A command as it is run where it needs a display: under a virtual one if there is none. */
export function withDisplay(command: readonly string[]): readonly string[] {
  return hasDisplay() ? command : ['xvfb-run', '--auto-servernum', ...command];
}

/**
 * Obtains what is missing: through apt where this is Debian or Ubuntu and we are root. What cannot
 * be had is named in one line each on stderr.
 *
 * @returns whether everything is there now.
 */
export function obtain(wanted: readonly Prerequisite[]): boolean {
  const missing = wanted.filter((each) => each.missing());
  if (missing.length > 0 && canUseApt()) {
    console.log(`Installing ${missing.map((each) => each.name).join(', ')} (apt-get) …`);
    apt(missing.flatMap((each) => each.packages));
  }
  const lacking = missing.filter((each) => each.missing());
  for (const each of lacking) console.error(`Missing: ${each.name}. To get it, ${each.advice}.`);
  return lacking.length === 0;
}

function canUseApt(): boolean {
  return onLinux && process.getuid?.() === 0 && onPath('apt-get');
}

function apt(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: 'ignore',
  });
}

function onPath(program: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.some((folder) => existsSync(`${folder}/${program}`));
}

function hasLibsecret(): boolean {
  const cache = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' });
  if (cache.status === 0) return cache.stdout.includes('libsecret-1.so.0');
  return existsSync('/etc/ld.so.cache') && readFileSync('/etc/ld.so.cache').includes('libsecret-1');
}
