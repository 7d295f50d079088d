import { type FacetName, facetNames } from '../../../shared/history/result.ts';
import { columnOf, type Pass } from './pass.ts';
import type { Rows } from './rows.ts';

/** By entry of the dictionary. */
export interface Counts {
  /** What each filter would find beside the others. */
  readonly sessions: Readonly<Record<FacetName, Float64Array>>;
  /** What was found: sessions and measured ms. */
  readonly clients: Tally;
  readonly crews: Tally;
}

export interface Tally {
  readonly sessions: Float64Array;
  readonly measuredMs: Float64Array;
}

export function countsOf(rows: Rows, { found, candidates }: Pass): Counts {
  const { client, crew, type, state, invoice, measured } = rows.arrays;
  const d = rows.dictionaries;
  const clients = tally(d.clients.values.length);
  const crews = tally(d.crews.values.length);
  const types = new Float64Array(d.types.values.length);
  const states = new Float64Array(d.states.values.length);
  const invoices = new Float64Array(d.invoices.values.length);
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    const ms = measured[slot] as number;
    add(clients.sessions, client[slot] as number, 1);
    add(clients.measuredMs, client[slot] as number, ms);
    add(crews.sessions, crew[slot] as number, 1);
    add(crews.measuredMs, crew[slot] as number, ms);
    add(types, type[slot] as number, 1);
    add(states, state[slot] as number, 1);
    add(invoices, invoice[slot] as number, 1);
  }
  const sessions = {
    clients: clients.sessions,
    technicians: crews.sessions,
    types,
    states,
    invoices,
  };
  if (candidates === null) return { sessions, clients, crews };
  const beside = facetNames.map((name) => {
    const bit = candidates.bits[name];
    return [name, bit === undefined ? sessions[name] : besides(rows, candidates, name, bit)];
  });
  return {
    sessions: Object.fromEntries(beside) as Record<FacetName, Float64Array>,
    clients,
    crews,
  };
}

/** What is found where one filter is not set: what was, and what fails only that. */
function besides(
  rows: Rows,
  { slots, failed }: NonNullable<Pass['candidates']>,
  name: FacetName,
  bit: number,
): Float64Array {
  const ids = rows.arrays[columnOf[name]];
  const counts: Float64Array = new Float64Array(entriesOf(rows, name));
  for (let i = 0; i < slots.length; i++)
    if (((failed[i] as number) & ~bit) === 0) add(counts, ids[slots[i] as number] as number, 1);
  return counts;
}

function entriesOf({ dictionaries: d }: Rows, name: FacetName): number {
  return (name === 'technicians' ? d.crews : d[name]).values.length;
}

function tally(entries: number): Tally {
  return { sessions: new Float64Array(entries), measuredMs: new Float64Array(entries) };
}

function add(to: Float64Array, entry: number, value: number): void {
  to[entry] = (to[entry] as number) + value;
}
