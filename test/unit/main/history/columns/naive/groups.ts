import type { SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import { dayOf, firstDayOf } from './calendar.ts';
import { keysOf } from './filter.ts';
import { byName, type Labels } from './names.ts';
import type { Entry } from './order.ts';

export interface Group {
  readonly key: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** What was found, in groups: named ones by name and "none" last, days from the newest unless sorted upwards. */
export function groupsOf(
  sorted: readonly Entry[],
  { group, sort, zone }: SearchRequest,
  labels: Labels,
): readonly Group[] | null {
  if (group === 'none') return null;
  if (group === 'client' || group === 'technician') {
    const name = group === 'client' ? 'clients' : 'technicians';
    return membersOf(sorted, ([, session]) => keysOf[name](session))
      .map((each) => ({ ...each, label: labels[name].get(each.key) ?? '' }))
      .sort((a, b) => Number(a.key === '') - Number(b.key === '') || byName(a, b));
  }
  const days = membersOf(sorted, ([, { createdAt }]) => [
    firstDayOf(dayOf(createdAt, zone), group),
  ]);
  const isUpward = (sort.column === 'date' || sort.column === 'start') && !sort.descending;
  const upward = days.sort((a, b) => (a.key < b.key ? -1 : 1));
  return isUpward ? upward : upward.reverse();
}

function membersOf(sorted: readonly Entry[], keys: (entry: Entry) => readonly string[]): Group[] {
  const members = new Map<string, Entry[]>();
  for (const entry of sorted)
    for (const key of keys(entry)) {
      const of = members.get(key);
      if (of) of.push(entry);
      else members.set(key, [entry]);
    }
  return [...members].map(([key, entries]) => ({ key, label: '', entries }));
}
