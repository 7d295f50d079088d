import type { PersonState } from '../../shared/clients/person.ts';
import { problemOf, type Problem } from '../../shared/problem.ts';
import type { StoredPerson } from '../history/store/entities/persons.ts';
import type { History } from '../history/types.ts';
import type { Pcvisit } from '../pcvisit/types.ts';
import type { Album } from './album.ts';
import { presentPerson } from './present.ts';

export interface PeopleDeps {
  readonly history: Pick<History, 'cards'>;
  readonly api: Pick<Pcvisit, 'person'>;
  readonly album: Album;
  /** UTC ms. */
  readonly clock: () => number;
}

/** People by their e-mail addresses. */
export interface People {
  /**
   * What is held where that is younger than a day and will do, else the server's answer, else what it last said.
   *
   * @param fresh asks the server in any case.
   */
  find(email: string, fresh: boolean): Promise<PersonState>;
}

const day = 86_400_000;

export function createPeople({ history, api, album, clock }: PeopleDeps): People {
  const { cards } = history;

  /** Two who want to know the same at once are told by one answer. */
  const asking = new Map<string, Promise<StoredPerson>>();
  function ask(email: string): Promise<StoredPerson> {
    const key = email.trim().toLowerCase();
    const asked = asking.get(key) ?? askServer(email).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  async function askServer(email: string): Promise<StoredPerson> {
    const answer = await api.person(email);
    const stored: StoredPerson =
      typeof answer === 'string'
        ? { status: answer, person: null, picture: null, confirmedAt: clock() }
        : { status: 'found', ...answer, confirmedAt: clock() };
    await cards.keepPerson(email, stored);
    await album.refresh(stored.picture);
    return stored;
  }

  async function stateOf(
    email: string,
    held: StoredPerson | null,
    problem: Problem | null,
  ): Promise<PersonState> {
    const person = held?.person ?? null;
    const card =
      person &&
      presentPerson(
        person,
        await album.show(held?.picture ?? null),
        await cards.companyNames([...person.companies, ...person.companiesInCharge]),
      );
    return {
      email,
      status: held?.status ?? 'unknown',
      card,
      asOf: held?.confirmedAt ?? null,
      problem,
    };
  }

  return {
    async find(email, fresh) {
      const held = await cards.person(email);
      const age = held === null ? Infinity : clock() - held.confirmedAt;
      if (!fresh && age >= 0 && age < day) return stateOf(email, held, null);
      try {
        return await stateOf(email, await ask(email), null);
      } catch (error) {
        return stateOf(email, held, problemOf(error));
      }
    },
  };
}
