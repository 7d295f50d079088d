import { measure } from '../children.ts';
import type { Figure } from '../report.ts';
import type { Part } from './bench.ts';
import { percentile } from './clock.ts';
import type { ColumnsFigures } from './columns-child.ts';
import type { SqlFigures } from './sql-child.ts';
import { choiceNames, type ChoiceName, typed } from './typed.ts';

const beside: Readonly<Record<ChoiceName, { readonly words: string; readonly target: number }>> = {
  none: { words: '', target: 0.6 },
  period: { words: ', 90 days', target: 0.35 },
  client: { words: ', one client, a year', target: 0.35 },
};

/**
 * FTS5 takes "pc-buc" for two words, one after the other, and needs longer for them: where they are left out it is
 * seen at its best.
 */
const plain = typed.flatMap((text, at) => (text.includes('-') ? [] : at));
const p95 = (times: readonly number[]) => percentile(times, 0.95);

/** Search, totals and both together, beside SQLite with every index it could wish for. */
export const search: Part = {
  sessions: 1_000_000,
  async run(sessions, folder) {
    const ours = await measure<ColumnsFigures>('history/columns-child.ts', { sessions });
    const sql = await measure<SqlFigures>('history/sql-child.ts', { sessions, folder });
    const of = `${sessions} sessions`;
    return [
      ...choiceNames.map((name): Figure => {
        const { words, target } = beside[name];
        return {
          name: `count and first page, ${of}${words}, p95 of ${typed.length} typed`,
          measured: p95(ours.alone[name]),
          floor: p95(sql.alone[name]),
          floorName: 'FTS5 prefix',
          unit: 'ms',
          target: { atMost: target },
        };
      }),
      {
        name: `the same, ${of}, p95 of the ${plain.length} that are one word to FTS5`,
        measured: p95(plain.map((at) => ours.alone.none[at] ?? Number.NaN)),
        floor: p95(plain.map((at) => sql.alone.none[at] ?? Number.NaN)),
        floorName: 'FTS5 prefix',
        unit: 'ms',
        target: { atMost: beside.none.target },
      },
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
        measured: p95(ours.together[name]),
        floor: p95(ours.alone[name]),
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
