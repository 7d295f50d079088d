import * as v from 'valibot';
import { historyQuerySchema } from '../history/query.ts';
import { exportOptionsSchema } from './options.ts';

/** Which sessions are exported, and how. */
export const exportRequestSchema = v.object({
  query: historyQuerySchema,
  options: exportOptionsSchema,
  /** What the file is named after besides the period: a client, a view; null where there is nothing. */
  label: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
});
export type ExportRequest = v.InferOutput<typeof exportRequestSchema>;
