import * as v from 'valibot';
import {
  differencesSchema,
  exportListSchema,
  mostDifferences,
  mostEntries,
  verdictSchema,
} from '../exports/entry.ts';
import {
  exportOutlookSchema,
  exportProgressSchema,
  exportRecordSchema,
} from '../exports/record.ts';
import { exportRequestSchema } from '../exports/request.ts';
import { serverProspectSchema } from '../exports/server.ts';
import { historyQuerySchema } from '../history/query.ts';
import { outcome } from './outcome.ts';

const nothing = v.optional(v.undefined());
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const exportId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** How an export that did not fail ended. */
export const exportEndSchema = v.variant('kind', [
  v.object({
    kind: v.literal('done'),
    /** The first, where there are several. */
    record: exportRecordSchema,
    /** Where it made several files, in a folder of their own: how many, and what they hold together. */
    folder: v.optional(v.object({ files: v.number(), rows: v.number(), billableMs: v.number() })),
    /** It wants a letterhead, and none is known. */
    isLetterless: v.optional(v.boolean()),
  }),
  v.object({ kind: v.literal('cancelled') }),
  /** Nothing was written yet: some of the sessions stand in an earlier export, which is to be asked about. */
  v.object({ kind: v.literal('before'), outlook: exportOutlookSchema }),
]);
export type ExportEnd = v.InferOutput<typeof exportEndSchema>;

/** What an export would hold, and where it would go. */
export const exportProspectSchema = v.object({
  outlook: exportOutlookSchema,
  /** Where the last export went; null before the first. */
  folder: v.nullable(v.string()),
});
export type ExportProspect = v.InferOutput<typeof exportProspectSchema>;

/** What the renderer may ask main for about exports: name → request and response. */
export const exportCalls = {
  /** What `exports.run` would come to. */
  'exports.prospect': { request: historyQuerySchema, response: outcome(exportProspectSchema) },
  /** What an export by the server would come to, which is asked what it can write where that is not known yet. */
  'exports.serverProspect': {
    request: historyQuerySchema,
    response: outcome(serverProspectSchema),
  },
  /**
   * Writes the sessions of a query to a file: in the folder of the last export, or where the person says. There is
   * one export at a time; `invalid-request` for another.
   */
  'exports.run': {
    request: v.object({
      ...exportRequestSchema.entries,
      /** Ask where to, also where a folder is known. */
      askWhere: v.boolean(),
      /** Also where some of the sessions were exported before. */
      again: v.boolean(),
    }),
    response: outcome(exportEndSchema),
  },
  /** Calls the export under way off. @returns whether there was one. */
  'exports.cancel': { request: nothing, response: v.boolean() },
  /** Opens the file of a finished export with the program for it. @returns false where it is gone. */
  'exports.open': { request: exportId, response: outcome(v.boolean()) },
  /** Shows the file in its folder. @returns false where it is gone. */
  'exports.reveal': { request: exportId, response: outcome(v.boolean()) },
  /** Finished exports, the newest first. */
  'exports.list': {
    request: v.object({ offset: whole, count: v.pipe(whole, v.maxValue(mostEntries)) }),
    response: outcome(exportListSchema),
  },
  /** Whether the file of a finished export is still what was exported. */
  'exports.verify': { request: exportId, response: outcome(verdictSchema) },
  /** A finished export beside what its sessions are now, with some of those that differ; null where there is none. */
  'exports.differences': {
    request: v.object({
      id: exportId,
      offset: whole,
      count: v.pipe(whole, v.maxValue(mostDifferences)),
    }),
    response: outcome(v.nullable(differencesSchema)),
  },
} as const;

export const exportEvents = {
  'exports.progress': exportProgressSchema,
  /** How one ended that was begun, whoever wished for it. */
  'exports.ended': outcome(exportEndSchema),
} as const;
