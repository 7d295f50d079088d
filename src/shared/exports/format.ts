import * as v from 'valibot';

/**
 * `csv-excel` is what a German Excel opens by a double click; `csv` follows RFC 4180; `ics` is iCalendar. Each takes
 * nothing but rows.
 */
export const fileFormats = ['csv-excel', 'csv', 'xlsx', 'json', 'ics'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** `service-record` is one PDF for each client, to be signed; `clipboard` makes no file: a table to paste. */
export const exportFormats = [...fileFormats, 'service-record', 'clipboard'] as const;
export const exportFormatSchema = v.picklist(exportFormats);
export type ExportFormat = (typeof exportFormats)[number];

/** More sessions do not go onto the clipboard: all of them are held in memory, and by whoever pastes them. */
export const mostOnClipboard = 10_000;

/** The ending of a format's files, without a dot. */
export const extensionOf: Readonly<Record<Exclude<ExportFormat, 'clipboard'>, string>> = {
  'csv-excel': 'csv',
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  ics: 'ics',
  'service-record': 'pdf',
};

/** Whether a format's files have the columns somebody chose; the others always have everything. */
export const takesColumns: Readonly<Record<ExportFormat, boolean>> = {
  'csv-excel': true,
  csv: true,
  xlsx: true,
  json: false,
  ics: false,
  clipboard: true,
  'service-record': false,
};
