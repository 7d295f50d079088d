import { exportColumnWords } from '../../../shared/exports/columns.ts';
import { mostOnClipboard } from '../../../shared/exports/format.ts';
import type { Language } from '../../../shared/language.ts';
import { ProblemError } from '../../../shared/problem.ts';
import { neutralText, tabbedCell } from '../../../shared/text-cells.ts';
import { localTimes } from '../local-time.ts';
import { textCells, type TextStyle } from './text-cells.ts';
import type { Writer } from './writer.ts';
import { xlsxColumns } from './xlsx/cells.ts';
import type { StyleName } from './xlsx/styles.ts';

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
 * A table to paste: the text, a zero byte, the HTML. In the HTML numbers, dates and times carry their value, and text
 * is marked as such, in the ways of Excel (`x:num`, `mso-number-format`) and LibreOffice (`sdval`, `sdnum`): a customer
 * number keeps its zeros, and a decimal comma is one in every language the program speaks. Fails with the problem `clipboard-full` beyond `mostOnClipboard` sessions.
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
  const valueOf = xlsxColumns(language, localTimes(zone));
  for await (const slice of rows) {
    let lines = '';
    for (const row of slice) {
      const cells = columns.map((column) => cellOf[column](row));
      lines += text(cells);
      const typed = columns.map((column, i) => {
        const { style, value } = valueOf[column];
        return htmlCell(value(row), cells[i] ?? '', formats[language][style] ?? '@');
      });
      html.push(`<tr>${typed.join('')}</tr>\n`);
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

/** How the two are told to show what is no text, by the style of the same column in a workbook. */
const formats: Readonly<Record<Language, Readonly<Partial<Record<StyleName, string>>>>> = {
  de: formatsWith('dd.mm.yyyy'),
  en: formatsWith('yyyy-mm-dd'),
};

function formatsWith(date: string): Readonly<Partial<Record<StyleName, string>>> {
  const time = 'hh:mm:ss';
  return { date, time, moment: `${date} ${time}`, duration: '[hh]:mm:ss', number: '0.00' };
}

/** @param value what a workbook would hold in this cell; @param text what is shown of it */
function htmlCell(value: string | number | null, text: string, format: string): string {
  if (text === '') return '<td></td>';
  const look = `style='mso-number-format:"${format.replace(/[^a-z0-9]/g, '\\$&')}"'`;
  const kind = `sdnum="1033;0;${format}"`;
  if (typeof value !== 'number') return `<td ${look} ${kind}>${htmlText(text)}</td>`;
  return `<td x:num="${value}" sdval="${value}" ${look} ${kind}>${text}</td>`;
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
