import { parseDays } from './dates.ts';
import { daysOfPeriod } from './period.ts';
import type { HistoryQuery } from './query.ts';
import { tokenise } from './tokenise.ts';

const sides: ReadonlySet<string> = new Set(['from', 'von', 'to', 'bis']);

/**
 * A query with the days that it meant on some day, so that it means the same on any other: "this month" asked in
 * November stays November.
 *
 * @param today the local day it was asked on
 */
export function frozenQuery(query: HistoryQuery, today: string): HistoryQuery {
  const { period, text } = query.filter;
  const days = daysOfPeriod(period, today);
  const open = days.from === null && days.to === null;
  return {
    ...query,
    filter: { ...query.filter, period: open ? 'all' : days, text: frozenText(text, today) },
  };
}

/** `von:gestern` as the day itself; what is no day stays as it was typed. */
function frozenText(text: string, today: string): string {
  const tokens = tokenise(text);
  if (!tokens.some(({ name }) => name !== null && sides.has(name))) return text;
  return tokens
    .map(({ name, value, negated, raw }) => {
      if (name === null || negated || !sides.has(name)) return raw;
      const days = parseDays(value, today);
      if (days === null) return raw;
      return `${name}:${name === 'from' || name === 'von' ? days.from : days.to}`;
    })
    .join(' ');
}
