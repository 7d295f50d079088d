import { type Bar, type Charts, mostBars, type Ranking } from '../../../shared/history/result.ts';
import { compareNames, sumsOfKeys } from './facets.ts';
import type { Keyed, Names } from './keys.ts';
import type { Tally } from './tally.ts';

/** @param tally of what was found. */
export function rankingsOf(
  names: Names,
  { sessions, measuredMs }: Tally,
): Pick<Charts, 'clients' | 'technicians'> {
  return {
    clients: rankingOf(names.clients, sessions.client, measuredMs.client),
    technicians: rankingOf(names.technicians, sessions.team, measuredMs.team),
  };
}

function rankingOf(keyed: Keyed, sessions: Uint32Array, measuredMs: Float64Array): Ranking {
  const sessionsOf = sumsOfKeys(keyed, sessions);
  const measuredOf = sumsOfKeys(keyed, measuredMs);
  const found = [...keyed.keys.keys()].filter((id) => sessionsOf[id] !== 0);
  // Only those that can be among the first are compared by name, which takes longest.
  const times = Float64Array.from(found, (id) => measuredOf[id] as number).sort();
  const least = times.at(-mostBars) ?? -Infinity;
  const bars = found
    .filter((id) => (measuredOf[id] as number) >= least)
    .map((id): Bar & { readonly id: number } => ({
      id,
      key: keyed.keys[id] ?? '',
      label: keyed.labels[id] ?? '',
      sessions: sessionsOf[id] as number,
      measuredMs: measuredOf[id] as number,
    }))
    .sort((a, b) => b.measuredMs - a.measuredMs || compareNames(a, b))
    .slice(0, mostBars);
  const shown = new Set(bars.map(({ id }) => id));
  const rest = { key: '', label: '', sessions: 0, measuredMs: 0 };
  for (const id of found) {
    if (shown.has(id)) continue;
    rest.sessions += sessionsOf[id] as number;
    rest.measuredMs += measuredOf[id] as number;
  }
  return {
    bars: bars.map(({ id: _, ...bar }) => bar),
    rest: found.length > bars.length ? rest : null,
  };
}
