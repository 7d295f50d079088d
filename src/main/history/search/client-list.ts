import {
  localPrefix,
  shownWeeks,
  type ClientEntry,
  type ClientList,
} from '../../../shared/clients/client.ts';
import { isOpenInvoice } from '../../../shared/clients/open-invoice.ts';
import { newestFirst, noFilter } from '../../../shared/history/query.ts';
import type { HistoryGroupLine } from '../../../shared/history/result.ts';
import { addDays, dayOf, rangeOfDay } from '../../../shared/time.ts';
import type { Columns, Found, SearchRequest } from '../columns/types.ts';
import type { Store } from '../store/store.ts';
import { headsOf } from './heads.ts';
import { resolveQuery } from './resolve-query.ts';
import type { Moment } from './types.ts';

/**
 * The clients there are, with what their sessions come to: one search for each figure, so that all of them mean
 * what History means by them.
 *
 * @param only a single client's key; null is all of them.
 */
export function listClients(
  columns: Columns,
  store: Pick<Store, 'sessions' | 'rules'>,
  { now, zone }: Moment,
  only: string | null,
): ClientList {
  const filter = only === null ? noFilter : { ...noFilter, clients: [only] };
  const request = resolveQuery(
    { query: { filter, sort: newestFirst, group: 'client' }, now, zone, ownEmail: null },
    store.rules(),
  );
  const search = (change: Partial<SearchRequest>): Found | null =>
    columns.search({ ...request, ...change }, () => false);
  const today = dayOf(now, zone);
  const weeks = mondaysTo(today);
  const everything = search({});
  if (!everything) return { clients: [], weeks };

  const invoices = everything.facets.invoices.choices.map(({ key }) => key).filter(isOpenInvoice);
  // No invoice states at all would be no filter.
  const open = linesByKey(invoices.length > 0 ? search({ invoices }) : null);
  const month = linesByKey(search({ start: rangeOfDay(`${today.slice(0, 8)}01`, zone).start }));
  const bars = weeks.map((monday) =>
    linesByKey(
      search({
        start: rangeOfDay(monday, zone).start,
        end: rangeOfDay(addDays(monday, 7), zone).start,
      }),
    ),
  );
  const clients = [...headsOf(everything)].map(({ line, newest }): ClientEntry => {
    const { key, label, sessions, running, measuredMs } = line;
    const session = newest === null ? undefined : store.sessions.at(newest)?.session;
    return {
      key,
      name: label,
      number: session?.client?.number ?? null,
      isLocal: key.startsWith(localPrefix),
      sessions,
      running,
      measuredMs,
      monthMs: month.get(key)?.measuredMs ?? 0,
      openSessions: open.get(key)?.sessions ?? 0,
      openMs: open.get(key)?.billableMs ?? 0,
      lastAt: session?.createdAt ?? 0,
      weeks: bars.map((bar) => bar.get(key)?.measuredMs ?? 0),
    };
  });
  return { clients, weeks };
}

/** The Mondays of the last weeks, that of today's week last. */
function mondaysTo(today: string): string[] {
  const weekday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  return Array.from({ length: shownWeeks }, (_, nth) =>
    addDays(monday, 7 * (nth + 1 - shownWeeks)),
  );
}

function linesByKey(found: Found | null): ReadonlyMap<string, HistoryGroupLine> {
  return new Map(found ? [...headsOf(found)].map(({ line }) => [line.key, line]) : []);
}
