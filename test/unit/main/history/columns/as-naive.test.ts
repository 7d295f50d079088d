import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyColumns, historyGroups } from '../../../../../src/shared/history/query.ts';
import { mostBars, mostChoices } from '../../../../../src/shared/history/result.ts';
import { anySession } from '../support/any-session.ts';
import { sessionOf } from '../support/sessions.ts';
import { facetsOf } from './naive/facets.ts';
import { naiveAnswer } from './naive/index.ts';
import { labelsOf } from './naive/names.ts';
import { inOrder, newestFirst } from './naive/order.ts';
import { all, base, expectSame, filled, search } from './support/columns.ts';
import { scenario } from './support/scenario.ts';

test('every answer is what the plain sessions give', () => {
  fc.assert(
    fc.property(scenario, ({ held, asked }) => {
      expectSame(all(filled(held), asked), naiveAnswer(held, asked));
    }),
    { numRuns: 800 },
  );
});

test('what is billed for each session adds up to what all of them come to', () => {
  fc.assert(
    fc.property(scenario, ({ held, asked }) => {
      const found = search(filled(held), asked);
      const billed = found.billed();
      expect(billed).toHaveLength(found.pks().length);
      expect(billed.every((ms) => ms >= 0)).toBe(true);
      const sum = billed.reduce((total, ms) => total + ms, 0);
      // Fractions of a millisecond are none of a server's, but this one may send them.
      expect(sum).toBeCloseTo(found.totals.billableMs, 3);
    }),
    { numRuns: 400 },
  );
});

test.each(historyColumns)(
  'sessions sorted by %s, in every group, are those of the plain ones',
  (column) => {
    fc.assert(
      fc.property(scenario, fc.boolean(), ({ held, asked }, descending) => {
        const columns = filled(held);
        const wide = {
          ...base,
          zone: asked.zone,
          rules: asked.rules,
          sort: { column, descending },
        };
        for (const group of historyGroups) {
          const grouped = { ...wide, group };
          expectSame(all(columns, grouped), naiveAnswer(held, grouped));
        }
      }),
      { numRuns: 5 },
    );
  },
);

test('whatever a server says is counted, filtered and sorted', () => {
  const wide = { ...base, start: -Infinity, end: Infinity };
  fc.assert(
    fc.property(
      fc.array(anySession, { maxLength: 12 }),
      fc.constantFrom(...historyColumns),
      fc.boolean(),
      (sessions, column, descending) => {
        const held = new Map(sessions.map((each, at) => [at + 1, each]));
        const asked = { ...wide, sort: { column, descending } };
        const found = search(filled(held), asked);
        const order = inOrder(newestFirst(held), asked).map(([pk]) => pk);
        expect([...found.pks()]).toEqual(order);
        const everyone = newestFirst(held);
        const plain = everyone.map(([, session]) => session);
        expectSame(found.facets, facetsOf(plain, asked, labelsOf(everyone)));
        const running = sessions.filter(({ finishedAt }) => finishedAt === null).length;
        expect(found.totals).toMatchObject({ sessions: sessions.length, running });
      },
    ),
    { numRuns: 100 },
  );
});

test('choices and bars beyond those that are shown are counted', () => {
  const folderOf = (at: number) => `f${at % (mostChoices + 30)}`;
  const held = new Map(
    Array.from({ length: 600 }, (_, at) => {
      const client = { folderId: folderOf(at), name: `Kunde ${at % 7}`, number: null };
      return [at + 1, sessionOf({ id: `${at}`, client, durationMs: (at % 11) * 60_000 })] as const;
    }),
  );
  const chosen = [folderOf(mostChoices + 29), folderOf(3), 'gone'];
  for (const clients of [[], chosen]) {
    const asked = { ...base, clients };
    const found = all(filled(held), asked);
    expect(found).toEqual(naiveAnswer(held, asked));
    expect(found.facets.clients.choices).toHaveLength(mostChoices);
    expect(found.facets.clients.total).toBe(mostChoices + 30 + (clients.length > 0 ? 1 : 0));
  }
  const { bars, rest } = all(filled(held), base).charts.clients;
  expect(bars).toHaveLength(mostBars);
  expect(rest).not.toBeNull();
});
