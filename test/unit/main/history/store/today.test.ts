import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { migrations } from '../../../../../src/main/history/store/migrations.ts';
import { openPlace } from '../../../../../src/main/history/store/open-store.ts';
import { createStore } from '../../../../../src/main/history/store/store.ts';
import { summarise, type TodayQuery } from '../../../../../src/shared/today.ts';
import { createMemoryHistory } from '../support/memory-history.ts';
import { sessionOf } from '../support/sessions.ts';

const none = { malformed: [] } as const;
const noon = Date.UTC(2026, 10, 23, 11);
const day = 86_400_000;

describe('today', () => {
  it('is what the rules make of every session, however they lie across the week', async () => {
    const week = 7 * day;
    const history = createMemoryHistory(() => noon);
    const at = fc.integer({ min: noon - week - day, max: noon + day });
    const timed = fc.tuple(at, fc.oneof(at, fc.constant(null)));
    await fc.assert(
      fc.asyncProperty(fc.array(timed, { maxLength: 40 }), async (times) => {
        const sessions = times.map(([createdAt, finishedAt], index) =>
          sessionOf({ id: `s${index}`, createdAt, finishedAt, durationMs: null }),
        );
        await history.ingest({ sessions, ...none });
        expect(await history.today(query(noon))).toEqual(summarise(sessions, query(noon)));
        await history.purgeBefore(Number.MAX_VALUE);
      }),
      { numRuns: 100 },
    );
  });

  it('and whatever else is asked often is found along an index, never by looking at every session', () => {
    const { db } = openPlace({ kind: 'memory' }, migrations, () => noon);
    const prepare = vi.spyOn(db, 'prepare');
    createStore(db);
    const asked = prepare.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('sessions'));
    // Counting is done once at the start; purging looks at everything by its nature.
    const often = asked.filter((sql) => !/^SELECT count|max\(pk\)/.test(sql));
    expect(often.length).toBeGreaterThan(6);
    for (const sql of often) {
      const steps = db
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(
          ...(sql.includes(':')
            ? [{ start: 0, end: 0, count: 0, created: 0, pk: 0 }]
            : (sql.match(/\?/g)?.map(() => 0) ?? [])),
        );
      const scans = steps
        .map((step) => step.detail)
        .filter((detail) => /^SCAN sessions$/.test(detail));
      expect(scans, sql).toEqual([]);
    }
    db.close();
  });
});

function query(now: number): TodayQuery {
  return { now, zone: 'Europe/Berlin', scope: 'team', ownEmail: null };
}
