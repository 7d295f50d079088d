import * as v from 'valibot';
import { exportFormatSchema } from './format.ts';

/** An export as the ledger keeps it. Times are UTC ms, durations ms. */
export const exportRecordSchema = v.object({
  id: v.number(),
  finishedAt: v.number(),
  /** The file's whole path, as it was then. */
  path: v.string(),
  format: exportFormatSchema,
  /** The server's format where the server wrote the file; `format` says nothing then. */
  server: v.exactOptional(v.string()),
  rows: v.number(),
  bytes: v.number(),
  /** Of the file, in hexadecimal digits. */
  sha256: v.string(),
  measuredMs: v.number(),
  billableMs: v.number(),
});
export type ExportRecord = v.InferOutput<typeof exportRecordSchema>;

/** How far an export has come. */
export const exportProgressSchema = v.object({
  rows: v.number(),
  total: v.number(),
  /** Since it began, ms. */
  elapsedMs: v.number(),
});
export type ExportProgress = v.InferOutput<typeof exportProgressSchema>;

/** What an export would hold; asked before it is made. */
export const exportOutlookSchema = v.object({
  sessions: v.number(),
  running: v.number(),
  /** Of all of them under the rules that hold now, ms. */
  billableMs: v.number(),
  /** Sessions among them that an earlier export holds. */
  exportedBefore: v.number(),
  /** When the newest of those was made; null where there is none. */
  lastExportedAt: v.nullable(v.number()),
});
export type ExportOutlook = v.InferOutput<typeof exportOutlookSchema>;
