import { hash } from 'node:crypto';
import type { JsonValue, Participant } from '../../../../shared/session.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { createDictionary, type Dictionary } from '../dictionary.ts';

/**
 * Participants, each with every field that discovery found. Where the server gives a field that differs
 * from session to session, each is a row of its own; the index holds a digest, so it stays small.
 */
export function createPeople(db: Db): Dictionary<Participant> {
  const find = prepare<{ id: number; person: string }>(
    db,
    'SELECT id, person FROM people WHERE digest = ?',
  );
  const add = pluck<number>(db, 'INSERT INTO people (digest, person) VALUES (?, ?) RETURNING id');
  const read = pluck<string>(db, 'SELECT person FROM people WHERE id = ?');
  return createDictionary<Participant>({
    keyOf: (person) =>
      JSON.stringify([person.name, person.email, person.userId, person.companyUuid, person.fields]),
    find: (_person, key) => find.all(digestOf(key)).find((row) => row.person === key)?.id,
    add: (_person, key) => Number(add.get(digestOf(key), key)),
    read(id) {
      const person = read.get(id);
      return person === undefined ? undefined : personOf(person);
    },
  });
}

/** A session's participants in the server's order, as a JSON list of ids; null where there are none. */
export function packPeople(
  people: Dictionary<Participant>,
  participants: readonly Participant[],
): string | null {
  if (participants.length === 0) return null;
  return `[${participants.map((person) => people.idOf(person)).join(',')}]`;
}

export function unpackPeople(
  people: Dictionary<Participant>,
  packed: string | null,
): readonly Participant[] {
  if (packed === null) return [];
  return (JSON.parse(packed) as number[]).map((id) => people.valueOf(id));
}

/** 48 bits: exact as a JavaScript number, and two that collide are told apart by their text. */
function digestOf(key: string): number {
  return hash('sha256', key, 'buffer').readUIntBE(0, 6);
}

type StoredPerson = [
  string | null,
  string | null,
  string | null,
  string | null,
  Record<string, JsonValue>,
];

function personOf(text: string): Participant {
  // Written by keyOf above and authenticated by the cipher.
  const [name, email, userId, companyUuid, fields] = JSON.parse(text) as StoredPerson;
  return { name, email, userId, companyUuid, fields };
}
