import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rm, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What SQLite lays beside a file. */
const companions = ['-wal', '-shm', '-journal'] as const;

/** Set-aside files are for a person who wants to have them looked at; more than these nobody keeps. */
const mostSetAside = 3;

export type AsideReason = 'damaged' | 'key-lost';

/** Makes the folder a history lies in, readable by its owner alone. */
export function makeFolder(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}

/** Bytes of a file; 0 where there is none. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Whether the last one who had the file open left without closing it. */
export function wasLeftOpen(file: string): boolean {
  return sizeOf(`${file}-wal`) > 0;
}

/** The first bytes of a file; fewer where it is shorter. */
export function readStart(file: string, bytes: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(bytes);
    return start.subarray(0, readSync(descriptor, start, 0, bytes, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Moves a file out of the way together with what SQLite laid beside it.
 *
 * @param at UTC ms; names the file, without the colons that Windows refuses.
 * @returns where it lies now.
 */
export function setAside(file: string, reason: AsideReason, at: number): string {
  const stamp = new Date(at).toISOString().replaceAll(':', '-');
  const aside = freeName(`${file}.${reason}-${stamp}`);
  renameSync(file, aside);
  for (const companion of companions) {
    if (sizeOf(file + companion) > 0) renameSync(file + companion, aside + companion);
    else rmSync(file + companion, { force: true });
  }
  forgetOldest(file);
  return aside;
}

/** The copy that is made before a migration. */
export function copyName(file: string, version: number): string {
  return `${file}.before-${version + 1}`;
}

/** Removes the copies of migrations that are known to have gone well. */
export function removeCopies(file: string): void {
  for (const name of besides(file)) {
    if (/^\.before-\d+$/.test(name.slice(basename(file).length))) rmSync(join(dirname(file), name));
  }
}

/** Removes a closed history and everything that ever came of it: companions, copies, what was set aside. */
export async function removeHistory(file: string): Promise<void> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  const ours = names.filter((name) => belongs(name, basename(file)));
  await Promise.all(ours.map((name) => rm(join(folder, name), { force: true })));
}

function forgetOldest(file: string): void {
  const isAside = /^\.(damaged|key-lost)-/;
  const stampOf = (name: string) => name.replace(/^.*\.(damaged|key-lost)-/, '');
  const aside = besides(file)
    .filter((name) => isAside.test(name.slice(basename(file).length)))
    .filter((name) => !companions.some((companion) => name.endsWith(companion)))
    .sort((a, b) => (stampOf(a) < stampOf(b) ? 1 : -1));
  for (const name of aside.slice(mostSetAside)) {
    for (const companion of ['', ...companions]) {
      rmSync(join(dirname(file), name + companion), { force: true });
    }
  }
}

function besides(file: string): string[] {
  return readdirSync(dirname(file)).filter((name) => belongs(name, basename(file)));
}

function belongs(name: string, base: string): boolean {
  return name === base || name.startsWith(`${base}-`) || name.startsWith(`${base}.`);
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let count = 2; sizeOf(name) > 0; count++) name = `${wanted}.${count}`;
  return name;
}
