import * as v from 'valibot';
import { languageSchema, type Language } from '../language.ts';
import { exportColumns, exportColumnSchema } from './columns.ts';
import { exportFormatSchema } from './format.ts';

/** How sessions are written. */
export const exportOptionsSchema = v.object({
  format: exportFormatSchema,
  /** In the order they are written in; none stands there twice. JSON has all of them, always. */
  columns: v.pipe(
    v.array(exportColumnSchema),
    v.nonEmpty(),
    v.check((columns) => new Set(columns).size === columns.length),
  ),
  language: languageSchema,
});
export type ExportOptions = v.InferOutput<typeof exportOptionsSchema>;

/** How is exported before anybody chose: what a spreadsheet of that language opens, with every column. */
export function firstOptions(language: Language): ExportOptions {
  const format = language === 'de' ? 'csv-excel' : 'csv';
  return { format, columns: [...exportColumns], language };
}
