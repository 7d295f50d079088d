import { fold } from '../../../shared/history/fold.ts';
import { personKeyOf, personLabelOf } from '../../../shared/history/person-key.ts';
import type { Session } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';
import { createDictionary, createNumbers, keyOfTexts } from './dictionary.ts';
import { Lists, type ListsContent } from './lists.ts';
import type { Hits } from './texts.ts';

export type Person = readonly [name: string | null, email: string | null, userId: string | null];

/** Someone by the key that tells people apart, as called in one session. */
export interface PersonName {
  readonly key: string;
  readonly label: string;
}

/** A member of a crew is twice the number of a person, and one more where it is a technician. */
export const personOf = (member: number): number => member >> 1;
const isTechnician = (member: number): boolean => (member & 1) === 1;
export const memberOf = (person: number, isOne: boolean): number => person * 2 + Number(isOne);
export const asPerson = (member: number, person: number) => memberOf(person, isTechnician(member));

/** Who took part: people, and the crews they came in, in order. */
export interface Crews {
  readonly size: number;
  readonly people: readonly Person[];
  /** The members of each. */
  readonly lists: Lists;
  idOf(session: Session): number;
  /** The distinct technicians of a crew; one without key or label where it has none. */
  technicians(crew: number): readonly PersonName[];
  /** Which crews have someone of this name or address. @param text folded. */
  hits(text: string): Hits;
  /** Which crews have someone with an address. @param address trimmed, in lower case. */
  withAddress(address: string): Uint8Array;
}

export function createCrews(startPeople: readonly Person[], start: ListsContent): Crews {
  const people = createDictionary(startPeople, keyOfTexts, ([name, email]) =>
    [name, email].map((text) => fold(text ?? '')).join('\n'),
  );
  const lists = new Lists(start);
  const numbers = createNumbers(
    () => lists.size,
    (crew) => lists.at(crew).join(),
  );
  const crewsWith = (marked: Uint8Array) =>
    lists.having((member) => marked[personOf(member)] === 1);
  return {
    get size() {
      return lists.size;
    },
    people: people.values,
    lists,
    idOf(session) {
      const technicians = new Set(techniciansOf(session));
      const members = session.participants.map((p) =>
        memberOf(people.idOf([p.name, p.email, p.userId]), technicians.has(p)),
      );
      return numbers.of(members.join(), () => lists.push(members));
    },
    technicians: createTeams(lists, people.values),
    hits(text) {
      const marked = people.texts.hits(text);
      if (marked.count === 0) return { of: new Uint8Array(lists.size), count: 0 };
      return { of: crewsWith(marked.of), count: lists.size };
    },
    withAddress: (address) =>
      crewsWith(
        Uint8Array.from(people.values, ([, email]) => Number(email?.toLowerCase() === address)),
      ),
  };
}

const nobody: readonly PersonName[] = [{ key: '', label: '' }];

/** The technicians of crews; the many crews that have the same ones share one list. */
function createTeams(lists: Lists, people: readonly Person[]) {
  const teams = new Map<string, readonly PersonName[]>();
  const ofCrew: (readonly PersonName[])[] = [];
  const teamOf = (crew: number): readonly PersonName[] => {
    const technicians = lists.at(crew).filter(isTechnician);
    const key = technicians.join();
    let team = teams.get(key);
    if (team === undefined) {
      const named = Array.from(technicians, (member) => nameOf(people[personOf(member)]));
      team = named.filter((n, place) => named.findIndex(({ key }) => key === n.key) === place);
      teams.set(key, (team = team.length === 0 ? nobody : team));
    }
    return team;
  };
  return (crew: number) => (ofCrew[crew] ??= teamOf(crew));
}

function nameOf([name, email, userId]: Person = [null, null, null]): PersonName {
  const person = { name, email, userId };
  const key = personKeyOf(person);
  return { key, label: key === '' ? '' : personLabelOf(person) };
}
