import { createBilling } from './billable.ts';
import { countsOf } from './counts.ts';
import type { Days } from './days.ts';
import { facetsOf } from './facets.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Names } from './keys.ts';
import { lazily } from './lazily.ts';
import type { Pass } from './pass.ts';
import { rankingsOf } from './rankings.ts';
import type { Rows } from './rows.ts';
import type { Sorter } from './sort.ts';
import { tallyOf } from './tally.ts';
import { timesOf } from './times.ts';
import { sumsOf, wallClockOf } from './totals.ts';
import type { Found, FoundLine, SearchRequest } from './types.ts';

interface Means {
  readonly rows: Rows;
  readonly names: Names;
  readonly days: Days;
  readonly sorter: Sorter;
}

/** What is asked of what was found is worked out when it is asked for. */
export function foundOf(
  pass: Pass,
  request: SearchRequest,
  { rows, names, days, sorter }: Means,
): Found {
  const { found } = pass;
  const { pk } = rows.arrays;
  const billing = createBilling(rows, request.rules, days, names.technicians);
  const slots = lazily(() => sorter.sorted(found, request.sort, billing));
  const totals = lazily(() => ({
    ...sumsOf(rows, found, billing),
    wallClockMs: wallClockOf(rows, found),
  }));
  const tally = lazily(() => tallyOf(rows, found));
  const facets = lazily(() => facetsOf(names, countsOf(rows, pass, tally()), request));
  const charts = lazily(() => ({ ...timesOf(rows, found, days), ...rankingsOf(names, tally()) }));
  const { group } = request;
  const groups = lazily(() =>
    group === 'none'
      ? null
      : groupsOf(rows, slots(), group, request.sort, { names, days, billing }),
  );
  const lines = lazily(
    () => groups()?.reduce((sum, { slots }) => sum + slots.length + 1, 0) ?? found.length,
  );
  /** The sessions among all lines, each once. */
  const each = lazily(() => {
    const grouped = groups();
    return grouped === null ? slots() : Uint32Array.from(new Set(slotsOf(grouped)));
  });
  const lineOf = (slot: number): FoundLine => ({
    kind: 'session',
    pk: pk[slot] as number,
    billableMs: billing.ofSession(slot),
  });
  return {
    get totals() {
      return totals();
    },
    get facets() {
      return facets();
    },
    get charts() {
      return charts();
    },
    get lines() {
      return lines();
    },
    page(offset, count) {
      const grouped = groups();
      return grouped === null
        ? Array.from(slots().subarray(offset, offset + count), lineOf)
        : pageOf(grouped, offset, count, lineOf);
    },
    pks: () => each().map((slot) => pk[slot] as number),
    billed: () => billing.ofEach(each()),
  };
}

function* slotsOf(groups: readonly Group[]): Iterable<number> {
  for (const { slots } of groups) yield* slots;
}

function pageOf(
  groups: readonly Group[],
  offset: number,
  count: number,
  lineOf: (slot: number) => FoundLine,
): readonly FoundLine[] {
  const lines: FoundLine[] = [];
  let head = 0;
  for (const { line, slots } of groups) {
    if (head >= offset + count) break;
    if (head >= offset) lines.push({ kind: 'group', group: line });
    const from = Math.max(0, offset - head - 1);
    const to = Math.max(0, offset + count - head - 1);
    for (const slot of slots.subarray(from, to)) lines.push(lineOf(slot));
    head += slots.length + 1;
  }
  return lines;
}
