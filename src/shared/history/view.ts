import * as v from 'valibot';
import { historyColumnSchema, historyQuerySchema, type HistoryColumn } from './query.ts';

/** Narrower or wider than this no column gets, px. */
export const narrowest = 48;
export const widest = 800;

/** A column as it is shown; its place in the list is its place in the table. */
export const shownColumnSchema = v.object({
  column: historyColumnSchema,
  /** px; null leaves it to the table. */
  width: v.nullable(v.pipe(v.number(), v.minValue(narrowest), v.maxValue(widest))),
});
export type ShownColumn = v.InferOutput<typeof shownColumnSchema>;

/** Columns in their order; none stands there twice. */
export const shownColumnsSchema = v.pipe(
  v.array(shownColumnSchema),
  v.nonEmpty(),
  v.maxLength(50),
  v.check((columns) => new Set(columns.map(({ column }) => column)).size === columns.length),
);

const first: readonly HistoryColumn[] = [
  'date',
  'start',
  'client',
  'computer',
  'technician',
  'measured',
  'billable',
  'invoice',
];

/** The columns shown before anybody chose. */
export const defaultColumns: readonly ShownColumn[] = first.map((column) => ({
  column,
  width: null,
}));

/** A view a technician saved under a name. */
export const savedViewSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
  query: historyQuerySchema,
  columns: shownColumnsSchema,
});
export type SavedView = v.InferOutput<typeof savedViewSchema>;

export const mostViews = 200;
