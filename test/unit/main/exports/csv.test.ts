import { expect, it } from 'vitest';
import { csvWriter, germanExcel, rfc4180 } from '../../../../src/main/exports/writers/csv.ts';
import type { ExportColumn } from '../../../../src/shared/exports/columns.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { exportRow, written } from './rows.ts';

const german = csvWriter(germanExcel);
const strict = csvWriter(rfc4180);

/** One cell of a row, as it stands in the file. */
async function cell(
  writer: typeof german,
  column: ExportColumn,
  changes: Partial<ExportRow>,
  zone = 'Europe/Berlin',
): Promise<string> {
  const bytes = await written(writer, [exportRow(changes)], { columns: [column], zone });
  return bytes.toString().split('\r\n').slice(1, -1).join('\r\n');
}

it('German Excel: a byte order mark, semicolons, CRLF and one header row', async () => {
  const bytes = await written(german, [exportRow(), exportRow({ id: 'a2' })]);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString()).toBe(
    'Sitzungs-ID;Datum;Beginn;Ende;Kundennummer;Kunde;Computer;Techniker;Art;Bezeichnung;' +
      'Dauer (hh:mm:ss);Dauer (Min.);Eigene Dauer (Min.);Abrechenbar (Min.);Abrechenbar (Std.);' +
      'Rechnungsstatus;Status;Kommentar-Link;Zuletzt geändert\r\n' +
      'a1;23.11.2026;14:05:09;15:28:54;00417;Müller & Söhne;PC-EMPFANG;Jana Öztürk;Fernzugriff;Drucker;' +
      '01:23:45;83,75;;90,00;1,50;Offen;Beendet;;23.11.2026 15:30:00\r\n' +
      'a2;23.11.2026;14:05:09;15:28:54;00417;Müller & Söhne;PC-EMPFANG;Jana Öztürk;Fernzugriff;Drucker;' +
      '01:23:45;83,75;;90,00;1,50;Offen;Beendet;;23.11.2026 15:30:00\r\n',
  );
});

it('RFC 4180: no byte order mark, commas, ISO 8601 with offset and a decimal point', async () => {
  const bytes = await written(strict, [exportRow()], { language: 'en' });
  expect(bytes.toString()).toBe(
    'Session ID,Date,Start,End,Client number,Client,Computer,Technician,Type,Name,' +
      'Duration (hh:mm:ss),Duration (min),Custom duration (min),Billable (min),Billable (h),' +
      'Invoice state,State,Comments link,Last changed\r\n' +
      'a1,2026-11-23,2026-11-23T14:05:09+01:00,2026-11-23T15:28:54+01:00,00417,Müller & Söhne,PC-EMPFANG,' +
      'Jana Öztürk,Remote access,Drucker,01:23:45,83.75,,90.00,1.50,Open,Finished,,2026-11-23T15:30:00+01:00\r\n',
  );
});

it('5025 s is 01:23:45 and 1,40 h', async () => {
  expect(await cell(german, 'measured', {})).toBe('01:23:45');
  expect(await cell(german, 'billableHours', { billableMs: 5_025_000 })).toBe('1,40');
});

it('numbers have no thousands separator', async () => {
  expect(await cell(german, 'measuredMinutes', { measuredMs: 123_456 * 60_000 })).toBe('123456,00');
  expect(await cell(german, 'measured', { measuredMs: 123 * 3_600_000 })).toBe('123:00:00');
});

it('customer numbers keep leading zeros', async () => {
  expect(await cell(german, 'clientNumber', { clientNumber: '000' })).toBe('000');
});

it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\tx', '\rx'])(
  'a cell that would start with %j is neutralised with an apostrophe',
  async (name) => {
    for (const writer of [german, strict]) {
      const text = await cell(writer, 'name', { name });
      expect(text.replace(/^"/, '')).toMatch(/^'/);
      expect(text).toContain(name);
    }
  },
);

it('quotes what holds a separator, a quote or the end of a line', async () => {
  expect(await cell(german, 'name', { name: 'a;b' })).toBe('"a;b"');
  expect(await cell(strict, 'name', { name: 'a,b' })).toBe('"a,b"');
  expect(await cell(german, 'name', { name: 'say "x"' })).toBe('"say ""x"""');
  expect(await cell(german, 'name', { name: 'a\r\nb' })).toBe('"a\r\nb"');
});

it('a session that runs has no end and no durations', async () => {
  const running = { finishedAt: null, measuredMs: null, customMs: null, billableMs: null };
  for (const column of ['end', 'measured', 'measuredMinutes', 'billableHours'] as const)
    expect(await cell(german, column, running)).toBe('');
});

it('half a surrogate pair becomes a character that UTF-8 has', async () => {
  expect(await cell(german, 'name', { name: 'a\ud83d' })).toBe('a\ufffd');
});

it('tells the two hours apart that a night in autumn has twice', async () => {
  const first = Date.UTC(2026, 9, 25, 0, 30);
  const second = first + 3_600_000;
  expect(await cell(strict, 'start', { startedAt: first })).toBe('2026-10-25T02:30:00+02:00');
  expect(await cell(strict, 'start', { startedAt: second })).toBe('2026-10-25T02:30:00+01:00');
});

it('an instant that no date is written for stands as the nearest there is', async () => {
  expect(await cell(german, 'date', { startedAt: 8.64e15 })).toBe('30.12.9999');
  expect(await cell(german, 'date', { startedAt: -8.64e15 })).toBe('02.01.0001');
  expect(await cell(german, 'date', { startedAt: Date.UTC(1899, 11, 31, 12) })).toBe('31.12.1899');
});
