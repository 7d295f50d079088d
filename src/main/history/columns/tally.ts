import type { FilterColumn } from './pass.ts';
import type { Rows } from './rows.ts';

/** Sessions and their time, by entry of the dictionaries. */
export interface Tally {
  readonly sessions: Readonly<Record<FilterColumn, Uint32Array>>;
  readonly measuredMs: Readonly<Record<'client' | 'team', Float64Array>>;
}

/** Filters and charts count the same sessions: both read them off one walk. */
export function tallyOf(rows: Rows, found: Uint32Array): Tally {
  const { measured, client, team, kind } = rows.arrays;
  const sessions = {
    client: new Uint32Array(entriesOf(rows, 'client')),
    team: new Uint32Array(entriesOf(rows, 'team')),
    kind: new Uint32Array(entriesOf(rows, 'kind')),
  };
  const measuredMs = {
    client: new Float64Array(sessions.client.length),
    team: new Float64Array(sessions.team.length),
  };
  for (let i = 0; i < found.length; i++) {
    const slot = found[i] as number;
    const ms = measured[slot] as number;
    addTo(sessions.client, client[slot] as number, 1);
    addTo(measuredMs.client, client[slot] as number, ms);
    addTo(sessions.team, team[slot] as number, 1);
    addTo(measuredMs.team, team[slot] as number, ms);
    addTo(sessions.kind, kind[slot] as number, 1);
  }
  return { sessions, measuredMs };
}

export function entriesOf({ dictionaries: d }: Rows, column: FilterColumn): number {
  if (column === 'team') return d.people.teams.size;
  return (column === 'client' ? d.clients : d.kinds).values.length;
}

export function addTo(sums: Uint32Array | Float64Array, entry: number, value: number): void {
  sums[entry] = (sums[entry] as number) + value;
}
