import type { ExportFormat } from '../../../shared/exports/format.ts';
import { clipboardWriter } from './clipboard.ts';
import { csvWriter, germanExcel, rfc4180 } from './csv.ts';
import { icsWriter } from './ics.ts';
import { jsonWriter } from './json.ts';
import type { Writer } from './writer.ts';
import { xlsxWriter } from './xlsx/index.ts';

/** Every format that is made here. */
export const writers: Readonly<Record<ExportFormat, Writer>> = {
  'csv-excel': csvWriter(germanExcel),
  csv: csvWriter(rfc4180),
  xlsx: xlsxWriter(),
  json: jsonWriter,
  ics: icsWriter,
  clipboard: clipboardWriter,
};
