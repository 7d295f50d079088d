import { expect, it } from 'vitest';
import { jsonWriter } from '../../../../src/main/exports/writers/json.ts';
import { exportRow, written } from './rows.ts';

it('writes every session, whole and in order, as JSON', async () => {
  const names = ['"', '\u2028', '</script>', 'a\ud83d', ''];
  const rows = names.map((name, at) => exportRow({ id: `${at}`, name }));
  const bytes = await written(jsonWriter, rows);
  const { sessions, ...head } = JSON.parse(bytes.toString()) as { sessions: { name: string }[] };
  expect(head).toEqual({
    format: 'tagwerk-sessions',
    version: 1,
    timeZone: 'Europe/Berlin',
    count: 5,
  });
  expect(sessions.map(({ name }) => name)).toEqual(names);
  expect(sessions[0]).toEqual({
    id: '0',
    name: '"',
    startedAt: '2026-11-23T14:05:09+01:00',
    finishedAt: '2026-11-23T15:28:54+01:00',
    updatedAt: '2026-11-23T15:30:00+01:00',
    client: { name: 'Müller & Söhne', number: '00417' },
    computer: 'PC-EMPFANG',
    technicians: ['Jana Öztürk'],
    type: 'RemoteAccessSession',
    state: 'Finished',
    invoiceState: 'Open',
    measuredMs: 5_025_000,
    customMs: null,
    billableMs: 5_400_000,
    commentsLink: null,
  });
});

it('is JSON without a session too', async () => {
  expect(JSON.parse((await written(jsonWriter, [])).toString())).toMatchObject({ sessions: [] });
});
