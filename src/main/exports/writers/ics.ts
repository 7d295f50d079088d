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
 * A calendar (RFC 5545) with an event a session, whatever the columns. Nothing depends on when it is written: an event keeps its UID, and is stamped with the session's last
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
  language,
}: Pick<Sheet, 'language'>): (row: ExportRow) => readonly (string | null)[] {
  const utc = localTimes('UTC');
  const moment = (instant: number): string => `${utc(instant).text.replace(/[-:]/g, '')}Z`;
  const property = (name: string, text: string | null): string | null =>
    text ? `${name}:${escapedText(text)}` : null;
  return (row) => {
    const { finishedAt } = row;
    const begin = moment(row.startedAt);
    const end = finishedAt === null ? begin : moment(finishedAt);
    const link = webLink(row.commentsLink);
    const type = openSetWord('type', row.type, language);
    const name = row.name || type;
    return [
      'BEGIN:VEVENT',
      `UID:${escapedText(`tagwerk-session-${row.id}`)}`,
      `DTSTAMP:${moment(row.updatedAt)}`,
      `LAST-MODIFIED:${moment(row.updatedAt)}`,
      `DTSTART:${begin}`,
      // An end has to be later than the beginning.
      end > begin ? `DTEND:${end}` : null,
      property('SUMMARY', row.clientName ? `${row.clientName} – ${name}` : name),
      property('LOCATION', row.computerName),
      property('DESCRIPTION', description(row, language)),
      property('CATEGORIES', type),
      // An address as the parser writes it has no character that ends a line.
      link === null ? null : `URL:${new URL(link).href}`,
      `STATUS:${finishedAt === null ? 'TENTATIVE' : 'CONFIRMED'}`,
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ];
  };
}

/** A line a figure, named as the columns of a table are. */
function description(row: ExportRow, language: Language): string {
  const words = exportColumnWords[language];
  const { measuredMs, billableMs } = row;
  const lines: readonly (readonly [ExportColumn, string | null])[] = [
    ['clientNumber', row.clientNumber],
    ['technician', row.technicians.join(', ')],
    ['measured', measuredMs === null ? null : clockOf(measuredMs)],
    ['billableHours', billableMs === null ? null : decimal(hoursOf(billableMs), language)],
    ['invoice', openSetWord('invoice', row.invoiceState, language)],
    ['state', openSetWord('state', row.state, language)],
  ];
  return lines.flatMap(([column, text]) => (text ? [`${words[column]}: ${text}`] : [])).join('\n');
}

function decimal(value: number, language: Language): string {
  const text = value.toFixed(2);
  return language === 'de' ? text.replace('.', ',') : text;
}
