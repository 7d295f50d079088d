import type { BillingRules } from '../../../shared/billing/rule.ts';
import { parseSearch } from '../../../shared/history/parse.ts';
import { rangeOfPeriod } from '../../../shared/history/period.ts';
import { myself } from '../../../shared/history/query.ts';
import { dayOf, rangeOfDay } from '../../../shared/time.ts';
import type { SearchRequest } from '../columns/types.ts';
import type { Question } from './types.ts';

/**
 * A question with everything resolved that depends on when, where and by whom it is asked. What was typed
 * about days narrows the period further. Where nobody knows who asks, "mine" stays a key that no person has,
 * and so finds nothing of anybody's.
 */
export function resolveQuery(
  { query, now, zone, ownEmail, ownUserId }: Question,
  rules: BillingRules,
): SearchRequest {
  const { filter, sort, group } = query;
  const today = dayOf(now, zone);
  const search = parseSearch(filter.text, today);
  const period = rangeOfPeriod(filter.period, today, zone);
  const from = search.from === null ? -Infinity : rangeOfDay(search.from, zone).start;
  const to = search.to === null ? Infinity : rangeOfDay(search.to, zone).end;
  const isMine = ownEmail !== null && filter.technicians.includes(myself);
  return {
    search,
    start: Math.max(period.start, from),
    end: Math.min(period.end, to),
    clients: filter.clients,
    // Where a session tells no address, the account is the key of a person.
    technicians: isMine
      ? [...filter.technicians.filter((key) => key !== myself), ...(ownUserId ? [ownUserId] : [])]
      : filter.technicians,
    mine: isMine ? ownEmail : null,
    types: filter.types,
    states: filter.states,
    invoices: filter.invoices,
    exported: filter.exported,
    sort,
    group,
    zone,
    rules,
  };
}
