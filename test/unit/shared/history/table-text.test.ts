import { expect, it } from 'vitest';
import type { HistoryRow } from '../../../../src/shared/history/result.ts';
import { tableText } from '../../../../src/shared/history/table-text.ts';

const row: HistoryRow = {
  id: '1',
  name: '=1+1\t"x"',
  type: 'RemoteAccessSession',
  state: 'Finished',
  invoiceState: 'Open',
  clientName: '@b',
  clientNumber: '007',
  computerName: null,
  technicians: ['A', 'B'],
  startedAt: Date.parse('2026-11-23T23:30:05Z'),
  finishedAt: Date.parse('2026-11-24T00:54:00Z'),
  updatedAt: 0,
  measuredMs: 5_025_000,
  customMs: null,
  billableMs: 0,
  hasNote: false,
};

it('pastes as cells, and never as a formula', () => {
  const text = tableText(
    [row],
    ['date', 'start', 'name', 'client', 'clientNumber', 'measured', 'state'],
    { language: 'de', zone: 'Europe/Berlin' },
  );
  expect(text).toBe(
    'Datum\tBeginn\tBezeichnung\tKunde\tKundennummer\tGemessen\tStatus\r\n' +
      `24.11.2026\t00:30:05\t"'=1+1\t""x"""\t'@b\t007\t1:23:45\tBeendet\r\n`,
  );
  expect(tableText([row], ['date'], { language: 'en', zone: 'UTC' })).toBe(
    'Date\r\n2026-11-23\r\n',
  );
});
