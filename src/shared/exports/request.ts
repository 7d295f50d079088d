import * as v from 'valibot';
import { historyQuerySchema } from '../history/query.ts';
import { exportOptionsSchema } from './options.ts';
import { serverOptionsSchema } from './server.ts';

/** Which sessions are exported, and how. */
export const exportRequestSchema = v.object({
  query: historyQuerySchema,
  options: exportOptionsSchema,
  /** What the file is named after besides the period: a client, a view; null where there is nothing. */
  label: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  /** The server writes the file in a way of its own; the options do not matter then. */
  server: v.exactOptional(serverOptionsSchema),
});
export type ExportRequest = v.InferOutput<typeof exportRequestSchema>;
