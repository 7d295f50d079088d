import * as v from 'valibot';
import { exportRecordSchema } from './record.ts';
import { exportRequestSchema } from './request.ts';
import { sessionExportSchema } from './session-export.ts';

/** Past exports that cross the bridge at once. */
export const mostEntries = 100;
/** Sessions with differences that cross the bridge at once. */
export const mostDifferences = 100;

/** An export of the ledger as the list shows it. */
export const exportEntrySchema = v.object({
  ...exportRecordSchema.entries,
  /**
   * What was asked for, with the days that its periods meant then; null where it cannot be read any more. Asked for
   * again it is another version of the same.
   */
  request: v.nullable(exportRequestSchema),
  /** 1 for the first export of the same sessions in the same format, 2 for the one after it. */
  version: v.number(),
});
export type ExportEntry = v.InferOutput<typeof exportEntrySchema>;

export const exportListSchema = v.object({
  /** The newest first. */
  entries: v.array(exportEntrySchema),
  total: v.number(),
});
export type ExportList = v.InferOutput<typeof exportListSchema>;

/** Whether a file is what was exported: the same bytes, others, or none that can be read. */
export const verdictSchema = v.picklist(['same', 'changed', 'gone']);
export type Verdict = v.InferOutput<typeof verdictSchema>;

const { measuredMs, customMs, billableMs, clientName } = sessionExportSchema.entries;
const billed = v.object({ measuredMs, customMs, billableMs, clientName });

/** A session that is billed otherwise now than it was exported. Times UTC ms. */
export const differenceSchema = v.object({
  id: v.string(),
  name: v.string(),
  startedAt: v.number(),
  then: billed,
  /** Null where it is gone from the server. */
  now: v.nullable(billed),
});
export type Difference = v.InferOutput<typeof differenceSchema>;

/** What an export holds beside what its sessions are now, billed by the rules it was made with. Durations ms. */
export const differencesSchema = v.object({
  /** Some of the sessions that differ, in the order they are held in. */
  rows: v.array(differenceSchema),
  /** How many differ. */
  total: v.number(),
  /** Sessions of it that are still held, which the sums are about. */
  sessions: v.number(),
  then: v.object({ measuredMs: v.number(), billableMs: v.number() }),
  now: v.object({ measuredMs: v.number(), billableMs: v.number() }),
  /** Sessions of it that are no longer in the history. */
  purged: v.number(),
});
export type Differences = v.InferOutput<typeof differencesSchema>;
