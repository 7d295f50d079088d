import { measure } from '../children.ts';
import type { Part } from './bench.ts';
import { percentile } from './clock.ts';
import type { ColumnsFigures } from './columns-child.ts';
import type { MiniSearchFigures } from './minisearch-child.ts';

/** Search beside the full-text index in memory that comes nearest. */
export const minisearch: Part = {
  sessions: 100_000,
  async run(sessions) {
    const ours = await measure<ColumnsFigures>('history/columns-child.ts', { sessions });
    const rival = await measure<MiniSearchFigures>('history/minisearch-child.ts', { sessions });
    return [
      {
        name: `count and first page, ${sessions} sessions, p95`,
        measured: percentile(ours.alone.none, 0.95),
        floor: rival.aloneMs,
        floorName: 'MiniSearch',
        unit: 'ms',
        target: { timesFaster: 50 },
      },
    ];
  },
};
