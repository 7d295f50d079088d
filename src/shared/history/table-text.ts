import { formatClock } from '../format.ts';
import { openSetWord } from '../open-sets.ts';
import type { Language } from '../language.ts';
import { neutralText, tabbedCell } from '../text-cells.ts';
import { columnWords } from './column-words.ts';
import type { HistoryColumn } from './query.ts';
import type { HistoryRow } from './result.ts';

export interface TableTextOptions {
  readonly language: Language;
  /** IANA name of the zone that dates and times are written in. */
  readonly zone: string;
}

/**
 * Rows as a table to paste into a spreadsheet: cells between tabs, lines end with CRLF, names of the columns
 * first. Durations read `1:23:45`. What a spreadsheet would take for a formula begins with an apostrophe.
 */
export function tableText(
  rows: readonly HistoryRow[],
  columns: readonly HistoryColumn[],
  { language, zone }: TableTextOptions,
): string {
  const instants = instantsIn(language, zone);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => tabbedCell(neutralText(cell))).join('\t')}\r\n`;
  const head = line(columns.map((column) => columnWords[language][column]));
  const body = rows.map((row) =>
    line(columns.map((column) => textOf(row, column, language, instants))),
  );
  return head + body.join('');
}

interface Instants {
  readonly date: (instant: number) => string;
  readonly time: (instant: number) => string;
}

function textOf(
  row: HistoryRow,
  column: HistoryColumn,
  language: Language,
  { date, time }: Instants,
): string {
  switch (column) {
    case 'date':
      return date(row.startedAt);
    case 'start':
      return time(row.startedAt);
    case 'end':
      return row.finishedAt === null ? '' : time(row.finishedAt);
    case 'client':
      return row.clientName ?? '';
    case 'clientNumber':
      return row.clientNumber ?? '';
    case 'computer':
      return row.computerName ?? '';
    case 'technician':
      return row.technicians.join(', ');
    case 'name':
      return row.name;
    case 'type':
      return openSetWord('type', row.type, language);
    case 'state':
      return openSetWord('state', row.state, language);
    case 'measured':
      return row.finishedAt === null ? '' : formatClock(row.measuredMs);
    case 'custom':
      return row.customMs === null ? '' : formatClock(row.customMs);
    case 'billable':
      return row.finishedAt === null ? '' : formatClock(row.billableMs);
    case 'invoice':
      return openSetWord('invoice', row.invoiceState, language);
    case 'updated':
      return `${date(row.updatedAt)} ${time(row.updatedAt)}`;
  }
}

/** German dates as Germans write them; for everybody else in the order no spreadsheet misreads. */
function instantsIn(language: Language, zone: string): Instants {
  const locale = language === 'de' ? 'de-DE' : 'sv-SE';
  const date = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: zone,
  });
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return { date: (at) => date.format(at), time: (at) => time.format(at) };
}
