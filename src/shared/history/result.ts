import * as v from 'valibot';
import { exportMarks } from '../exports/mark.ts';
import { daySchema } from './query.ts';

/** Rows that cross the bridge at once. */
export const pageSize = 100;

/** A session as a row of the table. Times are UTC ms, durations ms. */
export const historyRowSchema = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  state: v.string(),
  invoiceState: v.string(),
  clientName: v.nullable(v.string()),
  clientNumber: v.nullable(v.string()),
  /** A rule on this machine gave the client to the session, which names none. */
  clientIsLocal: v.optional(v.boolean()),
  computerName: v.nullable(v.string()),
  technicians: v.array(v.string()),
  startedAt: v.number(),
  /** Null while it runs. */
  finishedAt: v.nullable(v.number()),
  updatedAt: v.number(),
  measuredMs: v.number(),
  /** As set in the web app; null where it was not. */
  customMs: v.nullable(v.number()),
  /** After the client's rounding rule, where that rounds each session by itself. */
  billableMs: v.number(),
  hasNote: v.boolean(),
  /** Left out where no export holds it. */
  exported: v.optional(v.picklist(exportMarks)),
});
export type HistoryRow = v.InferOutput<typeof historyRowSchema>;

/** Sums over sessions that ended; those that run are counted and add no time. */
const sums = {
  sessions: v.number(),
  running: v.number(),
  measuredMs: v.number(),
  /** The sum of the custom durations that were set. */
  customMs: v.number(),
  /** After rounding and merging. */
  billableMs: v.number(),
};

/**
 * A group of rows. `key` is a client's folder id, a person key, or a group's first day; the empty key is
 * "none". A session with two technicians stands in both their groups.
 */
export const historyGroupLineSchema = v.object({
  key: v.string(),
  /** The newest name the key has; empty for days and for "none". */
  label: v.string(),
  ...sums,
});
export type HistoryGroupLine = v.InferOutput<typeof historyGroupLineSchema>;

/** A line of the table: the head of a group, or a session. */
export const historyLineSchema = v.variant('kind', [
  v.object({ kind: v.literal('group'), group: historyGroupLineSchema }),
  v.object({ kind: v.literal('session'), row: historyRowSchema }),
]);
export type HistoryLine = v.InferOutput<typeof historyLineSchema>;

/** One choice of a filter, and how many sessions it would show beside the other filters. */
export const facetChoiceSchema = v.object({
  key: v.string(),
  label: v.string(),
  /** The client number, where the choice is a client that has one. */
  number: v.nullable(v.string()),
  sessions: v.number(),
});
export type FacetChoice = v.InferOutput<typeof facetChoiceSchema>;

/** Most choices of one facet that cross the bridge; the chosen ones are always among them. */
export const mostChoices = 100;

export const facetSchema = v.object({
  /** Most sessions first. */
  choices: v.array(facetChoiceSchema),
  /** Choices there are, beyond those that crossed. */
  total: v.number(),
});
export type Facet = v.InferOutput<typeof facetSchema>;

export const facetNames = [
  'clients',
  'technicians',
  'types',
  'states',
  'invoices',
  'exported',
] as const;
export type FacetName = (typeof facetNames)[number];

export const barSchema = v.object({
  key: v.string(),
  label: v.string(),
  sessions: v.number(),
  measuredMs: v.number(),
});
export type Bar = v.InferOutput<typeof barSchema>;

/** Bars in a chart of clients or technicians; what is beyond them is summed up in `rest`. */
export const mostBars = 8;
const ranking = v.object({ bars: v.array(barSchema), rest: v.nullable(barSchema) });
export type Ranking = v.InferOutput<typeof ranking>;

export const chartsSchema = v.object({
  /** How much time one bar stands for, chosen by the span of what was found. */
  unit: v.picklist(['day', 'week', 'month']),
  /**
   * Measured time of each local day, week or month, without gaps, the oldest first. A session that
   * crosses midnight counts to each day by its part.
   */
  times: v.array(v.object({ day: daySchema, measuredMs: v.number() })),
  clients: ranking,
  technicians: ranking,
});
export type Charts = v.InferOutput<typeof chartsSchema>;

/**
 * Why a part of what was typed was not understood, and is searched for literally instead; or, for
 * `from-after-to`, was understood but cannot find anything.
 */
export const remarkSchema = v.object({
  text: v.string(),
  reason: v.picklist([
    'unknown-token',
    'no-such-date',
    'no-such-duration',
    'too-many-words',
    'from-after-to',
  ]),
});
export type Remark = v.InferOutput<typeof remarkSchema>;

export const historyResultSchema = v.object({
  /** Names this result when more of its lines are asked for. */
  result: v.number(),
  totals: v.object({ ...sums, wallClockMs: v.number() }),
  /** Sessions held altogether. */
  held: v.number(),
  facets: v.object({
    clients: facetSchema,
    technicians: facetSchema,
    types: facetSchema,
    states: facetSchema,
    invoices: facetSchema,
    exported: facetSchema,
  }),
  charts: chartsSchema,
  /** Lines of the table: sessions, and heads of groups. */
  lines: v.number(),
  /** The first {@link pageSize} lines. */
  page: v.array(historyLineSchema),
  remarks: v.array(remarkSchema),
  /** The texts to highlight, as typed. */
  highlights: v.array(v.string()),
});
export type HistoryResult = v.InferOutput<typeof historyResultSchema>;
