import { join } from 'node:path';
import { measure } from '../children.ts';
import type { Figure } from '../report.ts';
import type { Part } from './bench.ts';
import type { ColumnsFigures } from './columns-child.ts';
import type { MemoryFigures } from './memory-child.ts';

const megabyte = 1_000_000;

/** What the columns take, as they are opened at every start but the first, and as they are built. */
export const memory: Part = {
  sessions: 1_000_000,
  async run(sessions, folder) {
    const snapshotFile = join(folder, 'columns');
    await measure<ColumnsFigures>('history/columns-child.ts', { sessions, snapshotFile });
    const figure = async (from: string, file: string | null): Promise<Figure> => {
      const asked = { sessions, snapshotFile: file };
      const { before, after } = await measure<MemoryFigures>('history/memory-child.ts', asked);
      return {
        name: `resident memory with ${sessions} sessions ${from}`,
        measured: after / megabyte,
        floor: before / megabyte,
        floorName: 'before them',
        unit: 'MB',
        target: { gainAtMost: 180 },
      };
    };
    return [
      await figure('restored from what was saved', snapshotFile),
      await figure('built from the rows', null),
    ];
  },
};
