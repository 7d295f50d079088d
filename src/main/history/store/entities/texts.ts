import { pluck, type Db } from '../database.ts';
import { createDictionary, type Dictionary } from '../dictionary.ts';
import { packText, unpackText, type Packed } from '../packing.ts';

/** Words that repeat from session to session: types, states, companies, users, link forms. */
export function createTexts(db: Db): Dictionary<string> {
  const find = pluck<number>(db, 'SELECT id FROM texts WHERE text = ?');
  const add = pluck<number>(db, 'INSERT INTO texts (text) VALUES (?) RETURNING id');
  const read = pluck<Packed>(db, 'SELECT text FROM texts WHERE id = ?');
  return createDictionary<string>({
    keyOf: (text) => text,
    find: (text) => find.get(packText(text)),
    add: (text) => Number(add.get(packText(text))),
    read(id) {
      const packed = read.get(id);
      return packed === undefined ? undefined : unpackText(packed);
    },
  });
}
