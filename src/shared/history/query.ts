import * as v from 'valibot';
import { isExportMark } from '../exports/mark.ts';

/** A calendar day that exists, `2026-11-23`. */
export const daySchema = v.pipe(v.string(), v.isoDate(), v.check(isDay));

/** Whether a text is a day of the calendar, written as `2026-11-23`. */
export function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(`${text}T`);
}

/** Periods that move with the calendar; weeks begin on Monday. */
export const namedPeriods = [
  'all',
  'today',
  'yesterday',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const;
export type NamedPeriod = (typeof namedPeriods)[number];

/** A named period, or any two days, both inclusive; null leaves that side open. */
export const periodSchema = v.union([
  v.picklist(namedPeriods),
  v.object({ from: v.nullable(daySchema), to: v.nullable(daySchema) }),
]);
export type Period = v.InferOutput<typeof periodSchema>;

/** No query is longer than this, in UTF-16 units; what is longer is refused by the page. */
export const longestText = 10_000;

const key = v.pipe(v.string(), v.maxLength(1000));
const keys = v.pipe(v.array(key), v.maxLength(500));

/**
 * What is looked for. An empty list does not filter; several keys of one list are alternatives; different
 * lists have to hold together. The empty key stands for "none given".
 */
export const historyFilterSchema = v.object({
  /** As typed; see `parse.ts`. */
  text: v.pipe(v.string(), v.maxLength(longestText)),
  /** A session belongs to the period that it began in. */
  period: periodSchema,
  /** Folder ids of clients. */
  clients: keys,
  /** Person keys (see `person-key.ts`), or {@link myself}. */
  technicians: keys,
  types: keys,
  states: keys,
  invoices: keys,
  /** Export marks (see `exports/mark.ts`). Queries that were kept before there were any lack it. */
  exported: v.optional(v.pipe(keys, v.everyItem(isExportMark)), []),
});
export type HistoryFilter = v.InferOutput<typeof historyFilterSchema>;

/** The technician key of whoever is signed in, resolved by main. */
export const myself = '@me';

export const noFilter: HistoryFilter = {
  text: '',
  period: 'all',
  clients: [],
  technicians: [],
  types: [],
  states: [],
  invoices: [],
  exported: [],
};

/** Everything the table can show, in its first order. */
export const historyColumns = [
  'date',
  'start',
  'end',
  'client',
  'clientNumber',
  'computer',
  'technician',
  'name',
  'type',
  'state',
  'measured',
  'custom',
  'billable',
  'invoice',
  'updated',
] as const;
export const historyColumnSchema = v.picklist(historyColumns);
export type HistoryColumn = (typeof historyColumns)[number];

export const historySortSchema = v.object({
  column: historyColumnSchema,
  descending: v.boolean(),
});
export type HistorySort = v.InferOutput<typeof historySortSchema>;

/** Newest first. */
export const newestFirst: HistorySort = { column: 'date', descending: true };

export const historyGroups = ['none', 'client', 'technician', 'day', 'week', 'month'] as const;
export const historyGroupSchema = v.picklist(historyGroups);
export type HistoryGroup = (typeof historyGroups)[number];

/** What a page of History asks: what to find, in which order, in which groups. */
export const historyQuerySchema = v.object({
  filter: historyFilterSchema,
  sort: historySortSchema,
  group: historyGroupSchema,
});
export type HistoryQuery = v.InferOutput<typeof historyQuerySchema>;
