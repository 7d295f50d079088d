import * as v from 'valibot';
import {
  historyFilterSchema,
  historyGroupSchema,
  historySortSchema,
  newestFirst,
  noFilter,
  periodSchema,
  type HistoryQuery,
  type Period,
} from './query.ts';

/** A route's query as the router gives it. */
export type RawRouteQuery = Readonly<Record<string, unknown>>;

const lists = ['clients', 'technicians', 'types', 'states', 'invoices'] as const;

/** A query, and the session that is opened, as a flat route query; defaults are left out. */
export function toRouteQuery(
  query: HistoryQuery,
  { session }: { readonly session: string | null },
): Record<string, string | string[]> {
  const { filter, sort, group } = query;
  const raw: Record<string, string | string[]> = {};
  if (filter.text !== '') raw['text'] = filter.text;
  if (filter.period !== 'all') raw['period'] = periodText(filter.period);
  for (const name of lists) if (filter[name].length > 0) raw[name] = [...filter[name]];
  if (sort.column !== newestFirst.column || sort.descending !== newestFirst.descending)
    raw['sort'] = `${sort.descending ? '-' : ''}${sort.column}`;
  if (group !== 'none') raw['group'] = group;
  if (session !== null) raw['session'] = session;
  return raw;
}

/** The way back. What makes no sense falls back to its default, each field by itself. */
export function fromRouteQuery(raw: RawRouteQuery): {
  query: HistoryQuery;
  session: string | null;
} {
  const own = (name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  const fields = historyFilterSchema.entries;
  const filter = { ...noFilter };
  filter.text = orElse(fields.text, own('text'), '');
  filter.period = orElse(periodSchema, periodOf(own('period')), 'all');
  for (const name of lists) {
    const value = own(name);
    filter[name] = orElse(fields[name], typeof value === 'string' ? [value] : value, []);
  }
  const session = own('session');
  return {
    query: {
      filter,
      sort: orElse(historySortSchema, sortOf(own('sort')), newestFirst),
      group: orElse(historyGroupSchema, own('group'), 'none'),
    },
    session: typeof session === 'string' && session !== '' ? session : null,
  };
}

function periodText(period: Period): string {
  return typeof period === 'string' ? period : `${period.from ?? ''}..${period.to ?? ''}`;
}

function periodOf(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('..')) return value;
  const [from, to] = value.split('..');
  return { from: from || null, to: to || null };
}

function sortOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const descending = value.startsWith('-');
  return { column: descending ? value.slice(1) : value, descending };
}

function orElse<T>(schema: v.GenericSchema<T>, value: unknown, fallback: T): T {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : fallback;
}
