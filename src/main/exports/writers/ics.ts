import { contentLine, escapedText } from '../../../shared/content-lines.ts';
import { exportColumnWords, type ExportColumn } from '../../../shared/exports/columns.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import { openSetWord } from '../../../shared/open-sets.ts';
import type { Language } from '../../../shared/language.ts';
import { webLink } from '../../../shared/web-link.ts';
import { localTimes } from '../local-time.ts';
import { clockOf, hoursOf } from './figures.ts';
import type { Sheet, Writer } from './writer.ts';

/**
 * A calendar (RFC 5545) with an event a session. What stands in an event besides its name and time follows the
 * columns. Nothing depends on when it is written: an event keeps its UID, and is stamped with the session's last
 * change, so that a calendar takes a later export for news of the same events. A session that still runs is
 * tentative and has no end.
 */
export const icsWriter: Writer = async function* (sheet) {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Tagwerk//Tagwerk//${sheet.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
  ];
  yield Buffer.from(head.map(contentLine).join(''));
  const propertiesOf = eventsIn(sheet);
  for await (const slice of sheet.rows) {
    let text = '';
    for (const row of slice)
      for (const line of propertiesOf(row)) if (line !== null) text += contentLine(line);
    yield Buffer.from(text);
  }
  yield Buffer.from(contentLine('END:VCALENDAR'));
};

function eventsIn({
  columns,
  language,
}: Pick<Sheet, 'columns' | 'language'>): (row: ExportRow) => readonly (string | null)[] {
  const wanted = new Set(columns);
  const described = columns.flatMap((column) => {
    const read = details[column];
    return read ? [{ word: exportColumnWords[language][column], read }] : [];
  });
  const utc = localTimes('UTC');
  const moment = (instant: number): string => `${utc(instant).text.replace(/[-:]/g, '')}Z`;
  const property = (name: string, text: string | null): string | null =>
    text ? `${name}:${escapedText(text)}` : null;
  const of = <T>(column: ExportColumn, value: T): T | null => (wanted.has(column) ? value : null);
  return (row) => {
    const { finishedAt } = row;
    const begin = moment(row.startedAt);
    const end = finishedAt !== null && finishedAt > row.startedAt ? moment(finishedAt) : begin;
    const link = of('commentsLink', webLink(row.commentsLink));
    const type = openSetWord('type', row.type, language);
    const description = described.flatMap(({ word, read }) => {
      const text = read(row, language);
      return text ? [`${word}: ${text}`] : [];
    });
    return [
      'BEGIN:VEVENT',
      `UID:${escapedText(`tagwerk-session-${row.id}`)}`,
      `DTSTAMP:${moment(row.updatedAt)}`,
      `LAST-MODIFIED:${moment(row.updatedAt)}`,
      `DTSTART:${begin}`,
      // An end has to be later than the beginning.
      end > begin ? `DTEND:${end}` : null,
      property(
        'SUMMARY',
        [of('client', row.clientName), row.name || type].filter(Boolean).join(' – '),
      ),
      property('LOCATION', of('computer', row.computerName)),
      property('DESCRIPTION', description.join('\n')),
      property('CATEGORIES', of('type', type)),
      // An address as the parser writes it has no character that ends a line.
      link === null ? null : `URL:${new URL(link).href}`,
      `STATUS:${finishedAt === null ? 'TENTATIVE' : 'CONFIRMED'}`,
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ];
  };
}

/** What an event says in its description, by the column that asks for it. */
const details: Readonly<
  Partial<Record<ExportColumn, (row: ExportRow, language: Language) => string | null>>
> = {
  clientNumber: (row) => row.clientNumber,
  technician: (row) => row.technicians.join(', '),
  measured: (row) => (row.measuredMs === null ? null : clockOf(row.measuredMs)),
  billableHours: (row, language) =>
    row.billableMs === null ? null : decimal(hoursOf(row.billableMs), language),
  invoice: (row, language) => openSetWord('invoice', row.invoiceState, language),
  state: (row, language) => openSetWord('state', row.state, language),
};

function decimal(value: number, language: Language): string {
  const text = value.toFixed(2);
  return language === 'de' ? text.replace('.', ',') : text;
}
