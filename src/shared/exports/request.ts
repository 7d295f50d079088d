import * as v from 'valibot';
import { historyQuerySchema } from '../history/query.ts';
import { languageSchema } from '../settings.ts';
import { exportColumnSchema } from './columns.ts';
import { exportFormatSchema } from './format.ts';

/** How sessions are written. */
const exportOptionsSchema = v.object({
  format: exportFormatSchema,
  /** In the order they are written in; none stands there twice. JSON has all of them, always. */
  columns: v.pipe(
    v.array(exportColumnSchema),
    v.nonEmpty(),
    v.check((columns) => new Set(columns).size === columns.length),
  ),
  language: languageSchema,
});

/** Which sessions are exported, and how. */
export const exportRequestSchema = v.object({
  query: historyQuerySchema,
  options: exportOptionsSchema,
  /** What the file is named after besides the period: a client, a view; null where there is nothing. */
  label: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
});
export type ExportRequest = v.InferOutput<typeof exportRequestSchema>;
