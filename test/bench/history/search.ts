import { measure } from '../children.ts';
import type { Figure } from '../report.ts';
import type { Part } from './bench.ts';
import type { ColumnsFigures } from './columns-child.ts';
import type { SqlFigures } from './sql-child.ts';
import { choiceNames, type ChoiceName, typed } from './typed.ts';

const beside: Readonly<Record<ChoiceName, { readonly words: string; readonly target: number }>> = {
  none: { words: '', target: 0.6 },
  period: { words: ', 90 days', target: 0.35 },
  client: { words: ', one client, a year', target: 0.35 },
};

/** Search, totals and both together, beside SQLite with every index it could wish for. */
export const search: Part = {
  sessions: 1_000_000,
  async run(sessions, folder) {
    const ours = await measure<ColumnsFigures>('history/columns-child.ts', {
      sessions,
      snapshotFile: null,
    });
    const sql = await measure<SqlFigures>('history/sql-child.ts', { sessions, folder });
    const of = `${sessions} sessions`;
    return [
      ...choiceNames.map((name): Figure => {
        const { words, target } = beside[name];
        return {
          name: `count and first page, ${of}${words}, p95 of ${typed.length} typed`,
          measured: ours.alone[name],
          floor: sql.alone[name],
          floorName: 'FTS5 prefix',
          unit: 'ms',
          target: { atMost: target },
        };
      }),
      {
        name: `time by client, technician and day, ${of}`,
        measured: ours.totalsMs,
        floor: sql.totalsMs,
        floorName: 'three covering indexes',
        unit: 'ms',
        target: { timesFaster: 20 },
      },
      ...choiceNames.map((name): Figure => ({
        name: `the same with totals, facets and charts, ${of}${beside[name].words}, p95`,
        measured: ours.together[name],
        floor: ours.alone[name],
        floorName: 'count and first page alone',
        unit: 'ms',
        ...(name === 'none' ? { target: { atMost: 2 } } : {}),
      })),
      {
        name: `100 changed rows and the search after them, ${of}`,
        measured: ours.changedMs,
        floor: ours.buildMs,
        floorName: 'building the columns',
        unit: 'ms',
      },
    ];
  },
};
