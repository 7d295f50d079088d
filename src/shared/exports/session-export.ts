import * as v from 'valibot';

const duration = v.nullable(v.number());

/** An export that holds a session, with the values it was exported with. Times UTC ms, durations ms. */
export const sessionExportSchema = v.object({
  id: v.number(),
  finishedAt: v.number(),
  /** The file's whole path, as it was then. */
  path: v.string(),
  /** Null where the session still ran, as are the others. */
  measuredMs: duration,
  /** Null also where none was set. */
  customMs: duration,
  billableMs: duration,
  /** What the client was called that the server named then; null where it named none. */
  clientName: v.nullable(v.string()),
});
export type SessionExport = v.InferOutput<typeof sessionExportSchema>;
