import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { measure } from '../children.ts';
import type { Part } from './bench.ts';
import type { IngestFigures } from './ingest-child.ts';
import type { OpenFigures } from './open-child.ts';

/** From the worker's start to the first answer: with the columns saved, and without. */
export const open: Part = {
  sessions: 1_000_000,
  async run(sessions, folder) {
    const key = randomBytes(32).toString('hex');
    const file = join(folder, 'history.sqlite');
    await measure<IngestFigures>('history/ingest-child.ts', { sessions, file, key });
    // The first start finds nothing saved and builds; it saves as it closes.
    const built = await measure<OpenFigures>('history/open-child.ts', { file, key });
    const restored = await measure<OpenFigures>('history/open-child.ts', { file, key });
    if (built.found === 0 || built.found !== restored.found) throw new Error('found differently');
    return [
      {
        name: `open ${sessions} sessions until the first search is answered`,
        measured: restored.cpuMs,
        floor: built.cpuMs,
        floorName: 'the same, built from the rows',
        unit: 'ms',
        target: { timesFaster: 5 },
      },
    ];
  },
};
