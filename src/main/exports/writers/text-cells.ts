import type { ExportColumn } from '../../../shared/exports/columns.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import type { Language } from '../../../shared/language.ts';
import { openSetWord } from '../../../shared/open-sets.ts';
import { localTimes, offsetText } from '../local-time.ts';
import { clockOf, hoursOf, minutesOf } from './figures.ts';

/** How dates and numbers are written where a cell is nothing but text. */
export interface TextStyle {
  readonly decimal: ',' | '.';
  /**
   * `german`: `23.11.2026` and `14:05:09`; `plain`: `2026-11-23` and `14:05:09`; `iso`: `2026-11-23` and
   * `2026-11-23T14:05:09+01:00`.
   */
  readonly times: 'german' | 'plain' | 'iso';
}

/** What stands in each column of a row. @param textCell makes a cell of a text that anything can be in */
export function textCells(
  { decimal, times }: TextStyle,
  language: Language,
  zone: string,
  textCell: (text: string) => string,
): Readonly<Record<ExportColumn, (row: ExportRow) => string>> {
  const localTime = localTimes(zone);
  const date = (instant: number): string => {
    const { text } = localTime(instant);
    return times === 'german' ? germanDate(text) : text.slice(0, 10);
  };
  const time = (instant: number): string => {
    const { text, offset } = localTime(instant);
    return times === 'iso' ? text + offsetText(offset) : text.slice(11);
  };
  const moment = (instant: number): string => {
    if (times === 'iso') return time(instant);
    const { text } = localTime(instant);
    return `${times === 'german' ? germanDate(text) : text.slice(0, 10)} ${text.slice(11)}`;
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
