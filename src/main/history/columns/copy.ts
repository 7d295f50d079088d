import { type Crew, isTechnician, personOf } from './crews.ts';
import { Durations } from './durations.ts';
import {
  durationColumns,
  emptyArrays,
  idColumns,
  type Rows,
  type RowsContent,
  timeColumns,
} from './rows.ts';

/** The slots, in the order given, as rows of their own: without the values nobody uses any more. */
export function copyRows(rows: Rows, slots: Uint32Array): RowsContent {
  const arrays = emptyArrays(slots.length);
  for (const column of [...idColumns, ...timeColumns]) {
    const [from, to] = [rows.arrays[column], arrays[column]];
    for (let i = 0; i < slots.length; i++) to[i] = from[slots[i] as number] as number;
  }
  const apart = durationColumns.map((column) => {
    const [from, to] = [rows[column], new Durations(arrays[column])];
    for (let i = 0; i < slots.length; i++) to.fill(i, from.at(slots[i] as number));
    return [column, to.apart()];
  });
  const d = rows.dictionaries;
  const { crews, people } = renumberedCrews(kept(arrays.crew, d.crews.values), d.crews.people);
  return {
    arrays,
    apart: Object.fromEntries(apart) as RowsContent['apart'],
    values: {
      names: kept(arrays.name, d.names.values),
      clients: kept(arrays.client, d.clients.values),
      computers: kept(arrays.computer, d.computers.values),
      people,
      crews,
      kinds: kept(arrays.kind, d.kinds.values),
    },
  };
}

/** Renumbers a column in place. @returns the values it still needs, by their new numbers. */
function kept<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  // By old number: the new one and one, or 0.
  const places = new Uint32Array(values.length);
  const still: T[] = [];
  for (let i = 0; i < column.length; i++) {
    const id = column[i] as number;
    if (places[id] === 0) places[id] = still.push(values[id] as T);
    column[i] = (places[id] as number) - 1;
  }
  return still;
}

function renumberedCrews<P>(crews: readonly Crew[], people: readonly P[]) {
  const persons = Uint32Array.from(crews.flatMap((crew) => crew.map(personOf)));
  const still = kept(persons, people);
  let place = 0;
  const renumbered = crews.map((crew) =>
    crew.map((member) => (persons[place++] as number) * 2 + Number(isTechnician(member))),
  );
  return { crews: renumbered, people: still };
}
