import type { ExportFormat } from '../../../shared/exports/format.ts';
import { clipboardWriter } from './clipboard.ts';
import { csvWriter, germanExcel, rfc4180 } from './csv.ts';
import { icsWriter } from './ics.ts';
import { jsonWriter } from './json.ts';
import type { Writer } from './writer.ts';
import { xlsxWriter } from './xlsx/index.ts';

/** Formats that take nothing but rows. A service record takes a letterhead and paper: see `record/`. */
export const writers: Readonly<Record<Exclude<ExportFormat, 'service-record'>, Writer>> = {
  'csv-excel': csvWriter(germanExcel),
  csv: csvWriter(rfc4180),
  xlsx: xlsxWriter(),
  json: jsonWriter,
  ics: icsWriter,
  clipboard: clipboardWriter,
};
