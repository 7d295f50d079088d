import fc from 'fast-check';
import type { SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import {
  steps,
  type BillingRules,
  type RoundingRule,
} from '../../../../../../src/shared/billing/rule.ts';
import { exportMarks, exportMarkWords } from '../../../../../../src/shared/exports/mark.ts';
import { fold } from '../../../../../../src/shared/history/fold.ts';
import { historyColumns, historyGroups } from '../../../../../../src/shared/history/query.ts';
import type { SearchField, SearchTerm } from '../../../../../../src/shared/history/search.ts';
import { pieces } from './texts.ts';
import { emails, folderIds, invoices, states, types } from './sessions.ts';

const fields: readonly SearchField[] = [
  'any',
  'client',
  'computer',
  'technician',
  'type',
  'state',
  'invoice',
  'exported',
];
const markWords = Object.values(exportMarkWords).flat().map(fold);
const term: fc.Arbitrary<SearchTerm> = fc.record({
  text: fc.constantFrom(...pieces, ...markWords),
  field: fc.oneof(
    { weight: 2, arbitrary: fc.constant('any' as const) },
    fc.constantFrom(...fields),
  ),
  negated: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
});
const terms = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 6, arbitrary: fc.array(term, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(term, { minLength: 24, maxLength: 24 }) },
);

/** Mostly none, else some, among them one that nothing has and one named twice. */
const some = (values: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.array(fc.constantFrom(...values, 'unheard of'), { minLength: 1, maxLength: 4 }),
  );

const rule: fc.Arbitrary<RoundingRule> = fc.record({
  mode: fc.constantFrom('off', 'up', 'nearest', 'down'),
  step: fc.constantFrom(...steps),
  minimum: fc.constantFrom(0, 0, 5, 45, 1440),
  per: fc.constantFrom('session', 'clientDay'),
  mergeGap: fc.constantFrom(0, 0, 15, 120, 1440),
});
const rules: fc.Arbitrary<BillingRules> = fc.record({
  standard: rule,
  clients: fc
    .array(fc.tuple(fc.constantFrom(...folderIds), rule), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
});

interface Where {
  readonly zone: string;
  readonly instant: fc.Arbitrary<number>;
}

/** Anything a search may be asked, about some stretch of time. */
export function anyRequest({ zone, instant }: Where): fc.Arbitrary<SearchRequest> {
  const bound = (open: number) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(open, open * Infinity) },
      instant,
      instant.map((at) => at + 1),
    );
  return fc.record({
    search: fc.record({
      terms,
      from: fc.constant(null),
      to: fc.constant(null),
      minMs: fc.option(fc.constantFrom(0, 1, 600_000, 3_600_000), { freq: 2 }),
      remarks: fc.constant([]),
      highlights: fc.constant([]),
    }),
    start: bound(-8.64e15),
    end: bound(8.64e15),
    clients: some(folderIds),
    technicians: some([...emails.map((email) => email.trim().toLowerCase()), 'u1', 'Anna']),
    mine: fc.option(fc.constantFrom(...emails, 'nobody@x.de'), { freq: 2 }),
    types: some(types),
    states: some(states),
    invoices: some(invoices),
    exported: some(exportMarks),
    sort: fc.record({ column: fc.constantFrom(...historyColumns), descending: fc.boolean() }),
    group: fc.constantFrom(...historyGroups),
    zone: fc.constant(zone),
    rules,
  });
}
