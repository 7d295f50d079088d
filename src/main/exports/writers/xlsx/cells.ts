import type { ExportColumn } from '../../../../shared/exports/columns.ts';
import type { ExportRow } from '../../../../shared/exports/row.ts';
import { openSetWord } from '../../../../shared/open-sets.ts';
import type { Language } from '../../../../shared/language.ts';
import type { LocalTime } from '../../local-time.ts';
import { hoursOf, minutesOf, secondsOf } from '../figures.ts';
import { styles, type StyleName } from './styles.ts';

/** What one column of a sheet is. */
export interface XlsxColumn {
  readonly style: StyleName;
  /** In widths of a digit. */
  readonly width: number;
  /** Added up in the last row. */
  readonly isSummed: boolean;
  readonly value: (row: ExportRow) => string | number | null;
}

const daySeconds = 86_400;
/** 1970-01-01 in a spreadsheet's days. */
const epoch = 25_569;
/** A spreadsheet's first day that every program agrees on is 1 March 1900. */
const firstDay = 61;
/** More a cell cannot hold, UTF-16 units. */
const longestText = 32_767;

export function xlsxColumns(
  language: Language,
  localTime: (instant: number) => LocalTime,
): Readonly<Record<ExportColumn, XlsxColumn>> {
  const secondsAt = (instant: number): number => Date.parse(`${localTime(instant).text}Z`) / 1000;
  const serial = (instant: number): number =>
    Math.max(firstDay, secondsAt(instant) / daySeconds + epoch);
  // From whole seconds: what is left of a day's number behind its point is a second short now and then.
  const timeOfDay = (instant: number): number => {
    const rest = secondsAt(instant) % daySeconds;
    return (rest < 0 ? rest + daySeconds : rest) / daySeconds;
  };
  const text = (width: number, value: XlsxColumn['value']): XlsxColumn => ({
    style: 'text',
    width,
    isSummed: false,
    value,
  });
  const when = (style: StyleName, width: number, value: XlsxColumn['value']): XlsxColumn => ({
    ...text(width, value),
    style,
  });
  const figure = (
    style: StyleName,
    msOf: (row: ExportRow) => number | null,
    read: (ms: number) => number,
  ): XlsxColumn => ({
    style,
    width: 14,
    isSummed: true,
    value: (row) => {
      const ms = msOf(row);
      return ms === null ? null : read(ms);
    },
  });
  return {
    id: text(24, (row) => row.id),
    date: when('date', 11, (row) => Math.floor(serial(row.startedAt))),
    start: when('time', 10, (row) => timeOfDay(row.startedAt)),
    end: when('time', 10, (row) => (row.finishedAt === null ? null : timeOfDay(row.finishedAt))),
    clientNumber: text(14, (row) => row.clientNumber),
    client: text(30, (row) => row.clientName),
    computer: text(20, (row) => row.computerName),
    technician: text(22, (row) => row.technicians.join(', ')),
    type: text(18, (row) => openSetWord('type', row.type, language)),
    name: text(36, (row) => row.name),
    measured: figure(
      'duration',
      (row) => row.measuredMs,
      (ms) => secondsOf(ms) / daySeconds,
    ),
    measuredMinutes: figure('number', (row) => row.measuredMs, minutesOf),
    customMinutes: figure('number', (row) => row.customMs, minutesOf),
    billableMinutes: figure('number', (row) => row.billableMs, minutesOf),
    billableHours: figure('number', (row) => row.billableMs, hoursOf),
    invoice: text(18, (row) => openSetWord('invoice', row.invoiceState, language)),
    state: text(14, (row) => openSetWord('state', row.state, language)),
    commentsLink: text(30, (row) => row.commentsLink),
    updated: when('moment', 18, (row) => serial(row.updatedAt)),
  };
}

/** One cell of a row; nothing where there is nothing to say. */
export function cellXml(place: string, style: StyleName, value: string | number | null): string {
  if (value === null || value === '') return '';
  const start = `<c r="${place}" s="${styles[style]}"`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
}

/** A sum of the column above, which follows the filter; `value` is what it comes to unfiltered. */
export function sumXml(column: string, row: number, style: StyleName, value: number): string {
  const formula = `SUBTOTAL(109,${column}2:${column}${row - 1})`;
  return `<c r="${column}${row}" s="${styles[style]}"><f>${formula}</f><v>${value}</v></c>`;
}

/** `A`, `B`, … `AA` for 0, 1, … 26. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Characters that XML cannot hold become a replacement, and what reads as an escape of the format is escaped itself. */
export function xmlText(text: string): string {
  const held = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return (
    held
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- these are what XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
  );
}
