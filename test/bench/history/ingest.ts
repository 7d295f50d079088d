import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { measure } from '../children.ts';
import type { Part } from './bench.ts';
import type { IngestFigures } from './ingest-child.ts';

/** What it takes to write a history. */
export const ingest: Part = {
  sessions: 100_000,
  async run(sessions, folder) {
    const key = randomBytes(32).toString('hex');
    const into = (name: string) => ({ sessions, file: join(folder, name), key });
    const ours = await measure<IngestFigures>('history/ingest-child.ts', into('history.sqlite'));
    const plain = await measure<IngestFigures>('history/plain-table-child.ts', into('plain'));
    return [
      {
        name: `ingest of ${sessions} sessions, encrypted, CPU of main and worker`,
        measured: ours.cpuMs,
        floor: plain.cpuMs,
        floorName: 'one plain table in the same cipher',
        unit: 'ms',
        target: { atMost: 2.3 },
      },
    ];
  },
};
