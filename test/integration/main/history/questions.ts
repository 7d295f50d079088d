import type { Question } from '../../../../src/main/history/search/types.ts';
import { newestFirst, noFilter, type HistoryFilter } from '../../../../src/shared/history/query.ts';

/** Everything there is, or less, in one list with the newest first. */
export function question(filter: Partial<HistoryFilter> = {}): Question {
  return {
    query: { filter: { ...noFilter, ...filter }, sort: newestFirst, group: 'none' },
    now: Date.UTC(2026, 10, 23, 13),
    zone: 'Europe/Berlin',
    ownEmail: null,
  };
}
