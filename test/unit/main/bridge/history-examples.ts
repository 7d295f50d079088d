import { newestFirst, noFilter, type HistoryQuery } from '../../../../src/shared/history/query.ts';
import type { HistoryResult } from '../../../../src/shared/history/result.ts';
import type { SavedView } from '../../../../src/shared/history/view.ts';

export const query: HistoryQuery = {
  filter: { ...noFilter, text: 'müller', period: { from: '2026-11-01', to: null } },
  sort: newestFirst,
  group: 'client',
};

const sums = { sessions: 1, running: 0, measuredMs: 60_000, customMs: 0, billableMs: 900_000 };
const facet = {
  choices: [{ key: 'f', label: 'Müller', number: '00417', sessions: 1 }],
  total: 1,
};
const ranking = { bars: [{ key: 'f', label: 'Müller', sessions: 1, measuredMs: 1 }], rest: null };

export const result: HistoryResult = {
  result: 7,
  totals: { ...sums, wallClockMs: 60_000 },
  held: 3,
  facets: {
    clients: facet,
    technicians: facet,
    types: facet,
    states: facet,
    invoices: facet,
    exported: facet,
  },
  charts: {
    unit: 'day',
    times: [{ day: '2026-11-23', measuredMs: 60_000 }],
    clients: ranking,
    technicians: ranking,
  },
  lines: 2,
  page: [
    { kind: 'group', group: { key: 'f', label: 'Müller', ...sums } },
    {
      kind: 'session',
      row: {
        id: 'a',
        name: 'Drucker',
        type: 'AdHoc',
        state: 'Finished',
        invoiceState: 'Open',
        clientName: 'Müller',
        clientNumber: '00417',
        computerName: null,
        technicians: ['Jana Weiß'],
        startedAt: 1,
        finishedAt: 60_001,
        updatedAt: 60_001,
        measuredMs: 60_000,
        customMs: null,
        billableMs: 900_000,
        hasNote: true,
      },
    },
  ],
  remarks: [{ text: 'foo:bar', reason: 'unknown-token' }],
  highlights: ['müller'],
};

export const view: SavedView = {
  name: 'Offen',
  query,
  columns: [
    { column: 'date', width: 120 },
    { column: 'client', width: null },
  ],
};
