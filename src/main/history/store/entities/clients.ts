import type { SessionClient } from '../../../../shared/session.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { createDictionary, keyOfTexts, type Dictionary } from '../dictionary.ts';
import {
  packId,
  packNullable,
  packText,
  unpackId,
  unpackNullable,
  unpackText,
  type Packed,
} from '../packing.ts';

interface ClientRow {
  readonly folder: Packed;
  readonly name: Packed;
  readonly number: Packed | null;
}

/** Clients as sessions named them: one that was renamed is here once under each name. */
export function createClients(db: Db): Dictionary<SessionClient> {
  const find = pluck<number>(
    db,
    'SELECT id FROM clients WHERE folder = ? AND name = ? AND number IS ?',
  );
  const add = pluck<number>(
    db,
    'INSERT INTO clients (folder, name, number) VALUES (?, ?, ?) RETURNING id',
  );
  const read = prepare<ClientRow>(db, 'SELECT folder, name, number FROM clients WHERE id = ?');
  const packed = (client: SessionClient) => [
    packId(client.folderId),
    packText(client.name),
    packNullable(client.number),
  ];
  return createDictionary<SessionClient>({
    keyOf: (client) => keyOfTexts(client.folderId, client.name, client.number),
    find: (client) => find.get(...packed(client)),
    add: (client) => Number(add.get(...packed(client))),
    read(id) {
      const row = read.get(id);
      if (!row) return undefined;
      return {
        number: unpackNullable(row.number),
        name: unpackText(row.name),
        folderId: unpackId(row.folder),
      };
    },
  });
}
