import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { measure } from '../children.ts';
import type { Figure } from '../report.ts';
import type { Part } from './bench.ts';
import type { IngestFigures } from './ingest-child.ts';
import type { MemoryFigures } from './memory-child.ts';

const megabyte = 1_000_000;

/** What the worker gains: as it restores the columns at every start but the first, and as it builds them. */
export const memory: Part = {
  sessions: 1_000_000,
  async run(sessions, folder) {
    const key = randomBytes(32).toString('hex');
    const file = join(folder, 'history.sqlite');
    await measure<IngestFigures>('history/ingest-child.ts', { sessions, file, key });
    const resident = async (of: string, expected: number): Promise<number> => {
      const asked = { file: of, key };
      const { resident, held } = await measure<MemoryFigures>('history/memory-child.ts', asked);
      if (held !== expected) throw new Error(`${held} sessions`);
      return resident / megabyte;
    };
    const none = await resident(join(folder, 'none.sqlite'), 0);
    // The first start finds nothing saved and builds; it saves as it closes.
    const built = await resident(file, sessions);
    const restored = await resident(file, sessions);
    const figure = (how: string, measured: number): Figure => ({
      name: `resident memory with ${sessions} sessions ${how}`,
      measured,
      floor: none,
      floorName: 'the same program without a session',
      unit: 'MB',
      target: { gainAtMost: 180 },
    });
    return [figure('restored from what was saved', restored), figure('built from the rows', built)];
  },
};
