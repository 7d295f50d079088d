import { hash } from 'node:crypto';
import type { JsonValue, Participant } from '../../../../shared/session.ts';
import { pluck, prepare, type Db } from '../database.ts';
import { createDictionary, type Dictionary } from '../dictionary.ts';

/**
 * A participant less the numbers among the discovered fields: those are times of joining and leaving and
 * the like, which differ from session to session, while the rest is the same person again and again.
 */
export interface Person {
  /** With 0 in the place of each number. */
  readonly participant: Participant;
  /** The fields that hold numbers. */
  readonly numbered: readonly string[];
}

/** Persons as sessions named them; the index holds a digest, so it stays small however much is discovered. */
export function createPeople(db: Db): Dictionary<Person> {
  const find = prepare<{ id: number; person: string }>(
    db,
    'SELECT id, person FROM people WHERE digest = ?',
  );
  const add = pluck<number>(db, 'INSERT INTO people (digest, person) VALUES (?, ?) RETURNING id');
  const read = pluck<string>(db, 'SELECT person FROM people WHERE id = ?');
  return createDictionary<Person>({
    keyOf: textOf,
    find: (_person, text) => find.all(digestOf(text)).find((row) => row.person === text)?.id,
    add: (_person, text) => Number(add.get(digestOf(text), text)),
    read(id) {
      const text = read.get(id);
      return text === undefined ? undefined : personOf(text);
    },
  });
}

/** One participant in a session's row: the person's id, followed by the numbers where there are any. */
type PackedParticipant = number | readonly [id: number, ...numbers: number[]];

/** A session's participants in the server's order, as JSON; null where there are none. */
export function packPeople(
  people: Dictionary<Person>,
  participants: readonly Participant[],
): string | null {
  if (participants.length === 0) return null;
  return JSON.stringify(participants.map((participant) => packOne(people, participant)));
}

export function unpackPeople(
  people: Dictionary<Person>,
  packed: string | null,
): readonly Participant[] {
  if (packed === null) return [];
  return (JSON.parse(packed) as PackedParticipant[]).map((one) => {
    if (typeof one === 'number') return people.valueOf(one).participant;
    const [id, ...numbers] = one;
    const { participant, numbered } = people.valueOf(id);
    const fields: Record<string, JsonValue> = { ...participant.fields };
    for (const [at, name] of numbered.entries()) fields[name] = numbers[at] ?? 0;
    return { ...participant, fields };
  });
}

function packOne(people: Dictionary<Person>, participant: Participant): PackedParticipant {
  const { fields } = participant;
  const numbered: string[] = [];
  const numbers: number[] = [];
  const blank: Record<string, JsonValue> = { ...fields };
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    // Assigning to `__proto__` would not change the field of that name.
    if (typeof value !== 'number' || name === '__proto__') continue;
    numbered.push(name);
    numbers.push(value);
    blank[name] = 0;
  }
  const id = people.idOf({ participant: { ...participant, fields: blank }, numbered });
  return numbers.length === 0 ? id : [id, ...numbers];
}

/** 48 bits: exact as a JavaScript number, and two that collide are told apart by their text. */
function digestOf(text: string): number {
  return hash('sha256', text, 'buffer').readUIntBE(0, 6);
}

type Text = string | null;
type StoredPerson = [Text, Text, Text, Text, Record<string, JsonValue>, string[]];

function textOf({ participant, numbered }: Person): string {
  const { name, email, userId, companyUuid, fields } = participant;
  const stored: StoredPerson = [name, email, userId, companyUuid, fields, [...numbered]];
  return JSON.stringify(stored);
}

/** A person as it lies in its row. */
export function personOf(text: string): Person {
  // Written by textOf and authenticated by the cipher.
  const [name, email, userId, companyUuid, fields, numbered] = JSON.parse(text) as StoredPerson;
  return { participant: { name, email, userId, companyUuid, fields }, numbered };
}
