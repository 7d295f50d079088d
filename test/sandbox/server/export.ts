import type { RawSession } from '../types.ts';
import type { ExportOrder, World } from './world.ts';

const columns = [
  'id',
  'name',
  'type',
  'state',
  'invoiceState',
  'clientId',
  'clientName',
  'computer',
  'participants',
  'sessionCreatedAt',
  'sessionFinishedAt',
  'durationMs',
  'customDurationMs',
  'lastUpdatedAt',
] as const;

export const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** The file behind a download link, piece by piece. How it is laid out is the sandbox's own choice. */
export async function* exportFile(world: World, order: ExportOrder): AsyncGenerator<string> {
  const { format, withComments } = order;
  const sessions = await world.select(order.selection);
  const names = withComments ? [...columns, 'commentsLink'] : [...columns];
  if (format === 'csv') yield `${names.map(quoted).join(',')}\r\n`;
  if (format === 'json') yield '[';
  if (format === 'xml') yield '<?xml version="1.0" encoding="UTF-8"?>\n<sessions>\n';
  for (let position = 0; position < sessions.length; position += 1) {
    const session = world.book.read(sessions.at(position));
    const cells = cellsOf(session, withComments);
    if (format === 'csv') yield `${cells.map(quoted).join(',')}\r\n`;
    if (format === 'json') {
      const row = Object.fromEntries(names.map((name, index) => [name, cells[index]]));
      yield `${position === 0 ? '' : ','}\n${JSON.stringify(row)}`;
    }
    if (format === 'xml') {
      const fields = names.map(
        (name, index) => `<${name}>${escaped(cells[index] ?? '')}</${name}>`,
      );
      yield `<session>${fields.join('')}</session>\n`;
    }
  }
  if (format === 'json') yield '\n]\n';
  if (format === 'xml') yield '</sessions>\n';
}

function cellsOf(session: RawSession, withComments: boolean): string[] {
  const { clientCompany, target, participants } = session;
  const cells = [
    session.id,
    session.name,
    session.type,
    session.state,
    session.invoiceState,
    clientCompany?.clientId,
    clientCompany?.companyFolderDisplayName,
    target?.computerDisplayName,
    participants.map(({ name }) => name).join(', '),
    session.sessionCreatedAt,
    session.sessionFinishedAt,
    session.duration,
    session.customDuration,
    session.lastUpdatedAt,
  ];
  if (withComments) cells.push(session.commentsLink);
  return cells.map((cell) => String(cell ?? ''));
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function escaped(text: string): string {
  const named: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
  // XML 1.0 has no way to write control characters.
  return text
    .replaceAll(/[<>&]/g, (character) => named[character] ?? '')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''));
}
