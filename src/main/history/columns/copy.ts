import { asPerson, type Crews, type Person, personOf } from './crews.ts';
import { Durations } from './durations.ts';
import type { ListsContent } from './lists.ts';
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
  const { crews, people } = keptCrews(arrays.crew, d.crews);
  return {
    arrays,
    apart: Object.fromEntries(apart) as RowsContent['apart'],
    values: {
      names: keptValues(arrays.name, d.names.values),
      clients: keptValues(arrays.client, d.clients.values),
      computers: keptValues(arrays.computer, d.computers.values),
      people,
      crews,
      kinds: keptValues(arrays.kind, d.kinds.values),
    },
  };
}

function keptValues<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  return Array.from(kept(column, values.length), (id) => values[id] as T);
}

function keptCrews(
  column: Uint32Array,
  { size, lists, people }: Crews,
): { readonly crews: ListsContent; readonly people: readonly Person[] } {
  const crews = lists.copy(kept(column, size));
  const persons = crews.numbers.map(personOf);
  const stillThere = keptValues(persons, people);
  crews.numbers.forEach((member, place) => {
    crews.numbers[place] = asPerson(member, persons[place] as number);
  });
  return { crews, people: stillThere };
}

/** Renumbers a column of so many entries in place. @returns those it still needs, by their new numbers. */
function kept(column: Uint32Array, entries: number): Uint32Array {
  // By old number: the new one and one, or 0.
  const places = new Uint32Array(entries);
  const still = new Uint32Array(entries);
  let count = 0;
  for (let i = 0; i < column.length; i++) {
    const id = column[i] as number;
    if (places[id] === 0) {
      still[count] = id;
      places[id] = ++count;
    }
    column[i] = (places[id] as number) - 1;
  }
  return still.subarray(0, count);
}
