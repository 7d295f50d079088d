import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'electron-host-';

/** Links that Chromium itself would hand to a program of the desktop. */
const outward = ['mailto', 'tel', 'sms', 'webcal', 'news', 'ftp', 'ssh', 'irc', 'magnet'];

/** A folder for one Chromium. What killed hosts left behind is removed on the way. */
export function createProfile(): string {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const excluded = Object.fromEntries(outward.map((scheme) => [scheme, true]));
  const preferences = {
    protocol_handler: { excluded_schemes: excluded },
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
    translate: { enabled: false },
  };
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify(preferences));
  return folder;
}

export function removeProfile(folder: string): void {
  // Chromium's last children may still be writing.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 40 });
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeProfile(join(tmpdir(), name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
