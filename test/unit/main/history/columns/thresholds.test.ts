import { expect, test, vi } from 'vitest';
import { createColumns, restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import type { Columns, SearchRequest } from '../../../../../src/main/history/columns/types.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { randomFrom, sessionOf, technician } from '../support/sessions.ts';
import { naiveAnswer } from './naive/index.ts';
import { all, asking, base, expectSame, filled, search } from './support/columns.ts';

// Some seconds, unless others want the machine as well.
vi.setConfig({ testTimeout: 300_000 });

const quarter = 900_000;
const newest = Date.UTC(2026, 10, 23, 11);

/** Sessions of a quarter of a year, the newest first, with more distinct names than 16 bits can number. */
function history(count: number): Map<number, Session> {
  const random = randomFrom(7);
  const one = (most: number) => Math.floor(random() * most);
  return new Map(
    Array.from({ length: count }, (_, at) => {
      const createdAt = newest - one(90 * 96) * quarter;
      const durationMs = one(8) * quarter;
      const id = one(300);
      const client = { folderId: `f${id}`, name: `Kunde ${id}`, number: `${id}` };
      const email = `t${one(40)}@systemhaus.example`;
      const session = sessionOf({
        id: `${at}`,
        name: `Sitzung ${at}`,
        state: ['Finished', 'Interrupted'][one(2)] ?? '',
        client: one(20) === 0 ? null : client,
        participants: [{ ...technician, name: email.slice(0, 3), email, userId: null }],
        createdAt,
        finishedAt: one(500) === 0 ? null : createdAt + durationMs,
        durationMs: one(9) === 0 ? null : durationMs,
      });
      return [at + 1, session] as const;
    }),
  );
}

const rule = { mode: 'up', step: 15, minimum: 30, per: 'clientDay', mergeGap: 15 } as const;
const questions: Readonly<Record<string, SearchRequest>> = {
  all: { ...base, rules: { standard: rule, clients: {} } },
  typed: { ...asking('sitzung 65', 'kunde 1'), sort: { column: 'client', descending: false } },
  grouped: { ...asking('t3'), group: 'technician', sort: { column: 'measured', descending: true } },
  filtered: {
    ...base,
    start: newest - 30 * 96 * quarter,
    clients: ['f1', 'f2', ''],
    states: ['Finished'],
    group: 'week',
  },
};

function expectTrue(columns: Columns, held: ReadonlyMap<number, Session>): void {
  expect(columns.size).toBe(held.size);
  for (const asked of Object.values(questions))
    expectSame(all(columns, asked), naiveAnswer(held, asked));
}

test('more sessions and names than 16 bits can number, grown one by one', () => {
  const held = history(66_000);
  const columns = createColumns();
  for (const [pk, session] of held) {
    columns.put(pk, session);
    // Searches in between leave columns behind that have to be brought up to date.
    if (pk % 13_000 === 0) search(columns, questions.typed ?? base);
  }
  expectTrue(columns, held);
  const again = restoreColumns(columns.save());
  expectSame(again && all(again, base), all(columns, base));
});

test('fifty thousand and more that are replaced and removed are given back, and nothing else is', () => {
  const held = history(70_000);
  const columns = filled(held);
  const before = search(columns, questions.grouped ?? base);
  const then = before.page(0, 50);
  for (const pk of held.keys()) {
    if (pk % 6 === 0) continue;
    columns.remove(pk);
    held.delete(pk);
  }
  expectTrue(columns, held);
  expect(before.page(0, 50)).toEqual(then);
  for (const [pk, session] of held) {
    for (let version = 0; version < 5; version++)
      columns.put(pk, { ...session, name: `v${version}` });
    held.set(pk, { ...session, name: 'v4' });
  }
  expectTrue(columns, held);
  expect(search(columns, asking('v3')).lines).toBe(0);
  columns.put(3, sessionOf({ id: 'again', createdAt: newest + 1 }));
  held.set(3, sessionOf({ id: 'again', createdAt: newest + 1 }));
  expectTrue(columns, held);
});

test('what began before an instant goes, however much it is', () => {
  const held = history(66_000);
  const columns = filled(held);
  const instant = newest - 10 * 96 * quarter;
  columns.removeBefore(instant);
  for (const [pk, { createdAt }] of held) if (createdAt < instant) held.delete(pk);
  expect(held.size).toBeLessThan(10_000);
  expectTrue(columns, held);
  columns.removeBefore(Infinity);
  expectTrue(columns, new Map());
});

test('a search ends wherever it is overtaken', () => {
  const columns = filled(history(140_000));
  for (const asked of Object.values(questions)) {
    let times = 0;
    expect(columns.search(asked, () => ++times < 0)).not.toBeNull();
    expect(times).toBeGreaterThan(0);
    for (let overtaken = 1; overtaken <= times; overtaken++) {
      let at = 0;
      expect(columns.search(asked, () => ++at >= overtaken)).toBeNull();
      expect(at).toBe(overtaken);
    }
  }
});
