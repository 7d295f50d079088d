import { createSearch } from '../../../../../src/main/history/search/index.ts';
import type { Question } from '../../../../../src/main/history/search/types.ts';
import {
  newestFirst,
  noFilter,
  type HistoryFilter,
} from '../../../../../src/shared/history/query.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { createMemoryStore } from './memory-store.ts';
import { createNaiveColumns, restoreNaiveColumns } from './naive-columns.ts';

export const noon = Date.UTC(2026, 10, 23, 11);
export const zone = 'Europe/Berlin';

/** A search over naive columns and the real store in memory. */
export function setUp(sessions: readonly Session[]) {
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

/** Everything there is, or less, in one list with the newest first. */
export function question(filter: Partial<HistoryFilter> = {}): Question {
  const query = { filter: { ...noFilter, ...filter }, sort: newestFirst, group: 'none' } as const;
  return { query, now: noon, zone, ownEmail: null };
}
