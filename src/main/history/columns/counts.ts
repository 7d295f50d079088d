import { type FacetName, facetNames } from '../../../shared/history/result.ts';
import { type Candidates, columnOf, type FilterColumn, type Pass } from './pass.ts';
import type { Rows } from './rows.ts';

/** How many sessions each filter would find beside the others, by entry of its dictionary. */
export type Counts = Readonly<Record<FacetName, Uint32Array>>;

export function countsOf(rows: Rows, { found, candidates }: Pass): Counts {
  const { client, team, kind } = rows.arrays;
  const counts = {
    client: new Uint32Array(entriesOf(rows, 'client')),
    team: new Uint32Array(entriesOf(rows, 'team')),
    kind: new Uint32Array(entriesOf(rows, 'kind')),
  };
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    add(counts.client, client[slot] as number);
    add(counts.team, team[slot] as number);
    add(counts.kind, kind[slot] as number);
  }
  const besides = facetNames.map((name) => {
    const bit = candidates?.bits[name];
    const beside = bit !== undefined && candidates && besideOthers(rows, candidates, name, bit);
    return [name, beside || counts[columnOf[name]]];
  });
  return Object.fromEntries(besides) as Counts;
}

/** What is found where one filter is not set: what was, and what fails only that. */
function besideOthers(
  rows: Rows,
  { slots, failed }: Candidates,
  name: FacetName,
  bit: number,
): Uint32Array {
  const ids = rows.arrays[columnOf[name]];
  const counts = new Uint32Array(entriesOf(rows, columnOf[name]));
  for (let i = 0; i < slots.length; i++)
    if (((failed[i] as number) & ~bit) === 0) add(counts, ids[slots[i] as number] as number);
  return counts;
}

export function entriesOf({ dictionaries: d }: Rows, column: FilterColumn): number {
  if (column === 'team') return d.people.teams.size;
  return (column === 'client' ? d.clients : d.kinds).values.length;
}

function add(to: Uint32Array, entry: number): void {
  to[entry] = (to[entry] as number) + 1;
}
