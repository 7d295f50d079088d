import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { createColumns } from '../../../../../../src/main/history/columns/index.ts';
import type {
  Columns,
  Found,
  FoundLine,
  SearchRequest,
} from '../../../../../../src/main/history/columns/types.ts';
import { noBillingRules } from '../../../../../../src/shared/billing/rule.ts';
import { newestFirst } from '../../../../../../src/shared/history/query.ts';
import type { SearchTerm } from '../../../../../../src/shared/history/search.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { markOf } from './marks.ts';

/** Asks for everything. */
export const base: SearchRequest = {
  search: { terms: [], from: null, to: null, minMs: null, remarks: [], highlights: [] },
  start: -8.64e15,
  end: 8.64e15,
  clients: [],
  technicians: [],
  mine: null,
  types: [],
  states: [],
  invoices: [],
  exported: [],
  sort: newestFirst,
  group: 'none',
  zone: 'Europe/Berlin',
  rules: noBillingRules,
};

/** A request for what has some texts. */
export function asking(...terms: (string | SearchTerm)[]): SearchRequest {
  const termOf = (text: string) => ({ text, field: 'any' as const, negated: false });
  const all = terms.map((term) => (typeof term === 'string' ? termOf(term) : term));
  return { ...base, search: { ...base.search, terms: all } };
}

export function search(columns: Columns, asked: SearchRequest): Found {
  const found = columns.search(asked, () => false);
  if (found === null) throw new Error('overtaken');
  return found;
}

/** Everything a search answers, its lines read as one page. */
export interface Everything extends Omit<Found, 'page' | 'pks' | 'billed'> {
  readonly page: readonly FoundLine[];
  readonly pks: readonly number[];
}

export function everything({ totals, facets, charts, lines, page, pks }: Found): Everything {
  return { totals, facets, charts, lines, page: page(0, lines + 1), pks: [...pks()] };
}

export function all(columns: Columns, asked: SearchRequest): Everything {
  return everything(search(columns, asked));
}

export function filled(held: Iterable<readonly [number, Session]>): Columns {
  const columns = createColumns();
  for (const [pk, s] of held) columns.put(pk, s, markOf(s));
  return columns;
}

/** Like `toEqual`, which takes its time over tens of thousands of lines; it says what differs. */
export function expectSame<T>(actual: T, wanted: T): void {
  if (!isDeepStrictEqual(actual, wanted)) expect(actual).toEqual(wanted);
}
