import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { icsWriter } from '../../../../src/main/exports/writers/ics.ts';
import type { Sheet } from '../../../../src/main/exports/writers/writer.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { exportRow, written } from './rows.ts';

/** The events that a calendar program reads, property → value. */
async function events(rows: readonly ExportRow[], changes: Partial<Sheet> = {}) {
  const text = (await written(icsWriter, rows, changes)).toString();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((event) => (name: string) => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? null : String(value);
  });
}

async function event(changes: Partial<ExportRow>, sheet: Partial<Sheet> = {}) {
  const [first] = await events([exportRow(changes)], sheet);
  return first ?? (() => null);
}

it('a session is an event with its times in UTC, named after client and session', async () => {
  const value = await event({ commentsLink: 'https://web.pcvisit.example/c/1' });
  expect(value('dtstart')).toBe('2026-11-23T13:05:09Z');
  expect(value('dtend')).toBe('2026-11-23T14:28:54Z');
  expect(value('summary')).toBe('Müller & Söhne – Drucker');
  expect(value('location')).toBe('PC-EMPFANG');
  expect(value('categories')).toBe('Fernzugriff');
  expect(value('url')).toBe('https://web.pcvisit.example/c/1');
  expect(value('status')).toBe('CONFIRMED');
  expect(value('description')?.split('\n')).toEqual([
    'Kundennummer: 00417',
    'Techniker: Jana Öztürk',
    'Dauer (hh:mm:ss): 01:23:45',
    'Abrechenbar (Std.): 1,50',
    'Rechnungsstatus: Offen',
    'Status: Beendet',
  ]);
});

it('is the same file whenever it is written, and a changed session is the same event, changed later', async () => {
  const [first, second] = await events([
    exportRow(),
    exportRow({ name: 'Neu', updatedAt: Date.UTC(2026, 10, 24) }),
  ]);
  expect(first?.('uid')).toBe(second?.('uid'));
  expect(first?.('dtstamp')).toBe('2026-11-23T14:30:00Z');
  expect(second?.('dtstamp')).toBe('2026-11-24T00:00:00Z');
  expect(await written(icsWriter, [exportRow()])).toEqual(await written(icsWriter, [exportRow()]));
});

it('holds everything, whatever the columns', async () => {
  const value = await event({}, { columns: ['id'] });
  expect(value('location')).toBe('PC-EMPFANG');
  expect(value('description')).toContain('Jana Öztürk');
});

it('a session that runs is tentative and has no end', async () => {
  const value = await event({ finishedAt: null, measuredMs: null, billableMs: null });
  expect(value('status')).toBe('TENTATIVE');
  expect(value('dtend')).toBeNull();
  expect(value('description')).not.toContain('Dauer');
});

it.each([0, 400, -60_000])('an end %i ms after the beginning is none', async (after) => {
  const startedAt = Date.UTC(2026, 10, 23, 13);
  const value = await event({ startedAt, finishedAt: startedAt + after });
  expect(value('dtend')).toBeNull();
});

it('a session without client and name is called by its type', async () => {
  expect((await event({ clientName: null, name: '' }))('summary')).toBe('Fernzugriff');
});

it.each(['javascript:alert(1)', 'http://a.example/', 'https://', 'file:///etc/passwd'])(
  '%s is no link to comments',
  async (commentsLink) => {
    expect((await event({ commentsLink }))('url')).toBeNull();
  },
);

it('an address with the end of a line in it begins no other property', async () => {
  const value = await event({ commentsLink: 'https://a.example/\r\nATTACH:file:///etc/passwd' });
  expect(value('attach')).toBeNull();
  expect(value('url')).toMatch(/^https:\/\/a\.example\//);
});

it('instants beyond all calendars stand as the nearest there is', async () => {
  const rows = [exportRow({ startedAt: -8.64e15, finishedAt: 8.64e15 })];
  const file = (await written(icsWriter, rows)).toString();
  expect(file).toContain('\r\nDTSTART:00010102T000000Z\r\nDTEND:99991230T000000Z\r\n');
});

const text = fc.string({ unit: 'binary', maxLength: 120 });

it('whatever strangers call things stays text, in lines of 75 octets that are UTF-8', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, clientName, computerName) => {
      const rows = [exportRow({ name, clientName, computerName }), exportRow({ id: 'after' })];
      const bytes = await written(icsWriter, rows);
      const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      expect(decoded).toMatch(/\r\nEND:VCALENDAR\r\n$/);
      expect(decoded.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of decoded.split('\r\n'))
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const read = await events(rows);
      expect(read.map((value) => value('uid'))).toEqual([
        'tagwerk-session-a1',
        'tagwerk-session-after',
      ]);
      // eslint-disable-next-line no-control-regex -- what a calendar cannot hold is left out
      const kept = (from: string) => from.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
      const told = kept(computerName.toWellFormed().replace(/\r\n|[\r\n\u2028\u2029]/g, '\n'));
      if (told !== '') expect(read[0]?.('location')).toBe(told);
    }),
    { numRuns: 300 },
  );
});
