import * as v from 'valibot';
import { personSchema } from '../../../../shared/clients/person.ts';
import { prepare, type Db } from '../database.ts';
import { packNullable, packText, unpackNullable, type Packed } from '../packing.ts';
import { readJson } from '../stored-json.ts';

/** What the server last said of who has an e-mail address. */
const answerSchema = v.object({
  status: v.picklist(['found', 'none', 'team-account']),
  person: v.nullable(personSchema),
});

export interface StoredPerson extends v.InferOutput<typeof answerSchema> {
  /** The address their picture is said to lie at. */
  readonly picture: string | null;
  /** UTC ms. */
  readonly confirmedAt: number;
}

/** People who were looked up, by e-mail address, whatever its case. */
export interface Persons {
  read(email: string): StoredPerson | null;
  write(email: string, person: StoredPerson): void;
  /** Removes what was confirmed before an instant, UTC ms. */
  removeBefore(instant: number): void;
}

export function createPersons(db: Db): Persons {
  const read = prepare<{ person: string; picture: Packed | null; confirmed_at: number }>(
    db,
    'SELECT person, picture, confirmed_at FROM persons WHERE email = ?',
  );
  const write = db.prepare(
    `INSERT INTO persons (email, person, picture, confirmed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (email) DO UPDATE SET person = excluded.person, picture = excluded.picture,
       confirmed_at = excluded.confirmed_at`,
  );
  const removeBefore = db.prepare('DELETE FROM persons WHERE confirmed_at < ?');
  const packed = (email: string) => packText(email.trim().toLowerCase());
  return {
    read(email) {
      const row = read.get(packed(email));
      const answer = row && readJson(answerSchema, row.person);
      if (!row || !answer) return null;
      return { ...answer, picture: unpackNullable(row.picture), confirmedAt: row.confirmed_at };
    },
    write(email, { picture, confirmedAt, ...answer }) {
      write.run(packed(email), JSON.stringify(answer), packNullable(picture), confirmedAt);
    },
    removeBefore(instant) {
      removeBefore.run(instant);
    },
  };
}
