import { expect, it } from 'vitest';
import { exportFileName } from '../../../../src/shared/exports/file-name.ts';
import type { Period } from '../../../../src/shared/history/query.ts';

const today = '2026-11-23';

it.each<[Period, string | null, string]>([
  ['thisMonth', 'Müller GmbH', 'Tagwerk_2026-11_Mueller-GmbH'],
  ['lastMonth', null, 'Tagwerk_2026-10'],
  ['lastYear', null, 'Tagwerk_2025'],
  ['today', null, 'Tagwerk_2026-11-23'],
  ['thisWeek', null, 'Tagwerk_2026-11-23_2026-11-29'],
  ['lastQuarter', null, 'Tagwerk_2026-07-01_2026-09-30'],
  [{ from: '2026-02-01', to: '2026-02-28' }, null, 'Tagwerk_2026-02'],
  [{ from: '2026-02-01', to: '2026-03-31' }, null, 'Tagwerk_2026-02-01_2026-03-31'],
  [{ from: '2026-11-20', to: null }, null, 'Tagwerk_2026-11-20_2026-11-23'],
  [{ from: null, to: '2026-11-20' }, null, 'Tagwerk_2026-11-20'],
  ['all', null, 'Tagwerk_2026-11-23'],
  ['all', 'Größe & Weiß', 'Tagwerk_2026-11-23_Groesse-Weiss'],
])('%j of %j is called %s', (period, label, name) => {
  expect(exportFileName(period, label, today)).toBe(name);
});

it.each([
  '../../etc/passwd',
  'C:\\x',
  'a\u0000b',
  '<script>',
  '...',
  'con',
  '\ud83d',
  'x'.repeat(999),
])('is safe on every system, whatever the client %j is called', (label) => {
  const name = exportFileName('today', label, today);
  expect(name).toMatch(/^Tagwerk_2026-11-23(_[\p{L}\p{N}-]+)?$/u);
  expect(name.length).toBeLessThan(90);
  expect(name.split('_')[2]?.toLowerCase()).not.toBe('con');
});
