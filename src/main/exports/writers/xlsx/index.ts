import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { exportColumnWords } from '../../../../shared/exports/columns.ts';
import type { ExportRow } from '../../../../shared/exports/row.ts';
import { rowsPerSheet, sheetsFor } from '../../../../shared/exports/sheets.ts';
import type { Language } from '../../../../shared/language.ts';
import { localTimes } from '../../local-time.ts';
import type { Sheet, Writer } from '../writer.ts';
import { cellXml, columnLetters, sumXml, xlsxColumns, type XlsxColumn } from './cells.ts';
import { packageFiles, sheetFile } from './package.ts';

const sheetNames: Readonly<Record<Language, string>> = { de: 'Sitzungen', en: 'Sessions' };
const sumNames: Readonly<Record<Language, string>> = { de: 'Summe', en: 'Total' };

interface Column extends XlsxColumn {
  readonly letters: string;
  readonly title: string;
}

/** A workbook with a frozen head, a filter and sums; more rows than a sheet can have go on in further sheets. */
export function xlsxWriter(most = rowsPerSheet): Writer {
  return async function* (sheet) {
    const columns = columnsOf(sheet);
    const counts = countsOf(sheet.total, most);
    const names = counts.map((_, i) => nameOf(sheet.language, i));
    const last = columns.at(-1)?.letters ?? 'A';
    const filtered = counts.map((count) => `$A$1:$${last}$${count + 1}`);
    const zip = new ZipFile();
    // Not Node's own stream, in the library's types.
    const out = zip.outputStream as Readable;
    zip.on('error', (error: Error) => out.destroy(error));
    // The same sessions make the same bytes.
    const options = { mtime: new Date(Date.UTC(2000, 0, 1)), compressionLevel: 1 };
    for (const [name, xml] of packageFiles(names, filtered, sheet.language))
      zip.addBuffer(Buffer.from(xml), name, options);
    const source = slicesFrom(sheet.rows);
    for (const [i, count] of counts.entries()) {
      const xml = Readable.from(sheetXml(columns, source, count, sumNames[sheet.language]));
      // Of streams that are given to it yazl hears no failure.
      xml.on('error', (error) => out.destroy(error));
      zip.addReadStream(xml, sheetFile(i), options);
    }
    zip.end();
    yield* out;
  };
}

function columnsOf({ columns, language, zone }: Sheet): readonly Column[] {
  const all = xlsxColumns(language, localTimes(zone));
  return columns.map((column, i) => ({
    ...all[column],
    letters: columnLetters(i),
    title: exportColumnWords[language][column],
  }));
}

/** How many rows stand in each sheet; there always is one. */
function countsOf(total: number, most: number): readonly number[] {
  return Array.from({ length: sheetsFor(total, most) }, (_, i) => Math.min(most, total - i * most));
}

function nameOf(language: Language, index: number): string {
  return index === 0 ? sheetNames[language] : `${sheetNames[language]} ${index + 1}`;
}

/** Gives rows away in slices, none longer than asked for, from one reading to the next. */
function slicesFrom(rows: AsyncIterable<readonly ExportRow[]>) {
  const iterator = rows[Symbol.asyncIterator]();
  let held: readonly ExportRow[] = [];
  return async (most: number): Promise<readonly ExportRow[]> => {
    while (held.length === 0) {
      const next = await iterator.next();
      if (next.done) return [];
      held = next.value;
    }
    const taken = held.slice(0, most);
    held = held.slice(most);
    return taken;
  };
}

async function* sheetXml(
  columns: readonly Column[],
  take: (most: number) => Promise<readonly ExportRow[]>,
  count: number,
  sumName: string,
): AsyncIterable<Buffer> {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ letters, title }) => cellXml(`${letters}1`, 'head', title));
  yield Buffer.from(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<sheetViews><sheetView workbookViewId="0">' +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      `</sheetView></sheetViews><cols>${widths.join('')}</cols>` +
      `<sheetData><row r="1">${titles.join('')}</row>`,
  );
  const sums = columns.map(() => 0);
  let written = 0;
  while (written < count) {
    const slice = await take(count - written);
    if (slice.length === 0) break;
    let xml = '';
    for (const row of slice) {
      written += 1;
      xml += `<row r="${written + 1}">`;
      for (const [i, { letters, style, isSummed, value }] of columns.entries()) {
        const cell = value(row);
        xml += cellXml(`${letters}${written + 1}`, style, cell);
        if (isSummed && typeof cell === 'number') sums[i] = (sums[i] as number) + cell;
      }
      xml += '</row>';
    }
    yield Buffer.from(xml);
  }
  const last = columns.at(-1)?.letters ?? 'A';
  const total = written > 0 ? totalRow(columns, sums, written + 2, sumName) : '';
  yield Buffer.from(`${total}</sheetData><autoFilter ref="A1:${last}${written + 1}"/></worksheet>`);
}

function totalRow(
  columns: readonly Column[],
  sums: readonly number[],
  row: number,
  name: string,
): string {
  const cells = columns.map(({ letters, style, isSummed }, i) => {
    if (isSummed) {
      const sum = style === 'duration' ? 'durationSum' : 'numberSum';
      return sumXml(letters, row, sum, sums[i] as number);
    }
    return cellXml(`${letters}${row}`, 'label', i === 0 ? name : null);
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}
