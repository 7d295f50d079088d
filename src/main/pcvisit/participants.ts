import type { JsonValue, Participant } from '../../shared/session.ts';
import { numberOf } from './numbers.ts';
import type { Field } from './selection.ts';

type Path = readonly string[];

/** Where in a participant's fields to find what; made once, used for every participant. */
export interface ParticipantReader {
  readonly names: readonly Path[];
  readonly givenName: Path | null;
  readonly familyName: Path | null;
  readonly emails: readonly Path[];
  readonly userIds: readonly Path[];
  readonly companies: readonly Path[];
  /** Numbers, which may come as their decimal text. */
  readonly numbers: readonly Path[];
}

interface Leaf {
  readonly path: Path;
  readonly type: string;
}

const numeric = new Set(['UnixTimeMs', 'DurationMs', 'Int', 'Float', 'Port']);
const given = /first|given|fore|vor/i;
const family = /last|family|sur|nach/i;
const whole = /full|display/i;
/** Names, but not of a person. */
const foreign = /company|firma|customer|folder|computer|host|device|team|group|logon|domain/i;

/**
 * Reads the meaning of discovered fields from their scalar types: `Email`, `Name`, `CustomerUuid`
 * and `Auth0Uuid`. Field names only tell several of one type apart.
 */
export function readerFor(fields: readonly Field[]): ParticipantReader {
  const leaves = leavesOf(fields);
  const names = leaves.filter(({ path, type }) => type === 'Name' && !foreign.test(path.join('.')));
  const parts = names.filter(({ path }) => !whole.test(last(path)));
  const givenName = parts.find(({ path }) => given.test(last(path)))?.path ?? null;
  const familyName =
    parts.find(({ path }) => path !== givenName && family.test(last(path)))?.path ?? null;
  const wholes = names.filter(({ path }) => path !== givenName && path !== familyName);
  return {
    names: wholes
      .toSorted((a, b) => Number(whole.test(last(b.path))) - Number(whole.test(last(a.path))))
      .map(({ path }) => path),
    givenName,
    familyName,
    emails: ofType(leaves, 'Email'),
    userIds: ofType(leaves, 'Auth0Uuid'),
    companies: ofType(leaves, 'CustomerUuid'),
    numbers: leaves.filter(({ type }) => numeric.has(type)).map(({ path }) => path),
  };
}

/** @param fields what the server gave, already well-formed; becomes part of what is returned. */
export function readParticipant(
  fields: { [key: string]: JsonValue },
  reader: ParticipantReader,
): Participant {
  for (const path of reader.numbers) takeAsNumber(fields, path);
  return {
    name: firstText(fields, reader.names) ?? joinedName(fields, reader),
    email: firstText(fields, reader.emails),
    userId: firstText(fields, reader.userIds),
    companyUuid: firstText(fields, reader.companies),
    fields,
  };
}

/** Leaves that hold one value; lists say nothing about the person as a whole. Nearest first. */
function leavesOf(fields: readonly Field[]): readonly Leaf[] {
  const single = fields.filter(({ list }) => !list);
  const own = single.filter((field) => !field.fields);
  const nested = single.flatMap(({ name, fields: inner }) =>
    (inner ?? []).filter(({ list }) => !list).map((leaf) => ({ ...leaf, path: [name, leaf.name] })),
  );
  return [...own.map(({ name, type }) => ({ path: [name], type })), ...nested];
}

function ofType(leaves: readonly Leaf[], type: string): readonly Path[] {
  return leaves.filter((leaf) => leaf.type === type).map(({ path }) => path);
}

function joinedName(
  fields: { readonly [key: string]: JsonValue },
  { givenName, familyName }: ParticipantReader,
): string | null {
  const parts = [givenName, familyName].map((path) => path && textAt(fields, path));
  return parts.filter((part) => part !== null).join(' ') || null;
}

function firstText(
  fields: { readonly [key: string]: JsonValue },
  paths: readonly Path[],
): string | null {
  for (const path of paths) {
    const text = textAt(fields, path);
    if (text !== null) return text;
  }
  return null;
}

/** One and the same instant must not look like two for the way it was written. */
function takeAsNumber(fields: { [key: string]: JsonValue }, path: Path): void {
  const key = last(path);
  const holder = path.length === 1 ? fields : fields[path[0] ?? ''];
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return;
  const number = numberOf((holder as Record<string, unknown>)[key]);
  if (Number.isFinite(number)) Object.assign(holder, { [key]: number });
}

function textAt(fields: { readonly [key: string]: JsonValue }, path: Path): string | null {
  let value: unknown = fields;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function last(path: Path): string {
  return path.at(-1) ?? '';
}
