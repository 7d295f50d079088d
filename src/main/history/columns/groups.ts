import type { HistoryGroup, HistorySort } from '../../../shared/history/query.ts';
import type { HistoryGroupLine } from '../../../shared/history/result.ts';
import type { Billing } from './billable.ts';
import { bucketOf, type Days, type DayUnit, dayText, firstDayOf } from './days.ts';
import { compareNames } from './facets.ts';
import type { Keyed, Names } from './keys.ts';
import { createMembers } from './members.ts';
import type { Rows } from './rows.ts';
import { sumsOf } from './totals.ts';

export interface Group {
  readonly line: HistoryGroupLine;
  readonly slots: Uint32Array;
}

interface Grouping {
  readonly names: Names;
  readonly days: Days;
  readonly billing: Billing;
}

/** Sorted slots in groups; within a group they keep their order. */
export function groupsOf(
  rows: Rows,
  slots: Uint32Array,
  by: Exclude<HistoryGroup, 'none'>,
  sort: HistorySort,
  { names, days, billing }: Grouping,
): readonly Group[] {
  const group = (key: string, label: string, members: Uint32Array): Group => ({
    line: { key, label, ...sumsOf(rows, members, billing) },
    slots: members,
  });
  if (by === 'client' || by === 'technician') {
    const keyed = by === 'client' ? names.clients : names.technicians;
    const members = byKey(slots, by === 'client' ? rows.arrays.client : rows.arrays.team, keyed);
    return [...members]
      .map(([id, of]) => group(keyed.keys[id] ?? '', keyed.labels[id] ?? '', of))
      .sort(
        ({ line: a }, { line: b }) =>
          Number(a.key === '') - Number(b.key === '') || compareNames(a, b),
      );
  }
  const isUpward = (sort.column === 'date' || sort.column === 'start') && !sort.descending;
  return [...byDay(rows, slots, by, days)]
    .sort(([a], [b]) => (isUpward ? a - b : b - a))
    .map(([bucket, of]) => group(dayText(firstDayOf(bucket, by)), '', of));
}

function byKey(
  slots: Uint32Array,
  column: Uint32Array,
  { ofEntry }: Keyed,
): ReadonlyMap<number, Uint32Array> {
  const members = createMembers();
  for (const slot of slots)
    for (const id of ofEntry[column[slot] as number] ?? []) members.add(id, slot);
  return members.taken();
}

function byDay(
  { arrays: { created } }: Rows,
  slots: Uint32Array,
  unit: DayUnit,
  days: Days,
): ReadonlyMap<number, Uint32Array> {
  const members = createMembers();
  for (const slot of slots)
    members.add(bucketOf(days.numberOf(created[slot] as number), unit), slot);
  return members.taken();
}
