import * as v from 'valibot';
import { foundBySchema, imprintSchema } from '../../../../shared/clients/imprint.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { packId, packNullable, unpackNullable, type Packed } from '../packing.ts';
import { readJson } from '../stored-json.ts';

/** What the server last said of a client's imprint. */
const answerSchema = v.object({
  /** Null where it has none under any id that was asked for. */
  card: v.nullable(imprintSchema),
  foundBy: v.nullable(foundBySchema),
});

export interface StoredImprint extends v.InferOutput<typeof answerSchema> {
  /** The address its picture is said to lie at. */
  readonly picture: string | null;
  /** UTC ms. */
  readonly confirmedAt: number;
}

/** Imprints by client; null is the technician's own company. */
export interface Imprints {
  read(client: string | null): StoredImprint | null;
  /** Null forgets it. */
  write(client: string | null, imprint: StoredImprint | null): void;
  /** What companies are called whose imprint is held, by uuid. */
  namesOf(uuids: readonly string[]): Record<string, string>;
  /** Removes those of clients that no session refers to any more. */
  removeOrphans(): void;
}

export function createImprints(db: Db): Imprints {
  const read = prepare<{ imprint: string; picture: Packed | null; confirmed_at: number }>(
    db,
    'SELECT imprint, picture, confirmed_at FROM imprints WHERE folder IS ?',
  );
  const remove = db.prepare('DELETE FROM imprints WHERE folder IS ?');
  const insert = db.prepare(
    'INSERT INTO imprints (folder, imprint, picture, confirmed_at) VALUES (?, ?, ?, ?)',
  );
  const removeOrphans = db.prepare(
    `DELETE FROM imprints WHERE folder IS NOT NULL AND folder NOT IN (SELECT folder FROM clients)
     AND NOT (typeof(folder) = 'text' AND folder GLOB 'local:*')`,
  );
  const all = pluck<string>(db, 'SELECT imprint FROM imprints');
  const packed = (client: string | null) => (client === null ? null : packId(client));
  return {
    read(client) {
      const row = read.get(packed(client));
      const answer = row && readJson(answerSchema, row.imprint);
      if (!row || !answer) return null;
      return { ...answer, picture: unpackNullable(row.picture), confirmedAt: row.confirmed_at };
    },
    write(client, imprint) {
      // Not a conflict's update: no null equals another where it comes to being unique.
      remove.run(packed(client));
      if (!imprint) return;
      const { picture, confirmedAt, ...answer } = imprint;
      insert.run(packed(client), JSON.stringify(answer), packNullable(picture), confirmedAt);
    },
    namesOf(uuids) {
      const wanted = new Set(uuids);
      if (wanted.size === 0) return {};
      const names = all.all().flatMap((text): [string, string][] => {
        const card = readJson(answerSchema, text)?.card;
        return card && wanted.has(card.customerUuid) ? [[card.customerUuid, card.companyName]] : [];
      });
      return Object.fromEntries(names);
    },
    removeOrphans() {
      removeOrphans.run();
    },
  };
}
