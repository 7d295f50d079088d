import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sessionDetailsSchema } from '../../../../../src/shared/history/details.ts';
import { historyResultSchema, type HistoryLine } from '../../../../../src/shared/history/result.ts';
import { anySession } from '../support/any-session.ts';
import { noon, question, setUp, zone } from '../support/search.ts';
import { manySessions, sessionOf, technician } from '../support/sessions.ts';

function ids(lines: readonly HistoryLine[] | null | undefined) {
  return lines?.map((line) => (line.kind === 'session' ? line.row.id : line.group.key));
}

const many = manySessions(250, noon - 1e9, noon).map((each, at) => ({
  ...each,
  createdAt: noon - 1e9 + at * 1000,
}));
const newest = many.toReversed();

describe('a search', () => {
  it('answers with everything about what was found, and its first page', () => {
    const other = { ...technician, name: null, email: 'bob@x.example', userId: 'b' };
    const guest = { ...technician, name: 'Gast', email: null, companyUuid: null };
    const a = sessionOf({
      id: 'a',
      customDurationMs: 900_000,
      participants: [technician, other, guest],
    });
    const { store, ask } = setUp([a, sessionOf({ id: 'b', name: 'Etwas anderes' })]);
    store.setNote('a', 'Rückruf', 1);
    const found = ask({ text: 'DRÜCKER' });
    expect(v.parse(historyResultSchema, found)).toEqual(found);
    expect(found).toMatchObject({ result: 101, held: 2, lines: 1, highlights: ['DRÜCKER'] });
    expect(found?.totals).toMatchObject({ sessions: 1, customMs: 900_000 });
    expect(found?.page).toEqual([
      {
        kind: 'session',
        row: {
          id: 'a',
          name: a.name,
          type: a.type,
          state: a.state,
          invoiceState: a.invoiceState,
          clientName: 'Müller & Söhne',
          clientNumber: '00417',
          computerName: 'PC-EMPFANG',
          technicians: ['Jana Weiß', 'bob@x.example'],
          startedAt: a.createdAt,
          finishedAt: a.finishedAt,
          updatedAt: a.lastUpdatedAt,
          measuredMs: 3_600_000,
          customMs: 900_000,
          billableMs: 900_000,
          hasNote: true,
        },
      },
    ]);
  });

  it('is answered with null where it was overtaken', () => {
    const { search, ask, overtake } = setUp(many);
    overtake();
    expect(search.search(question(), 0)).toBeNull();
    expect(ask()?.totals.sessions).toBe(250);
  });

  it('can be read on page by page', () => {
    const { search, ask } = setUp(many);
    const found = ask();
    const number = found?.result ?? 0;
    const read = [
      ...(ids(found?.page) ?? []),
      ...(ids(search.page(number, 100, 100)) ?? []),
      ...(ids(search.page(number, 200, 100)) ?? []),
    ];
    expect(read).toEqual(newest.map((each) => each.id));
    expect(search.page(number, 250, 100)).toEqual([]);
  });

  it('stays readable as it was found, whatever is written, until a purge', () => {
    const { store, search, ask } = setUp(many);
    const number = ask()?.result ?? 0;
    const [first, second] = newest;
    if (!first || !second) throw new Error('no sessions');
    store.markVanished([first.id], 1);
    store.write([
      { ...second, name: 'neu', lastUpdatedAt: second.lastUpdatedAt + 1 },
      sessionOf({ id: 'new', createdAt: noon + 1 }),
    ]);
    const page = search.page(number, 0, 2);
    expect(ids(page)).toEqual([first.id, second.id]);
    expect(page?.[1]).toMatchObject({ row: { name: 'neu' } });
    expect(ids(ask()?.page)?.slice(0, 2)).toEqual(['new', second.id]);
    store.purgeBefore(noon - 1e9 + 5000);
    expect(search.page(number, 0, 2)).toBeNull();
    expect(search.rowsOf(number, [{ first: 0, last: 2 }], 10)).toBeNull();
  });

  it('is remembered until four others came', () => {
    const { search, ask } = setUp(many);
    const numbers = [1, 2, 3, 4, 5].map(() => ask()?.result ?? 0);
    expect(search.page(numbers[0] ?? 0, 0, 1)).toBeNull();
    expect(search.page(numbers[1] ?? 0, 0, 1)).toHaveLength(1);
  });

  it('survives what any server says and anybody types', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anySession, { selector: (each) => each.id, maxLength: 8 }),
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom(
            '"',
            '-',
            '--x',
            'client:',
            'from:2026-02-31',
            'from:2026-12-01 to:2026-01-01',
            '.*[',
            "' OR 1=1 --",
            'a'.repeat(10_000),
            '\ud800',
          ),
        ),
        (sessions, text) => {
          const { store, search, ask } = setUp(sessions);
          const found = ask({ text });
          expect(v.is(historyResultSchema, found)).toBe(true);
          for (const { id } of sessions) {
            expect(v.is(sessionDetailsSchema, search.session(id, zone))).toBe(true);
          }
          store.db.close();
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('rows to copy', () => {
  it('are those of the lines, in order, each once, at most so many', () => {
    const { store, search, ask } = setUp(many);
    const number = ask()?.result ?? 0;
    const rows = (most: number, ...ranges: [number, number][]) =>
      search
        .rowsOf(
          number,
          ranges.map(([first, last]) => ({ first, last })),
          most,
        )
        ?.map((row) => newest.findIndex((each) => each.id === row.id));
    expect(rows(10, [3, 5], [200, 200])).toEqual([3, 4, 5, 200]);
    expect(rows(10, [3, 5], [4, 6])).toEqual([3, 4, 5, 6]);
    expect(rows(2, [3, 5])).toEqual([3, 4]);
    expect(rows(10, [248, 1e9])).toEqual([248, 249]);
    expect(rows(10, [9, 3])).toEqual([]);
    expect(rows(1000, [0, Number.MAX_SAFE_INTEGER])).toHaveLength(250);
    store.markVanished([newest[4]?.id ?? ''], 1);
    expect(rows(10, [3, 5])).toEqual([3, 5]);
    expect(search.rowsOf(1, [{ first: 0, last: 1 }], 10)).toBeNull();
  });
});
