import type { People, PeopleContent } from './people.ts';
import { emptyArrays, idColumns, type Rows, type RowsContent, timeColumns } from './rows.ts';
import type { NamesContent, SessionNames } from './session-names.ts';

/** The slots, in the order given, as rows of their own: without the values nobody uses any more. */
export function copyRows(rows: Rows, slots: Uint32Array): RowsContent {
  const arrays = emptyArrays(slots.length);
  for (const column of [...idColumns, ...timeColumns]) {
    const [from, to] = [rows.arrays[column], arrays[column]];
    for (let i = 0; i < slots.length; i++) to[i] = from[slots[i] as number] as number;
  }
  const d = rows.dictionaries;
  return {
    arrays,
    values: {
      names: keptNames(arrays.name, d.names),
      clients: keptValues(arrays.client, d.clients.values),
      computers: keptValues(arrays.computer, d.computers.values),
      people: keptPeople(arrays, d.people),
      kinds: keptValues(arrays.kind, d.kinds.values),
    },
  };
}

function keptValues<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  return Array.from(kept(column, values.length), (id) => values[id] as T);
}

function keptNames(column: Uint32Array, names: SessionNames): NamesContent {
  const { patterns, patternOf, numbers } = names.copy(kept(column, names.size));
  return { patterns: keptValues(patternOf, patterns), patternOf, numbers };
}

function keptPeople(
  { crew, team }: Pick<RowsContent['arrays'], 'crew' | 'team'>,
  { people, crews, teams }: People,
): PeopleContent {
  const [crewsLeft, teamsLeft] = [
    crews.copy(kept(crew, crews.size)),
    teams.copy(kept(team, teams.size)),
  ];
  // One column of both, so that people keep one number.
  const persons = new Uint32Array(crewsLeft.numbers.length + teamsLeft.numbers.length);
  persons.set(crewsLeft.numbers);
  persons.set(teamsLeft.numbers, crewsLeft.numbers.length);
  return {
    people: keptValues(persons, people),
    crews: { ...crewsLeft, numbers: persons.subarray(0, crewsLeft.numbers.length) },
    teams: { ...teamsLeft, numbers: persons.subarray(crewsLeft.numbers.length) },
  };
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
