import { fold } from '../../../shared/history/fold.ts';
import { personKeyOf, personLabelOf } from '../../../shared/history/person-key.ts';
import type { Participant, Session } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';
import { createDictionary, type Dictionary, keyOfTexts } from './dictionary.ts';
import type { Hits } from './texts.ts';

export type Person = readonly [name: string | null, email: string | null, userId: string | null];

/** The people of a session, in order: twice the number of each, and one more where it is a technician. */
export type Crew = readonly number[];

/** Someone by the key that tells people apart, as called in one session. */
export interface PersonName {
  readonly key: string;
  readonly label: string;
}

export const personOf = (member: number): number => member >> 1;
export const isTechnician = (member: number): boolean => (member & 1) === 1;

/** Who took part: people, and the crews they came in. */
export interface Crews {
  readonly people: readonly Person[];
  readonly values: readonly Crew[];
  idOf(session: Session): number;
  /** The distinct technicians of a crew; one without key or label where it has none. */
  technicians(crew: number): readonly PersonName[];
  /** Which crews have someone of this name or address. @param text folded. */
  hits(text: string): Hits;
  /** Which crews have someone with an address. @param address trimmed, in lower case. */
  withAddress(address: string): Uint8Array;
}

const nobody: readonly PersonName[] = [{ key: '', label: '' }];

export function createCrews(startPeople: readonly Person[], start: readonly Crew[]): Crews {
  const people: Dictionary<Person> = createDictionary(startPeople, keyOfTexts, ([name, email]) =>
    [name, email].map((text) => fold(text ?? '')).join('\n'),
  );
  const crews: Dictionary<Crew> = createDictionary<Crew>(start, String, () => '');
  const namesOfPeople: PersonName[] = [];
  const nameOf = (person: number): PersonName =>
    (namesOfPeople[person] ??= nameOfPerson(people.values[person] as Person));
  /** By crew; the many that have the same technicians share one list. */
  const lists: (readonly PersonName[])[] = [];
  const shared = new Map<string, readonly PersonName[]>();
  const listOf = (crew: Crew): readonly PersonName[] => {
    const technicians = crew.filter(isTechnician);
    const key = String(technicians);
    let list = shared.get(key);
    if (list === undefined) {
      const named = technicians.map((member) => nameOf(personOf(member)));
      list = named.filter(({ key }, place) => named.findIndex((n) => n.key === key) === place);
      shared.set(key, (list = list.length === 0 ? nobody : list));
    }
    return list;
  };
  const crewsWith = (marked: Uint8Array): Hits => {
    const of = new Uint8Array(crews.values.length);
    let count = 0;
    for (let id = 0; id < of.length; id++) {
      for (const member of crews.values[id] as Crew) {
        if (marked[personOf(member)] === 0) continue;
        of[id] = 1;
        count++;
        break;
      }
    }
    return { of, count };
  };
  return {
    people: people.values,
    values: crews.values,
    idOf(session) {
      const technicians = new Set(techniciansOf(session));
      return crews.idOf(
        session.participants.map(
          (p) => people.idOf([p.name, p.email, p.userId]) * 2 + Number(technicians.has(p)),
        ),
      );
    },
    technicians: (crew) => (lists[crew] ??= listOf(crews.values[crew] as Crew)),
    hits: (text) => {
      const marked = people.texts.hits(text);
      return marked.count === 0 ? noHits(crews.values.length) : crewsWith(marked.of);
    },
    withAddress: (address) =>
      crewsWith(
        Uint8Array.from(people.values, ([, email]) => Number(email?.toLowerCase() === address)),
      ).of,
  };
}

function noHits(size: number): Hits {
  return { of: new Uint8Array(size), count: 0 };
}

function nameOfPerson([name, email, userId]: Person): PersonName {
  const person: Pick<Participant, 'name' | 'email' | 'userId'> = { name, email, userId };
  const key = personKeyOf(person);
  return { key, label: key === '' ? '' : personLabelOf(person) };
}
