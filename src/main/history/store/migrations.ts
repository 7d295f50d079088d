import type { Db } from './database.ts';
import { begin } from './migrations/0001-begin.ts';
import { keep } from './migrations/0002-keep.ts';
import { cards } from './migrations/0003-cards.ts';
import { ledger } from './migrations/0004-ledger.ts';

/** In order; a released one never changes. The file's `user_version` counts those it has been through. */
export const migrations: readonly string[] = [begin, keep, cards, ledger];

export function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Takes a file forward to the newest version, in one transaction.
 *
 * @param keepCopy is called before anything is changed, where the file already holds something.
 */
export function migrate(db: Db, steps: readonly string[], keepCopy: (version: number) => void) {
  const version = versionOf(db);
  if (version >= steps.length) return;
  if (version > 0) keepCopy(version);
  db.transaction(() => {
    for (const step of steps.slice(version)) db.exec(step);
    db.pragma(`user_version = ${steps.length}`);
  }).exclusive();
}
