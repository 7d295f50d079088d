import { openSync, readSync, statSync, closeSync } from 'node:fs';
import { createColumns, restoreColumns } from '../../../src/main/history/columns/index.ts';
import type { Columns } from '../../../src/main/history/columns/types.ts';
import { input } from '../children.ts';
import { residentMemory } from './clock.ts';
import { sampleHistory } from './sample.ts';
import { requestOf, typed } from './typed.ts';

export interface MemoryFigures {
  /** Bytes. */
  readonly before: number;
  readonly after: number;
}

/** Resident memory before columns are there and once they have answered what is typed. */
const { sessions, snapshotFile } = await input<{
  sessions: number;
  /** Null to build them from the rows. */
  snapshotFile: string | null;
}>();
// Whoever makes the rows is no part of what is measured, but what it keeps is there before.
if (snapshotFile === null)
  for (const batch of sampleHistory(Math.min(sessions, 100_000), 'newest')) batch.at(0);
exercise(createColumns());
const before = residentMemory();
const columns = snapshotFile === null ? built() : restored(snapshotFile);
exercise(columns);
const figures: MemoryFigures = { before, after: residentMemory() };
if (columns.size !== sessions) throw new Error(`${columns.size} sessions`);
process.send?.(figures);

function exercise(columns: Columns): void {
  for (const text of ['', ...typed]) {
    const found = columns.search(requestOf(text), () => false);
    if (found) JSON.stringify([found.totals, found.facets, found.charts, found.page(0, 100)]);
  }
}

function built(): Columns {
  const columns = createColumns();
  let pk = sessions;
  for (const batch of sampleHistory(sessions, 'newest'))
    for (const session of batch) columns.put(pk--, session);
  return columns;
}

function restored(file: string): Columns {
  const bytes = new Uint8Array(statSync(file).size);
  const from = openSync(file, 'r');
  // Reading it whole would take as much again for a while.
  for (let at = 0; at < bytes.length; at += 1 << 23)
    readSync(from, bytes, at, Math.min(1 << 23, bytes.length - at), at);
  closeSync(from);
  const columns = restoreColumns(bytes);
  if (columns === null) throw new Error('what was saved cannot be restored');
  return columns;
}
