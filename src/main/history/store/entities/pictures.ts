import { prepare, type Db } from '../database.ts';
import { packText } from '../packing.ts';

/** A picture as it was fetched; null where there was none to be had. */
export interface StoredPicture {
  readonly picture: { readonly type: string; readonly bytes: Uint8Array } | null;
  /** UTC ms. */
  readonly fetchedAt: number;
}

/** Pictures of cards, by the address they were fetched from. */
export interface Pictures {
  read(address: string): StoredPicture | null;
  write(address: string, picture: StoredPicture): void;
  /** Removes those that no card refers to. */
  removeOrphans(): void;
}

export function createPictures(db: Db): Pictures {
  const read = prepare<{ type: string | null; bytes: Buffer | null; fetched_at: number }>(
    db,
    'SELECT type, bytes, fetched_at FROM pictures WHERE address = ?',
  );
  const write = db.prepare(
    `INSERT INTO pictures (address, type, bytes, fetched_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (address) DO UPDATE SET type = excluded.type, bytes = excluded.bytes,
       fetched_at = excluded.fetched_at`,
  );
  const removeOrphans = db.prepare(
    `DELETE FROM pictures WHERE address NOT IN (
       SELECT picture FROM imprints WHERE picture IS NOT NULL
       UNION SELECT picture FROM persons WHERE picture IS NOT NULL)`,
  );
  return {
    read(address) {
      const row = read.get(packText(address));
      if (!row) return null;
      const { type, bytes, fetched_at: fetchedAt } = row;
      return { picture: type !== null && bytes ? { type, bytes } : null, fetchedAt };
    },
    write(address, { picture, fetchedAt }) {
      write.run(packText(address), picture?.type ?? null, picture?.bytes ?? null, fetchedAt);
    },
    removeOrphans() {
      removeOrphans.run();
    },
  };
}
