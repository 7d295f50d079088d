import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createColumns, restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import { createSearch } from '../../../../../src/main/history/search/index.ts';
import type { Question } from '../../../../../src/main/history/search/types.ts';
import { noRounding } from '../../../../../src/shared/billing/rule.ts';
import { sessionDetailsSchema } from '../../../../../src/shared/history/details.ts';
import {
  newestFirst,
  noFilter,
  type HistoryFilter,
} from '../../../../../src/shared/history/query.ts';
import { historyResultSchema, type HistoryLine } from '../../../../../src/shared/history/result.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { anySession } from '../support/any-session.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { createNaiveColumns, restoreNaiveColumns } from '../support/naive-columns.ts';
import { companyUuid, manySessions, sessionOf, technician } from '../support/sessions.ts';

const noon = Date.UTC(2026, 10, 23, 11);
const zone = 'Europe/Berlin';

function setUp(sessions: readonly Session[]) {
  const store = createMemoryStore();
  store.write(sessions);
  let number = 100;
  let ticket = 0;
  let latest = 0;
  const search = createSearch({
    store,
    createColumns: () => createNaiveColumns(),
    restoreColumns: restoreNaiveColumns,
    nextNumber: () => ++number,
    isOvertaken: (own) => own !== latest,
  });
  const ask = (filter: Partial<HistoryFilter> = {}) => {
    latest = ++ticket;
    return search.search(question(filter), ticket);
  };
  return { store, search, ask, overtake: () => ++latest };
}

function question(filter: Partial<HistoryFilter> = {}): Question {
  const query = { filter: { ...noFilter, ...filter }, sort: newestFirst, group: 'none' } as const;
  return { query, now: noon, zone, ownEmail: null };
}

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

describe('the real columns, kept in step', () => {
  const restless = fc.tuple(anySession, fc.nat(11), fc.nat(3)).map(([session, id, version]) => ({
    ...session,
    id: `s${id}`,
    createdAt: noon - id * 3_600_000 * 13,
    finishedAt: session.finishedAt === null ? null : noon + id * version,
    lastUpdatedAt: version,
  }));
  const step = fc.oneof(
    fc.record({ put: fc.array(restless, { maxLength: 4 }) }),
    fc.record({ vanish: fc.nat(11) }),
    fc.record({ purge: fc.nat(11) }),
    fc.constant('save' as const),
  );

  it('answer as freshly built ones do, whatever was written, removed and purged', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = createMemoryStore();
        const start = () =>
          createSearch({
            store,
            createColumns,
            restoreColumns,
            nextNumber: () => 1,
            isOvertaken: () => false,
          });
        const held = start();
        held.search(question(), 1);
        for (const each of steps) {
          if (each === 'save') held.save();
          else if ('put' in each) store.write(each.put);
          else if ('vanish' in each) store.markVanished([`s${each.vanish}`], 1);
          else store.purgeBefore(noon - each.purge * 3_600_000 * 13);
        }
        for (const group of ['none', 'client', 'technician', 'week'] as const) {
          const asked = { ...question(), query: { ...question().query, group } };
          const answer = held.search(asked, 1);
          const present = store.slice(null, 100);
          expect(answer?.totals.sessions).toBe(present.length);
          const fresh = createColumns();
          for (const { pk, session } of store.sessions.following(0, 100)) fresh.put(pk, session);
          const other = createSearch({
            store: { ...store, onWritten: () => undefined },
            createColumns: () => fresh,
            restoreColumns: () => null,
            nextNumber: () => 1,
            isOvertaken: () => false,
          });
          expect(answer).toEqual(other.search(asked, 1));
        }
        store.db.close();
      }),
      { numRuns: 100 },
    );
  });

  it('hold nothing of what was purged once they are saved', () => {
    const store = createMemoryStore();
    const old = sessionOf({ id: 'old', createdAt: 5, name: 'Altes', client: null });
    store.write([old, ...many]);
    const search = createSearch({
      store,
      createColumns,
      restoreColumns,
      nextNumber: () => 1,
      isOvertaken: () => false,
    });
    expect(search.search(question({ text: 'altes' }), 1)?.totals.sessions).toBe(1);
    const saved = () => {
      search.save();
      return new TextDecoder().decode(store.snapshot.read() ?? undefined);
    };
    expect(saved()).toContain('Altes');
    store.purgeBefore(noon - 1e9);
    expect(saved()).not.toContain('Altes');
    expect(saved()).toContain('Müller');
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

describe('a session by itself', () => {
  it('is told with everything known of it', () => {
    const first = sessionOf({ id: 'a', durationMs: 600_000, commentsLink: 'http://x.example/' });
    const { store, search } = setUp([first]);
    const guest = {
      name: null,
      email: null,
      userId: null,
      companyUuid: null,
      fields: { nick: 'Gast', seen: [1, { a: null }], left: 5 },
    };
    const second = {
      ...first,
      state: 'Closed',
      participants: [technician, guest],
      commentsLink: 'https://x.example/c',
      lastUpdatedAt: first.lastUpdatedAt + 1,
    };
    store.ingest({ sessions: [second], malformed: [] }, 777);
    store.setNote('a', 'Rückruf', 1);
    const rule = { ...noRounding, mode: 'up', step: 15 } as const;
    store.setRule(null, rule);
    const details = search.session('a', zone);
    expect(v.parse(sessionDetailsSchema, details)).toEqual(details);
    expect(details).toMatchObject({
      id: 'a',
      companyUuid,
      zone,
      durationMs: 600_000,
      measuredMs: 600_000,
      customMs: null,
      billableMs: 900_000,
      rule,
      ruleIsClients: false,
      commentsLink: 'https://x.example/c',
      vanishedAt: null,
      note: 'Rückruf',
    });
    expect(details?.participants[1]).toEqual({
      name: null,
      email: null,
      technician: false,
      fields: [
        { name: 'nick', value: 'Gast' },
        { name: 'seen', value: '[1,{"a":null}]' },
        { name: 'left', value: '5' },
      ],
    });
    expect(details?.participants[0]).toMatchObject({ name: 'Jana Weiß', technician: true });
    expect(details?.changes.map((each) => [each.field, each.noticedAt])).toEqual([
      ['state', 777],
      ['participants', 777],
      ['commentsLink', 777],
    ]);
    store.setRule(first.client?.folderId ?? '', noRounding);
    store.markVanished(['a'], 888);
    expect(search.session('a', zone)).toMatchObject({
      billableMs: 600_000,
      ruleIsClients: true,
      vanishedAt: 888,
    });
    expect(search.session('nobody', zone)).toBeNull();
  });
});
