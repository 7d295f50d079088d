import type { FacetName } from '../../../shared/history/result.ts';
import type { Keyed, Names } from './keys.ts';
import { firstBefore } from './order.ts';
import type { Rows } from './rows.ts';
import { createSlots, type Scratch } from './slots.ts';
import { keepMatching } from './terms.ts';
import type { SearchRequest } from './types.ts';

export type FilterColumn = 'client' | 'team' | 'kind';

/** The column that a filter looks at. */
export const columnOf: Readonly<Record<FacetName, FilterColumn>> = {
  clients: 'client',
  technicians: 'team',
  types: 'kind',
  states: 'kind',
  invoices: 'kind',
  exported: 'kind',
};

/** A filter that is set. */
interface Filter {
  readonly name: FacetName;
  /** What a session that fails it is marked with: a bit of its own. */
  readonly bit: number;
  /** By entry of the dictionary: the bit where it fails, else 0. */
  readonly fails: Uint8Array;
  /** By crew: 1 where it passes all the same. */
  readonly spared: Uint8Array | null;
}

/** What a walk over the sessions gives. All slots are newest first. */
export interface Pass {
  readonly found: Uint32Array;
  /** What everything but the filters lets through; null where none is set. */
  readonly candidates: Candidates | null;
}

export interface Candidates {
  readonly slots: Uint32Array;
  /** By place: the bits of the filters it fails. */
  readonly failed: Uint8Array;
  /** The bits of those that are set. */
  readonly bits: Readonly<Partial<Record<FacetName, number>>>;
}

/**
 * @param isOvertaken is asked between steps of a few milliseconds each.
 * @returns null where it was overtaken.
 */
export function passOver(
  rows: Rows,
  order: Uint32Array,
  names: Names,
  request: SearchRequest,
  scratch: Scratch,
  isOvertaken: () => boolean,
): Pass | null {
  const { created, measured } = rows.arrays;
  const { terms, minMs } = request.search;
  const from = firstBefore(order, created, request.end);
  const to = firstBefore(order, created, request.start);
  const slots = createSlots(order.subarray(from, Math.max(from, to)), scratch);
  for (const term of terms) {
    if (isOvertaken()) return null;
    keepMatching(rows, term, slots);
  }
  if (isOvertaken()) return null;
  if (minMs !== null) slots.keepWhere((slot) => (measured[slot] as number) >= minMs);
  const filters = filtersOf(rows, names, request);
  if (filters.length === 0) return { found: slots.taken(), candidates: null };
  const candidates = slots.taken();
  const failed = new Uint8Array(candidates.length);
  for (const filter of filters) applyTo(rows, candidates, failed, filter);
  if (isOvertaken()) return null;
  const passing = createSlots(candidates, scratch);
  passing.keepWhere((_, place) => failed[place] === 0);
  const bits = Object.fromEntries(filters.map(({ name, bit }) => [name, bit]));
  return { found: passing.taken(), candidates: { slots: candidates, failed, bits } };
}

function filtersOf(rows: Rows, names: Names, request: SearchRequest): readonly Filter[] {
  const address = request.mine?.trim().toLowerCase() ?? null;
  return (Object.keys(columnOf) as FacetName[]).flatMap((name, place) => {
    const bit = 1 << place;
    const isMine = name === 'technicians' && address !== null;
    if (request[name].length === 0 && !isMine) return [];
    const fails = failing(names[name], request[name], bit);
    const spared = isMine ? rows.dictionaries.people.withAddress(address) : null;
    return [{ name, bit, fails, spared }];
  });
}

/** Marks the slots that fail a filter. */
function applyTo(
  { arrays }: Rows,
  slots: Uint32Array,
  failed: Uint8Array,
  { name, fails, spared }: Filter,
): void {
  const ids = arrays[columnOf[name]];
  for (let i = 0; i < failed.length; i++) {
    const slot = slots[i] as number;
    const isSpared = spared !== null && spared[arrays.crew[slot] as number] === 1;
    if (!isSpared) failed[i] = (failed[i] as number) | (fails[ids[slot] as number] as number);
  }
}

function failing({ keys, ofEntry }: Keyed, chosen: readonly string[], bit: number): Uint8Array {
  const wanted = new Set(chosen);
  const passes = keys.map((key) => wanted.has(key));
  const fails = new Uint8Array(ofEntry.length).fill(bit);
  ofEntry.forEach((ids, entry) => {
    if (ids.some((id) => passes[id])) fails[entry] = 0;
  });
  return fails;
}
