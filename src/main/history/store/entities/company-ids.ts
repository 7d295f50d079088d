import { pluck, type Db } from '../database.ts';
import { packId, packText, unpackText, type Packed } from '../packing.ts';

/** Company ids and uuids that a technician entered for clients; they stay on this machine. */
export interface CompanyIds {
  read(client: string): string | null;
  /** Null takes it away again. `at` is UTC ms. */
  write(client: string, id: string | null, at: number): void;
}

export function createCompanyIds(db: Db): CompanyIds {
  const read = pluck<Packed>(db, 'SELECT company FROM company_ids WHERE folder = ?');
  const remove = db.prepare('DELETE FROM company_ids WHERE folder = ?');
  const insert = db.prepare(
    'INSERT INTO company_ids (folder, company, entered_at) VALUES (?, ?, ?)',
  );
  return {
    read(client) {
      const id = read.get(packId(client));
      return id === undefined ? null : unpackText(id);
    },
    write(client, id, at) {
      remove.run(packId(client));
      if (id !== null) insert.run(packId(client), packText(id), at);
    },
  };
}
