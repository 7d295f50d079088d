import { fold } from '../../../shared/history/fold.ts';
import { personKeyOf, personLabelOf } from '../../../shared/history/person-key.ts';
import type { Session } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';
import { createDictionary, createNumbers, keyOfTexts } from './dictionary.ts';
import { Lists, type ListsContent, noLists } from './lists.ts';
import type { Hits } from './texts.ts';

export type Person = readonly [name: string | null, email: string | null, userId: string | null];

/** What people are made of, to keep them. */
export interface PeopleContent {
  readonly people: readonly Person[];
  readonly crews: ListsContent;
  readonly teams: ListsContent;
}

export const noPeople: PeopleContent = { people: [], crews: noLists, teams: noLists };

/** Someone by the key that tells people apart, as called in one session. */
export interface PersonName {
  readonly key: string;
  readonly label: string;
}

/** Who took part: people, by number, and the lists they come in. */
export interface People {
  readonly people: readonly Person[];
  /** Everyone in a session, in order. Guests make many of them. */
  readonly crews: Lists;
  /** The technicians among them, of which there are few. */
  readonly teams: Lists;
  idsOf(session: Session): { readonly crew: number; readonly team: number };
  /** The distinct technicians of a team; one without key or label where it has none. */
  technicians(team: number): readonly PersonName[];
  /** Which crews have someone of this name or address. @param text folded. */
  hits(text: string): Hits;
  /** Which crews have someone with an address. @param address trimmed, in lower case. */
  withAddress(address: string): Uint8Array;
}

const nobody: readonly PersonName[] = [{ key: '', label: '' }];

export function createPeople(start: PeopleContent): People {
  const people = createDictionary(start.people, keyOfTexts, ([name, email]) =>
    [name, email].map((text) => fold(text ?? '')).join('\n'),
  );
  const crews = createListNumbers(start.crews);
  const teams = createListNumbers(start.teams);
  const crewsWith = (marked: Uint8Array) => crews.lists.having((person) => marked[person] === 1);
  return {
    people: people.values,
    crews: crews.lists,
    teams: teams.lists,
    idsOf(session) {
      const idOf = (p: Session['participants'][number]) => people.idOf([p.name, p.email, p.userId]);
      return {
        crew: crews.of(session.participants.map(idOf)),
        team: teams.of(techniciansOf(session).map(idOf)),
      };
    },
    technicians(team) {
      const named = Array.from(teams.lists.at(team), (person) => nameOf(people.values[person]));
      if (named.length === 0) return nobody;
      return named.filter(({ key }, place) => named.findIndex((n) => n.key === key) === place);
    },
    hits(text) {
      const marked = people.texts.hits(text);
      if (marked.count === 0) return { of: new Uint8Array(crews.lists.size), count: 0 };
      const of = crewsWith(marked.of);
      return { of, count: of.reduce((sum, hit) => sum + hit, 0) };
    },
    withAddress: (address) =>
      crewsWith(
        Uint8Array.from(people.values, ([, email]) => Number(email?.toLowerCase() === address)),
      ),
  };
}

/** Lists that are told apart by what is in them. */
function createListNumbers(start: ListsContent) {
  const lists = new Lists(start);
  const numbers = createNumbers(
    () => lists.size,
    (list) => lists.at(list).join(),
  );
  return {
    lists,
    of: (list: readonly number[]) => numbers.of(list.join(), () => lists.push(list)),
  };
}

function nameOf([name, email, userId]: Person = [null, null, null]): PersonName {
  const person = { name, email, userId };
  const key = personKeyOf(person);
  return { key, label: key === '' ? '' : personLabelOf(person) };
}
