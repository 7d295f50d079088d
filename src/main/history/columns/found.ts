import { createBilling } from './billable.ts';
import { chartsOf } from './charts.ts';
import type { Days } from './days.ts';
import { facetOf } from './facets.ts';
import { type Group, groupsOf } from './groups.ts';
import { type Names, plainKeys } from './keys.ts';
import type { Pass } from './pass.ts';
import type { Rows } from './rows.ts';
import { sorted } from './sort.ts';
import { sumsOf, wallClockOf } from './totals.ts';
import type { Found, FoundLine, SearchRequest } from './types.ts';

export function foundOf(
  rows: Rows,
  { found, counts }: Pass,
  names: Names,
  request: SearchRequest,
  days: Days,
): Found {
  const billing = createBilling(rows, request.rules, days);
  const { types, states, invoices } = rows.dictionaries;
  const slots = sorted(rows, found, request.sort, billing);
  const groups =
    request.group === 'none'
      ? null
      : groupsOf(rows, slots, request.group, request.sort, { names, days, billing });
  const { pk } = rows.arrays;
  const lineOf = (slot: number): FoundLine => ({
    kind: 'session',
    pk: pk[slot] as number,
    billableMs: billing.ofSession(slot),
  });
  return {
    totals: { ...sumsOf(rows, found, billing), wallClockMs: wallClockOf(rows, found) },
    facets: {
      clients: facetOf(names.clients, counts.clients, request.clients),
      technicians: facetOf(names.technicians, counts.technicians, request.technicians),
      types: facetOf(plainKeys(types.values), counts.types, request.types),
      states: facetOf(plainKeys(states.values), counts.states, request.states),
      invoices: facetOf(plainKeys(invoices.values), counts.invoices, request.invoices),
    },
    charts: chartsOf(rows, found, names, days),
    lines: groups?.reduce((sum, group) => sum + group.slots.length + 1, 0) ?? slots.length,
    page: (offset, count) =>
      groups === null
        ? Array.from(slots.subarray(offset, offset + count), lineOf)
        : pageOf(groups, offset, count, lineOf),
    pks: () => Uint32Array.from(new Set(slotsInOrder(groups, slots)), (slot) => pk[slot] as number),
  };
}

function* slotsInOrder(groups: readonly Group[] | null, slots: Uint32Array): Iterable<number> {
  if (groups === null) yield* slots;
  else for (const group of groups) yield* group.slots;
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
