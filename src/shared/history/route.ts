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
import { shownColumnsSchema, type ShownColumn } from './view.ts';

/** What a page of History shows, as far as an address can hold it. */
export interface Place {
  readonly query: HistoryQuery;
  /** Id of the session that is open beside the list. */
  readonly session: string | null;
  /** Null leaves the columns to the settings. */
  readonly columns: readonly ShownColumn[] | null;
}

/** A route's query as the router gives it. */
export type RawRouteQuery = Readonly<Record<string, unknown>>;

const lists = ['clients', 'technicians', 'types', 'states', 'invoices', 'exported'] as const;

/**
 * A place as a flat route query; defaults are left out. An address cannot hold half of a character, so
 * lone surrogates are replaced.
 */
export function toRouteQuery({
  query,
  session,
  columns,
}: Place): Record<string, string | string[]> {
  const { filter, sort, group } = query;
  const raw: Record<string, string | string[]> = {};
  if (filter.text !== '') raw['text'] = filter.text.toWellFormed();
  if (filter.period !== 'all') raw['period'] = periodText(filter.period);
  for (const name of lists)
    if (filter[name].length > 0) raw[name] = filter[name].map((key) => key.toWellFormed());
  if (sort.column !== newestFirst.column || sort.descending !== newestFirst.descending)
    raw['sort'] = `${sort.descending ? '-' : ''}${sort.column}`;
  if (group !== 'none') raw['group'] = group;
  if (session !== null) raw['session'] = session.toWellFormed();
  if (columns !== null) raw['columns'] = columns.map(columnText).join(' ');
  return raw;
}

/** The way back. What makes no sense falls back to its default, each field by itself. */
export function fromRouteQuery(raw: RawRouteQuery): Place {
  const own = (name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  const fields = historyFilterSchema.entries;
  const filter = { ...noFilter };
  filter.text = orElse(fields.text, own('text'), '');
  filter.period = orElse(periodSchema, periodOf(own('period')), 'all');
  for (const name of lists) {
    const value = own(name);
    filter[name] = orElse(fields[name], typeof value === 'string' ? [value] : value, []) ?? [];
  }
  const session = own('session');
  return {
    query: {
      filter,
      sort: orElse(historySortSchema, sortOf(own('sort')), newestFirst),
      group: orElse(historyGroupSchema, own('group'), 'none'),
    },
    session: typeof session === 'string' && session !== '' ? session : null,
    columns: orElse(shownColumnsSchema, columnsOf(own('columns')), null),
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

function columnText({ column, width }: ShownColumn): string {
  return width === null ? column : `${column}:${width}`;
}

function columnsOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.split(' ').map((text) => {
    const [column, width] = text.split(':');
    return { column, width: width === undefined ? null : Number(width) };
  });
}

function orElse<T, F>(schema: v.GenericSchema<T>, value: unknown, fallback: F): T | F {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : fallback;
}
