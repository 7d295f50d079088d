import type { KnownPerson } from '../../../../shared/clients/person.ts';
import { pluck, type Db } from '../database.ts';
import { personOf } from './people.ts';

/** People whom sessions know by an account. */
export interface Accounts {
  /** @param ownCompany whose people are colleagues; null where that is not known. */
  all(ownCompany: string | null): readonly KnownPerson[];
}

/** Nobody looks through more of them; the newest ones are among them. */
const most = 2000;
const mostRead = 20_000;

export function createAccounts(db: Db): Accounts {
  const people = pluck<string>(db, 'SELECT person FROM people ORDER BY id DESC LIMIT ?');
  return {
    all(ownCompany) {
      const found = new Map<string, KnownPerson>();
      for (const text of people.all(mostRead)) {
        const { userId, name, email, companyUuid } = personOf(text).participant;
        if (userId === null || found.has(userId)) continue;
        const isColleague = ownCompany !== null && companyUuid === ownCompany;
        found.set(userId, { userId, name, email, isColleague });
        if (found.size === most) break;
      }
      const order = new Intl.Collator('de').compare;
      return [...found.values()].sort(
        (a, b) =>
          Number(b.isColleague) - Number(a.isColleague) ||
          order(a.name ?? a.userId, b.name ?? b.userId),
      );
    },
  };
}
