import { crc32 } from 'node:zlib';
import { copyRows } from './copy.ts';
import type { ListsContent } from './lists.ts';
import type { PeopleContent } from './people.ts';
import { type Arrays, type DictionaryValues, idColumns, Rows, timeColumns } from './rows.ts';
import type { NamesContent } from './session-names.ts';
import type { TextsContent } from './texts.ts';

type ListLengths = { readonly [part in keyof ListsContent]: number };

/** What is no column, and how long those are. */
interface Content {
  readonly length: number;
  readonly values: Omit<DictionaryValues, 'people' | 'names'>;
  readonly names: number;
  readonly patterns: NamesContent['patterns'];
  readonly numbers: TextsContent['joined'];
  readonly people: PeopleContent['people'];
  readonly crews: ListLengths;
  readonly teams: ListLengths;
}

type Column = Uint32Array | Float64Array;
type ColumnType<T> = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => T;

const version = 4;
/** Version, checksum, length of the texts, one unused: four numbers of 32 bits. */
const headBytes = 16;

/** Starts of columns are multiples of this, so that they can be read in place. */
const alignment = 8;

/** The slots given, as bytes in this machine's order: a head, the texts, the columns. */
export function saveRows(rows: Rows, slots: Uint32Array): Uint8Array {
  const { arrays, values: all } = copyRows(rows, slots);
  const {
    people: { people, crews, teams },
    names: { patterns, patternOf, numbers },
    ...values
  } = all;
  const content: Content = {
    length: slots.length,
    values,
    names: patternOf.length,
    patterns,
    numbers: numbers.joined,
    people,
    crews: lengthsOf(crews),
    teams: lengthsOf(teams),
  };
  const texts = new TextEncoder().encode(JSON.stringify(content));
  const columns = [...timeColumns, ...idColumns].map((name) => arrays[name]);
  const lists = [crews.numbers, crews.ends, teams.numbers, teams.ends];
  const parts = [...columns, ...lists, patternOf, numbers.ends].map(bytesOf);
  const start = aligned(headBytes + texts.length);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, start));
  bytes.set(texts, headBytes);
  let at = start;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const head = new Uint32Array(bytes.buffer, 0, headBytes / 4);
  head[2] = texts.length;
  head[1] = crc32(bytes.subarray(8));
  head[0] = version;
  return bytes;
}

/**
 * @param given stay in use: rows read their columns from them.
 * @returns null where the bytes are damaged or of another version.
 */
export function restoreRows(given: Uint8Array): Rows | null {
  if (given.length < headBytes) return null;
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, headBytes / 4);
  if (head[0] !== version || head[1] !== crc32(bytes.subarray(8))) return null;
  const end = headBytes + (head[2] as number);
  const texts = new TextDecoder().decode(bytes.subarray(headBytes, end));
  const content = JSON.parse(texts) as Content;
  const { length, crews, teams } = content;
  let at = bytes.byteOffset + aligned(end);
  const read = <T extends Column>(type: ColumnType<T>, count: number): T => {
    const column = new type(bytes.buffer, at, count);
    at += column.byteLength;
    return column;
  };
  const times = timeColumns.map((name) => [name, read(Float64Array, length)]);
  const ids = idColumns.map((name) => [name, read(Uint32Array, length)]);
  const arrays = Object.fromEntries([...times, ...ids]) as Arrays;
  const lists = (lengths: ListLengths): ListsContent => ({
    numbers: read(Uint32Array, lengths.numbers),
    ends: read(Uint32Array, lengths.ends),
  });
  const people = { people: content.people, crews: lists(crews), teams: lists(teams) };
  const names = {
    patterns: content.patterns,
    patternOf: read(Uint32Array, content.names),
    numbers: { joined: content.numbers, ends: read(Uint32Array, content.names) },
  };
  return new Rows({ arrays, values: { ...content.values, people, names } });
}

function lengthsOf({ numbers, ends }: ListsContent): ListLengths {
  return { numbers: numbers.length, ends: ends.length };
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}

function bytesOf(array: Column): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
