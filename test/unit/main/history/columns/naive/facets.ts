import type { SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import {
  type Facet,
  type FacetName,
  facetNames,
  mostChoices,
} from '../../../../../../src/shared/history/result.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { keysOf, passes } from './filter.ts';
import { byName, type Labels } from './names.ts';

/** @param rest what is found before any filter beside the search */
export function facetsOf(
  rest: readonly Session[],
  asked: SearchRequest,
  labels: Labels,
): Record<FacetName, Facet> {
  const judged = rest.map((session) => ({
    session,
    failed: facetNames.filter((name) => !passes(session, name, asked)),
  }));
  const facets = facetNames.map((name) => {
    const counts = new Map<string, number>(asked[name].map((key) => [key, 0]));
    for (const { session, failed } of judged)
      if (failed.every((other) => other === name))
        for (const key of keysOf[name](session)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [name, facetOf(name, counts, new Set(asked[name]), labels)] as const;
  });
  return Object.fromEntries(facets) as Record<FacetName, Facet>;
}

function facetOf(
  name: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: ReadonlySet<string>,
  labels: Labels,
): Facet {
  const called = name === 'clients' || name === 'technicians' ? labels[name] : null;
  const choices = [...counts]
    .map(([key, sessions]) => ({
      key,
      label: called === null ? key : (called.get(key) ?? ''),
      number: name === 'clients' ? (labels.numbers.get(key) ?? null) : null,
      sessions,
    }))
    .sort((a, b) => b.sessions - a.sessions || byName(a, b));
  const others = choices.filter(({ key }) => !chosen.has(key));
  const shown = new Set(others.slice(0, Math.max(0, mostChoices - chosen.size)));
  return {
    choices: choices.filter((choice) => chosen.has(choice.key) || shown.has(choice)),
    total: choices.length,
  };
}
