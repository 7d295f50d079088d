import { exportColumnWords, type ExportColumn } from '../../../shared/exports/columns.ts';
import { mostOnClipboard } from '../../../shared/exports/format.ts';
import type { Language } from '../../../shared/language.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { neutralText, tabbedCell } from '../../../shared/text-cells.ts';
import { textCells, type TextStyle } from './text-cells.ts';
import type { Writer } from './writer.ts';

/** A table as a clipboard offers it: to editors as text between tabs, to spreadsheets as HTML. */
export interface TableParts {
  readonly text: string;
  readonly html: string;
}

const styles: Readonly<Record<Language, TextStyle>> = {
  de: { decimal: ',', times: 'german' },
  en: { decimal: '.', times: 'plain' },
};

/** Between the two in the writer's bytes; no cell holds it. */
const border = '\0';

/**
 * A table to paste: the text, a zero byte, the HTML. In the HTML numbers carry their value and text is marked as such
 * in the ways of Excel and LibreOffice, so that a customer number keeps its zeros and a decimal comma is none of the
 * program's language. Fails with the problem `clipboard-full` beyond `mostOnClipboard` sessions.
 */
export const clipboardWriter: Writer = async function* ({ rows, total, columns, language, zone }) {
  if (total > mostOnClipboard)
    throw new ProblemError({ code: 'clipboard-full' }, { message: `${total} sessions` });
  const text = (cells: readonly string[]): string => `${cells.map(tabbedCell).join('\t')}\r\n`;
  const titles = columns.map((column) => exportColumnWords[language][column]);
  const heads = titles.map((title) => `<th>${htmlText(title)}</th>`);
  const html = [htmlHead, `<tr>${heads.join('')}</tr>\n`];
  yield Buffer.from(text(titles));
  const cellOf = textCells(styles[language], language, zone, (cell) =>
    neutralText(cell).replaceAll(border, '\uFFFD'),
  );
  for await (const slice of rows) {
    let lines = '';
    for (const row of slice) {
      const cells = columns.map((column) => cellOf[column](row));
      lines += text(cells);
      html.push(`<tr>${cells.map((cell, i) => htmlCell(columns[i], cell)).join('')}</tr>\n`);
    }
    yield Buffer.from(lines);
  }
  yield Buffer.from(`${border}${html.join('')}</table></body></html>\n`);
};

/** Takes apart what the writer wrote. */
export function tableParts(bytes: Uint8Array): TableParts {
  const [text = '', html = ''] = Buffer.from(bytes).toString().split(border);
  return { text, html };
}

const htmlHead =
  '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>\n';

const numbers: ReadonlySet<ExportColumn> = new Set<ExportColumn>([
  'measuredMinutes',
  'customMinutes',
  'billableMinutes',
  'billableHours',
]);
/** What the two recognise by themselves. */
const times: ReadonlySet<ExportColumn> = new Set<ExportColumn>([
  'date',
  'start',
  'end',
  'measured',
  'updated',
]);

function htmlCell(column: ExportColumn | undefined, cell: string): string {
  if (cell === '' || column === undefined) return '<td></td>';
  if (times.has(column)) return `<td>${cell}</td>`;
  if (!numbers.has(column))
    return `<td style='mso-number-format:"\\@"' sdnum="1033;0;@">${htmlText(cell)}</td>`;
  const value = cell.replace(',', '.');
  return `<td x:num="${value}" sdval="${value}" sdnum="1033;0;0.00">${cell}</td>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function htmlText(text: string): string {
  // A break that stays within the cell, as Excel wants it.
  const lines = text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).split(/\r\n|[\r\n]/);
  return lines.join('<br style="mso-data-placement:same-cell">');
}
