import type { Differences, ExportList } from '../../../../src/shared/exports/entry.ts';
import { newestFirst, noFilter } from '../../../../src/shared/history/query.ts';

const billed = { measuredMs: 60_000, customMs: null, billableMs: 900_000, clientName: 'Müller' };

export const exportList: ExportList = {
  entries: [
    {
      id: 3,
      finishedAt: 1,
      path: '/home/jana/Tagwerk_2026-11.csv',
      format: 'csv',
      rows: 1,
      bytes: 10,
      sha256: 'ab',
      measuredMs: 60_000,
      billableMs: 900_000,
      request: {
        query: { filter: noFilter, sort: newestFirst, group: 'none' },
        options: { format: 'csv', columns: ['id'], language: 'de' },
        label: null,
      },
      version: 2,
    },
  ],
  total: 1,
};

export const differences: Differences = {
  rows: [
    {
      id: 'a',
      name: 'Drucker',
      startedAt: 1,
      then: billed,
      now: { ...billed, customMs: 120_000 },
    },
  ],
  total: 1,
  sessions: 1,
  then: { measuredMs: 60_000, billableMs: 900_000 },
  now: { measuredMs: 60_000, billableMs: 900_000 },
  purged: 0,
};
