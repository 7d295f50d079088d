import { expect, test } from 'vitest';
import { restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { asking, base, filled, search } from './support/columns.ts';

const plain: Session = {
  id: '1',
  name: 'one',
  type: 'Remote',
  state: 'Done',
  invoiceState: 'DONE',
  client: null,
  computer: null,
  participants: [],
  durationMs: 3_600_000,
  customDurationMs: null,
  commentsLink: null,
  createdAt: Date.UTC(2026, 9, 24, 21, 30),
  finishedAt: Date.UTC(2026, 9, 24, 22, 30),
  lastUpdatedAt: 0,
  companyUuid: 'c',
};

test('a session that crosses midnight counts to both days', () => {
  expect(search(filled([[1, plain]]), base).charts).toMatchObject({
    unit: 'day',
    times: [
      { day: '2026-10-24', measuredMs: 1_800_000 },
      { day: '2026-10-25', measuredMs: 1_800_000 },
    ],
  });
});

test.each([
  ['custom', false, [3, 1, 2]],
  ['custom', true, [1, 3, 2]],
  ['name', false, [2, 3, 1]],
  ['date', false, [1, 2, 3]],
] as const)('sorts by %s, descending %s', (column, descending, pks) => {
  const columns = filled([
    [1, { ...plain, name: '', createdAt: 1, customDurationMs: 9 }],
    [2, { ...plain, name: 'a 2', createdAt: 2 }],
    [3, { ...plain, name: 'a 10', createdAt: 3, customDurationMs: 5 }],
  ]);
  expect([...search(columns, { ...base, sort: { column, descending } }).pks()]).toEqual(pks);
});

test('a text is not found across the seam of two', () => {
  const client = { folderId: 'f', name: 'ab', number: 'cd' };
  const columns = filled([[1, { ...plain, client }]]);
  const lines = (typed: string) => search(columns, asking(typed)).lines;
  expect([lines('ab'), lines('abcd'), lines('ab cd')]).toEqual([1, 0, 0]);
});

test.each([-9e15, -1, 8.64e15, 9e15])('bears a beginning at %d', (createdAt) => {
  const odd = { ...plain, createdAt, durationMs: 1e15, name: '\ud800'.repeat(20_000) };
  const columns = filled([
    [1, odd],
    [2, plain],
  ]);
  const asked = { ...base, start: -Infinity, end: Infinity, group: 'month' as const };
  const found = search(columns, asked);
  expect(found.totals.sessions).toBe(2);
  expect(found.charts.times.length).toBeLessThanOrEqual(1200);
});

test('bears an end that stands for never', () => {
  const never = {
    ...plain,
    createdAt: 0,
    durationMs: null,
    finishedAt: Date.UTC(9999, 11, 31, 23),
  };
  const { totals, charts } = search(filled([[1, never]]), base);
  expect(totals.measuredMs).toBe(never.finishedAt);
  expect(charts.times).toHaveLength(1200);
});

test('damaged bytes and an overtaken search give nothing', () => {
  const columns = filled([[1, plain]]);
  const parts = columns.save();
  expect(restoreColumns(parts)?.size).toBe(1);
  expect(restoreColumns(parts.slice(0, -1))).toBeNull();
  expect(restoreColumns([])).toBeNull();
  for (const place of parts.keys())
    expect(restoreColumns(parts.with(place, changed(parts[place])))).toBeNull();
  expect(columns.search(base, () => true)).toBeNull();
});

function changed(part: Uint8Array = new Uint8Array(0)): Uint8Array {
  return part.with(part.length - 3, 255 - (part.at(-3) ?? 0));
}
