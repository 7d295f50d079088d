import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createColumns, restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import type { Columns, Found } from '../../../../../src/main/history/columns/types.ts';
import { exportMarks, type ExportMark } from '../../../../../src/shared/exports/mark.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { naiveAnswer } from './naive/index.ts';
import { all, type Everything, everything, expectSame, filled, search } from './support/columns.ts';
import { marked, markOf } from './support/marks.ts';
import { anyRequest } from './support/requests.ts';
import { around, type Around } from './support/scenario.ts';
import { sessionAround } from './support/sessions.ts';

/** What happens to columns between two searches. */
type Step =
  | { readonly put: number; readonly session: Session }
  | { readonly remove: number }
  | { readonly mark: readonly number[]; readonly exported: ExportMark }
  | { readonly removeBefore: number }
  | 'save and restore'
  | 'search';

function anyStep({ instant }: Around): fc.Arbitrary<Step> {
  const pk = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(1023, 1024, 1025, 70_000) },
  );
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ put: pk, session: sessionAround(instant) }) },
    { weight: 2, arbitrary: fc.record({ remove: pk }) },
    {
      weight: 2,
      arbitrary: fc.record({
        mark: fc.array(pk, { maxLength: 6 }),
        exported: fc.constantFrom(...exportMarks),
      }),
    },
    { weight: 1, arbitrary: fc.record({ removeBefore: instant }) },
    { weight: 1, arbitrary: fc.constant('save and restore' as const) },
    { weight: 2, arbitrary: fc.constant('search' as const) },
  );
}

const story = around.chain((where) =>
  fc.record({
    steps: fc.array(anyStep(where), { maxLength: 40 }),
    asked: anyRequest(where),
    later: anyRequest(where),
  }),
);

test('columns that were changed answer as freshly built and plain ones do', () => {
  fc.assert(
    fc.property(story, ({ steps, asked, later }) => {
      const held = new Map<number, Session>();
      let columns = createColumns();
      for (const step of steps) {
        if (step === 'search') expectSame(all(columns, later), naiveAnswer(held, later));
        else columns = changed(columns, held, step);
        expect(columns.size).toBe(held.size);
      }
      const answer = all(columns, asked);
      expectSame(answer, naiveAnswer(held, asked));
      expectSame(answer, all(filled(held), asked));
      expectSame(answer, all(restored(columns), asked));
    }),
    { numRuns: 400 },
  );
});

test('what was found stays readable as it was found, until sessions are removed for good', () => {
  fc.assert(
    fc.property(story, ({ steps, asked }) => {
      const held = new Map<number, Session>();
      let columns = createColumns();
      const earlier: { readonly found: Found; readonly then: Lines }[] = [];
      for (const step of steps) {
        if (step === 'search') {
          const found = search(columns, asked);
          earlier.push({ found, then: linesOf(found) });
          continue;
        }
        if (typeof step === 'object' && 'removeBefore' in step) earlier.length = 0;
        columns = changed(columns, held, step);
        for (const { found, then } of earlier) expectSame(linesOf(found), then);
      }
    }),
    { numRuns: 200 },
  );
});

test('any page of what was found is a part of all its lines', () => {
  fc.assert(
    fc.property(story, fc.nat(30), fc.nat(30), ({ steps, asked }, offset, count) => {
      const held = new Map<number, Session>();
      let columns = createColumns();
      for (const step of steps) if (step !== 'search') columns = changed(columns, held, step);
      const found = search(columns, asked);
      const { page } = everything(found);
      expect(found.page(offset, count)).toEqual(page.slice(offset, offset + count));
    }),
    { numRuns: 100 },
  );
});

type Lines = Pick<Everything, 'lines' | 'page' | 'pks'>;

const linesOf = (found: Found): Lines => {
  const { lines, page, pks } = everything(found);
  return { lines, page, pks };
};

function restored(columns: Columns): Columns {
  const again = restoreColumns(columns.save());
  if (again === null) throw new Error('what was saved cannot be restored');
  return again;
}

/** @returns the columns to go on with. */
function changed(
  columns: Columns,
  held: Map<number, Session>,
  step: Exclude<Step, 'search'>,
): Columns {
  if (step === 'save and restore') return restored(columns);
  if ('put' in step) {
    columns.put(step.put, step.session, markOf(step.session));
    held.set(step.put, step.session);
  } else if ('mark' in step) {
    columns.mark(step.mark, step.exported);
    for (const pk of step.mark) {
      const session = held.get(pk);
      if (session) held.set(pk, marked(session, step.exported));
    }
  } else if ('remove' in step) {
    columns.remove(step.remove);
    held.delete(step.remove);
  } else {
    columns.removeBefore(step.removeBefore);
    for (const [pk, { createdAt }] of held) if (createdAt < step.removeBefore) held.delete(pk);
  }
  return columns;
}
