import type { SessionClient } from '../../../../shared/session.ts';
import type { KnownClients } from '../assigning.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { unpackId, unpackNullable, unpackText, type Packed } from '../packing.ts';

/** The clients that sessions name, each under its newest name. */
export interface ClientBook {
  /** Grows with every new client, and every new name of one. */
  edition(): number;
  open(): KnownClients;
}

export function createClientBook(db: Db): ClientBook {
  const edition = pluck<number>(db, 'SELECT coalesce(max(id), 0) FROM clients');
  const all = prepare<{ folder: Packed; name: Packed; number: Packed | null }>(
    db,
    'SELECT folder, name, number FROM clients ORDER BY id',
  );
  return {
    edition: () => edition.get() ?? 0,
    open() {
      const folders = new Map<string, SessionClient>();
      const numbers = new Map<string, SessionClient>();
      for (const row of all.all()) {
        const number = unpackNullable(row.number);
        const client = { folderId: unpackId(row.folder), name: unpackText(row.name), number };
        folders.set(client.folderId, client);
        if (number === null) continue;
        numbers.set(number, client);
        const plain = withoutZeros(number);
        if (!numbers.has(plain)) numbers.set(plain, client);
      }
      const current = (client: SessionClient | undefined) =>
        (client && folders.get(client.folderId)) ?? null;
      return {
        byFolder: (folderId) => folders.get(folderId) ?? null,
        byNumber: (number) => current(numbers.get(number) ?? numbers.get(withoutZeros(number))),
      };
    },
  };
}

function withoutZeros(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}
