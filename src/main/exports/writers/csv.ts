import { exportColumnWords, type ExportColumn } from '../../../shared/exports/columns.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import { openSetWord } from '../../../shared/open-sets.ts';
import type { Language } from '../../../shared/language.ts';
import { localTimes, offsetText } from '../local-time.ts';
import { clockOf, hoursOf, minutesOf } from './figures.ts';
import type { Writer } from './writer.ts';

/** How a CSV file is written. */
export interface CsvProfile {
  /** A byte order mark at the beginning, without which a German Excel reads another encoding. */
  readonly isMarked: boolean;
  readonly separator: ';' | ',';
  readonly decimal: ',' | '.';
  /** `local`: `23.11.2026` and `14:05:09`; `iso`: `2026-11-23` and `2026-11-23T14:05:09+01:00`. */
  readonly times: 'local' | 'iso';
}

/** What a German Excel opens by a double click. */
export const germanExcel: CsvProfile = {
  isMarked: true,
  separator: ';',
  decimal: ',',
  times: 'local',
};

/** What programs read. */
export const rfc4180: CsvProfile = {
  isMarked: false,
  separator: ',',
  decimal: '.',
  times: 'iso',
};

type CellOf = (row: ExportRow) => string;

export function csvWriter(profile: CsvProfile): Writer {
  return async function* ({ rows, columns, language, zone }) {
    const line = (cells: readonly string[]): string => `${cells.join(profile.separator)}\r\n`;
    const mark = profile.isMarked ? '\uFEFF' : '';
    const words = exportColumnWords[language];
    yield Buffer.from(mark + line(columns.map((column) => textCell(words[column]))));
    const cellsOf = cellsIn(profile, language, zone);
    const cells = columns.map((column) => cellsOf[column]);
    for await (const slice of rows) {
      let text = '';
      for (const row of slice) text += line(cells.map((cell) => cell(row)));
      yield Buffer.from(text);
    }
  };
}

function cellsIn(
  { decimal, times }: CsvProfile,
  language: Language,
  zone: string,
): Readonly<Record<ExportColumn, CellOf>> {
  const localTime = localTimes(zone);
  const date = (instant: number): string => {
    const { text } = localTime(instant);
    return times === 'iso' ? text.slice(0, 10) : germanDate(text);
  };
  const time = (instant: number): string => {
    const { text, offset } = localTime(instant);
    return times === 'iso' ? text + offsetText(offset) : text.slice(11);
  };
  const moment = (instant: number): string => {
    const { text, offset } = localTime(instant);
    return times === 'iso' ? text + offsetText(offset) : `${germanDate(text)} ${text.slice(11)}`;
  };
  const number = (value: number): string => value.toFixed(2).replace('.', decimal);
  const figure = (ms: number | null, read: (ms: number) => number): string =>
    ms === null ? '' : number(read(ms));
  const words = { type: wordsFor('type'), state: wordsFor('state'), invoice: wordsFor('invoice') };
  function wordsFor(set: 'type' | 'state' | 'invoice'): (id: string) => string {
    const known = new Map<string, string>();
    return (id) => {
      let cell = known.get(id);
      if (cell === undefined) known.set(id, (cell = textCell(openSetWord(set, id, language))));
      return cell;
    };
  }
  return {
    id: (row) => textCell(row.id),
    date: (row) => date(row.startedAt),
    start: (row) => time(row.startedAt),
    end: (row) => (row.finishedAt === null ? '' : time(row.finishedAt)),
    clientNumber: (row) => textCell(row.clientNumber ?? ''),
    client: (row) => textCell(row.clientName ?? ''),
    computer: (row) => textCell(row.computerName ?? ''),
    technician: (row) => textCell(row.technicians.join(', ')),
    type: (row) => words.type(row.type),
    name: (row) => textCell(row.name),
    measured: (row) => (row.measuredMs === null ? '' : clockOf(row.measuredMs)),
    measuredMinutes: (row) => figure(row.measuredMs, minutesOf),
    customMinutes: (row) => figure(row.customMs, minutesOf),
    billableMinutes: (row) => figure(row.billableMs, minutesOf),
    billableHours: (row) => figure(row.billableMs, hoursOf),
    invoice: (row) => words.invoice(row.invoiceState),
    state: (row) => words.state(row.state),
    commentsLink: (row) => textCell(row.commentsLink ?? ''),
    updated: (row) => moment(row.updatedAt),
  };
}

function germanDate(text: string): string {
  return `${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)}`;
}

/**
 * A text as a cell. Names of sessions and computers are chosen by strangers: what a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
function textCell(text: string): string {
  const whole = text.toWellFormed();
  const safe = /^[=+\-@\t\r]/.test(whole) ? `'${whole}` : whole;
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
