import type { Db } from './database.ts';
import { createCompanyIds } from './entities/company-ids.ts';
import { createImprints, type StoredImprint } from './entities/imprints.ts';
import { createPersons, type StoredPerson } from './entities/persons.ts';
import { createPictures, type StoredPicture } from './entities/pictures.ts';

/** What is kept of imprints, people and pictures; a client of null is the technician's own company. */
export interface CardCalls {
  imprint(client: string | null): StoredImprint | null;
  keepImprint(client: string | null, imprint: StoredImprint): void;
  /** What companies are called whose imprint is held, by uuid. */
  companyNames(uuids: readonly string[]): Record<string, string>;
  person(email: string): StoredPerson | null;
  keepPerson(email: string, person: StoredPerson): void;
  picture(address: string): StoredPicture | null;
  keepPicture(address: string, picture: StoredPicture): void;
  companyId(client: string): string | null;
  /** Forgets what was found by another id. `at` is UTC ms. */
  setCompanyId(client: string, id: string | null, at: number): void;
}

export interface Cards {
  readonly calls: CardCalls;
  /**
   * Removes what is about nobody any more, and people who were last confirmed before an instant, UTC ms. To be
   * called within a transaction, once clients without sessions are gone.
   */
  purgeBefore(instant: number): void;
}

/** @param inTransaction does all or nothing. */
export function createCards(db: Db, inTransaction: <T>(work: () => T) => T): Cards {
  const imprints = createImprints(db);
  const persons = createPersons(db);
  const pictures = createPictures(db);
  const companyIds = createCompanyIds(db);
  return {
    calls: {
      imprint: (client) => imprints.read(client),
      keepImprint: (client, imprint) => inTransaction(() => imprints.write(client, imprint)),
      companyNames: (uuids) => imprints.namesOf(uuids),
      person: (email) => persons.read(email),
      keepPerson: (email, person) => inTransaction(() => persons.write(email, person)),
      picture: (address) => pictures.read(address),
      keepPicture: (address, picture) => inTransaction(() => pictures.write(address, picture)),
      companyId: (client) => companyIds.read(client),
      setCompanyId: (client, id, at) =>
        inTransaction(() => {
          companyIds.write(client, id, at);
          imprints.write(client, null);
        }),
    },
    purgeBefore(instant) {
      imprints.removeOrphans();
      persons.removeBefore(instant);
      pictures.removeOrphans();
    },
  };
}
