import { openHistory } from '../../../src/main/history/index.ts';
import { newestFirst, noFilter } from '../../../src/shared/history/query.ts';
import { input } from '../children.ts';
import { residentMemory } from './clock.ts';
import { newest } from './sample.ts';
import { typed } from './typed.ts';

export interface MemoryFigures {
  /** Resident memory of the process once the worker has answered what is typed, bytes. */
  readonly resident: number;
  /** Sessions the last search looked through. */
  readonly held: number;
}

/** Opens a history, types, and closes it, which saves what was built. */
const { file, key } = await input<{ file: string; key: string }>();
const workerUrl = new URL('../../../src/main/history/worker.ts', import.meta.url);
const place = { kind: 'file', file, key: Buffer.from(key, 'hex') } as const;
const { history } = await openHistory({ place, workerUrl, now: Date.now });
let held = 0;
for (const text of ['', ...typed]) {
  const query = { filter: { ...noFilter, text }, sort: newestFirst, group: 'none' } as const;
  const asked = { query, now: newest, zone: 'Europe/Berlin', ownEmail: null };
  held = (await history.search(asked))?.held ?? 0;
}
const figures: MemoryFigures = { resident: residentMemory(), held };
await history.close();
process.send?.(figures);
