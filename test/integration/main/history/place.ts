import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openHistory } from '../../../../src/main/history/index.ts';
import type { History, HistoryPlace, OpenedHistory } from '../../../../src/main/history/types.ts';
import type { Session } from '../../../../src/shared/session.ts';
import { workerUrl } from './worker-url.ts';

export { workerUrl };

export type FilePlace = Extract<HistoryPlace, { kind: 'file' }>;

/** A folder of its own for one test, gone afterwards. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tagwerk-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function freshPlace(folder = freshFolder()): FilePlace {
  return { kind: 'file', file: join(folder, 'history.sqlite'), key: randomBytes(32) };
}

/** Opens a place on a real worker; it is closed with the test at the latest. */
export async function open(place: HistoryPlace, now = Date.now): Promise<OpenedHistory> {
  const opened = await openHistory({ place, workerUrl, now });
  onTestFinished(() => opened.history.close().catch(() => undefined));
  return opened;
}

/** Every session held as present, newest first. */
export async function everything(history: Pick<History, 'slice'>): Promise<Session[]> {
  const all: Session[] = [];
  for (;;) {
    const slice = await history.slice(all.at(-1)?.id ?? null, 5000);
    if (slice.length === 0) return all;
    all.push(...slice);
  }
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}
