import { myself, newestFirst, noFilter, type HistoryQuery } from '../history/query.ts';
import type { Scope } from '../today.ts';

/** The sessions that began today, as History finds them. */
export function todayQuery(scope: Scope): HistoryQuery {
  const technicians = scope === 'mine' ? [myself] : [];
  const filter = { ...noFilter, period: 'today' as const, technicians };
  return { filter, sort: newestFirst, group: 'none' };
}
