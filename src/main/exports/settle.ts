import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { HistoryExports } from '../history/types.ts';

/**
 * Sets right what a program that was killed left of its exports: one whose file took its name counts, of any other
 * nothing is left. To be called before exports begin.
 */
export async function settleExports(
  history: Pick<HistoryExports, 'unfinished' | 'finish' | 'drop'>,
): Promise<void> {
  for (const { id, path, part, sha256 } of await history.unfinished()) {
    if (sha256 !== null && (await hashOf(path)) === sha256) {
      await history.finish(id);
      continue;
    }
    await rm(part, { force: true }).catch(() => undefined);
    // One of several in a folder that did not take its name either: the last of them takes it away.
    if (isPart(dirname(part))) await rmdir(dirname(part)).catch(() => undefined);
    await history.drop(id);
  }
}

function isPart(folder: string): boolean {
  return /^\.tagwerk-[0-9a-f]{12}\.part$/.test(basename(folder));
}

/** SHA-256 in hexadecimal digits; null where there is no file to read. */
export async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
