import { type FacetName, facetNames } from '../../../shared/history/result.ts';
import { type Candidates, columnOf, type Pass } from './pass.ts';
import type { Rows } from './rows.ts';
import { addTo, entriesOf, type Tally } from './tally.ts';

/** How many sessions each filter would find beside the others, by entry of its dictionary. */
export type Counts = Readonly<Record<FacetName, Uint32Array>>;

/** @param tally of what was found. */
export function countsOf(rows: Rows, { candidates }: Pass, tally: Tally): Counts {
  const besides = facetNames.map((name) => {
    const bit = candidates?.bits[name];
    const beside = bit !== undefined && candidates && besideOthers(rows, candidates, name, bit);
    return [name, beside || tally.sessions[columnOf[name]]];
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
    if (((failed[i] as number) & ~bit) === 0) addTo(counts, ids[slots[i] as number] as number, 1);
  return counts;
}
