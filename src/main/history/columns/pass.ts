import { createMatcher } from './terms.ts';
import type { Keyed, Names } from './keys.ts';
import { plainKeys } from './keys.ts';
import { includesAddress } from './people.ts';
import type { Rows } from './rows.ts';
import type { SearchRequest } from './types.ts';

const askedEvery = 65_536;

/** What one walk over the sessions gives. */
export interface Pass {
  /** Slots, newest first. */
  readonly found: Uint32Array;
  /** Sessions by entry of the dictionary, for each facet. */
  readonly counts: Readonly<
    Record<'clients' | 'technicians' | 'types' | 'states' | 'invoices', Uint32Array>
  >;
}

/** @returns null where it was overtaken. */
export function passOver(
  rows: Rows,
  order: Uint32Array,
  names: Names,
  request: SearchRequest,
  isOvertaken: () => boolean,
): Pass | null {
  const { arrays, dictionaries: d } = rows;
  const { client, crew, type, state, invoice } = arrays;
  const fails = {
    clients: failing(names.clients, request.clients, 1),
    technicians: failing(names.technicians, request.technicians, 2),
    types: failing(plainKeys(d.types.values), request.types, 4),
    states: failing(plainKeys(d.states.values), request.states, 8),
    invoices: failing(plainKeys(d.invoices.values), request.invoices, 16),
  };
  const address = request.mine?.trim().toLowerCase();
  if (address !== undefined)
    d.crews.values.forEach((value, id) => {
      const passes = request.technicians.length > 0 && fails.technicians[id] === 0;
      fails.technicians[id] = passes || includesAddress(value, address) ? 0 : 2;
    });
  const counts = {
    clients: new Uint32Array(d.clients.values.length),
    technicians: new Uint32Array(d.crews.values.length),
    types: new Uint32Array(d.types.values.length),
    states: new Uint32Array(d.states.values.length),
    invoices: new Uint32Array(d.invoices.values.length),
  };
  const add = (to: Uint32Array, id: number) => {
    to[id] = (to[id] as number) + 1;
  };
  const matches = createMatcher(rows, request.search.terms);
  const least = request.search.minMs;
  const from = firstBefore(order, arrays.created, request.end);
  const to = firstBefore(order, arrays.created, request.start);
  const found = new Uint32Array(Math.max(0, to - from));
  let count = 0;
  if (isOvertaken()) return null;
  for (let i = from; i < to; i++) {
    if ((i - from) % askedEvery === askedEvery - 1 && isOvertaken()) return null;
    const slot = order[i] as number;
    const clientId = client[slot] as number;
    const crewId = crew[slot] as number;
    const typeId = type[slot] as number;
    const stateId = state[slot] as number;
    const invoiceId = invoice[slot] as number;
    const failed =
      (fails.clients[clientId] as number) |
      (fails.technicians[crewId] as number) |
      (fails.types[typeId] as number) |
      (fails.states[stateId] as number) |
      (fails.invoices[invoiceId] as number);
    // What fails two filters shows up beside neither of them.
    if ((failed & (failed - 1)) !== 0) continue;
    if (!matches(slot) || (least !== null && rows.measured(slot) < least)) continue;
    if ((failed & ~1) === 0) add(counts.clients, clientId);
    if ((failed & ~2) === 0) add(counts.technicians, crewId);
    if ((failed & ~4) === 0) add(counts.types, typeId);
    if ((failed & ~8) === 0) add(counts.states, stateId);
    if ((failed & ~16) === 0) add(counts.invoices, invoiceId);
    if (failed === 0) found[count++] = slot;
  }
  return { found: found.slice(0, count), counts };
}

function failing(keyed: Keyed, chosen: readonly string[], bit: number): Uint8Array {
  const failed = new Uint8Array(keyed.ofEntry.length);
  if (chosen.length === 0) return failed;
  const wanted = new Set(chosen);
  const passes = keyed.keys.map((key) => wanted.has(key));
  keyed.ofEntry.forEach((ids, entry) => {
    if (!ids.some((id) => passes[id])) failed[entry] = bit;
  });
  return failed;
}

/** Where in the order, newest first, sessions begin that began before an instant. */
export function firstBefore(order: Uint32Array, created: Float64Array, instant: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((created[order[middle] as number] as number) < instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
