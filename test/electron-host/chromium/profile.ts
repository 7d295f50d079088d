import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'electron-host-';

/** By these Chromium hands links to the desktop. */
const openers = ['xdg-open', 'xdg-email', 'gio', 'kde-open'];

/** One Chromium's own folder. */
export interface Profile {
  readonly userData: string;
  /** What it finds in place of the desktop's programs: nothing a page asks for leaves the host. */
  readonly programs: string;
}

/** A folder for one Chromium. What killed hosts left behind is removed on the way. */
export function createProfile(): Profile {
  removeLeftovers();
  const userData = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const programs = join(userData, 'programs');
  mkdirSync(programs);
  for (const name of openers) writeFileSync(join(programs, name), '#!/bin/sh\n', { mode: 0o755 });
  const preferences = {
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
    translate: { enabled: false },
  };
  mkdirSync(join(userData, 'Default'));
  writeFileSync(join(userData, 'Default/Preferences'), JSON.stringify(preferences));
  return { userData, programs };
}

/** Removes a folder for good; for exit handlers, and therefore without waiting for anybody else. */
export function removeProfile(folder: string): void {
  // What was killed a moment ago may still finish what it was writing.
  for (let attempt = 0; attempt < 20 && existsSync(folder); attempt += 1) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    pause(10);
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
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
