import {
  type Facet,
  type FacetChoice,
  type FacetName,
  mostChoices,
} from '../../../shared/history/result.ts';
import type { Counts } from './counts.ts';
import type { Keyed, Names } from './keys.ts';
import type { SearchRequest } from './types.ts';

const collator = new Intl.Collator('de', { numeric: true });

export function facetsOf(
  names: Names,
  counts: Counts,
  request: SearchRequest,
): Record<FacetName, Facet> {
  const of = (name: FacetName) => facetOf(names[name], counts[name], request[name]);
  return {
    clients: of('clients'),
    technicians: of('technicians'),
    types: of('types'),
    states: of('states'),
    invoices: of('invoices'),
    exported: of('exported'),
  };
}

/** Sums of entries as sums of the keys they stand for. */
export function sumsOfKeys(keyed: Keyed, ofEntries: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(keyed.keys.length);
  keyed.ofEntry.forEach((ids, entry) => {
    const sum = ofEntries[entry] as number;
    if (sum !== 0) for (const id of ids) sums[id] = (sums[id] as number) + sum;
  });
  return sums;
}

/** The choices with most sessions; those chosen are among them even where they find nothing. */
function facetOf(keyed: Keyed, ofEntries: ArrayLike<number>, chosen: readonly string[]): Facet {
  const sums = sumsOfKeys(keyed, ofEntries);
  const wanted = new Set(chosen);
  const choices: FacetChoice[] = [];
  keyed.keys.forEach((key, id) => {
    const sessions = sums[id] as number;
    if (sessions === 0 && !wanted.has(key)) return;
    choices.push({
      key,
      label: keyed.labels[id] ?? '',
      number: keyed.numbers[id] ?? null,
      sessions,
    });
  });
  const known = new Set(choices.map(({ key }) => key));
  for (const key of wanted)
    if (!known.has(key))
      choices.push({ key, label: keyed.isPlain ? key : '', number: null, sessions: 0 });
  choices.sort((a, b) => b.sessions - a.sessions || compareNames(a, b));
  let others = Math.max(0, mostChoices - wanted.size);
  const shown = choices.filter(({ key }) => wanted.has(key) || others-- > 0);
  return { choices: shown, total: choices.length };
}

/** By label, then by key, each the way people expect names to be sorted. */
export function compareNames(
  a: { readonly key: string; readonly label: string },
  b: { readonly key: string; readonly label: string },
): number {
  return collator.compare(a.label, b.label) || (a.key < b.key ? -1 : Number(a.key > b.key));
}
