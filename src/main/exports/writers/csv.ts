import { exportColumnWords } from '../../../shared/exports/columns.ts';
import { neutralText } from '../../../shared/text-cells.ts';
import { textCells, type TextStyle } from './text-cells.ts';
import type { Writer } from './writer.ts';

/** How a CSV file is written. */
export interface CsvProfile extends TextStyle {
  /** A byte order mark at the beginning, without which a German Excel reads another encoding. */
  readonly isMarked: boolean;
  readonly separator: ';' | ',';
}

/** What a German Excel opens by a double click. */
export const germanExcel: CsvProfile = {
  isMarked: true,
  separator: ';',
  decimal: ',',
  times: 'german',
};

/** What programs read. */
export const rfc4180: CsvProfile = {
  isMarked: false,
  separator: ',',
  decimal: '.',
  times: 'iso',
};

export function csvWriter(profile: CsvProfile): Writer {
  return async function* ({ rows, columns, language, zone }) {
    const line = (cells: readonly string[]): string => `${cells.join(profile.separator)}\r\n`;
    const mark = profile.isMarked ? '\uFEFF' : '';
    const words = exportColumnWords[language];
    yield Buffer.from(mark + line(columns.map((column) => textCell(words[column]))));
    const cellOf = textCells(profile, language, zone, textCell);
    const cells = columns.map((column) => cellOf[column]);
    for await (const slice of rows) {
      let text = '';
      for (const row of slice) text += line(cells.map((cell) => cell(row)));
      yield Buffer.from(text);
    }
  };
}

function textCell(text: string): string {
  const safe = neutralText(text);
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
