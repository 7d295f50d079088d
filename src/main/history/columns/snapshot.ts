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
interface ColumnType<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

const version = 6;
/** Version and checksum, before the content: two numbers of 32 bits. */
const headBytes = 8;

/**
 * The slots given, as parts of bytes in this machine's order: a head with what is no column, then each column
 * that is not empty. Whoever reads a part reads a column, and has no other use for it.
 */
export function saveRows(rows: Rows, slots: Uint32Array): readonly Uint8Array[] {
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
  const columns = [...timeColumns, ...idColumns].map((name) => arrays[name]);
  const lists = [crews.numbers, crews.ends, teams.numbers, teams.ends];
  const parts = [...columns, ...lists, patternOf, numbers.ends].map(bytesOf);
  const head = Buffer.concat([new Uint8Array(headBytes), Buffer.from(JSON.stringify(content))]);
  head.writeUInt32LE(version, 0);
  head.writeUInt32LE(checksumOf(head, parts), 4);
  return [head, ...parts].filter((part) => part.length > 0);
}

/**
 * @param given stay in use: rows read their columns from them.
 * @returns null where they are damaged or of another version.
 */
export function restoreRows([first, ...parts]: readonly Uint8Array[]): Rows | null {
  if (first === undefined || first.length < headBytes) return null;
  const head = Buffer.from(first.buffer, first.byteOffset, first.length);
  if (head.readUInt32LE(0) !== version) return null;
  if (head.readUInt32LE(4) !== checksumOf(head, parts)) return null;
  const content = JSON.parse(head.toString('utf8', headBytes)) as Content;
  const { length, crews, teams } = content;
  let next = 0;
  const read = <T extends Column>(type: ColumnType<T>, count: number): T => {
    if (count === 0) return new type(0);
    const part = parts[next++] ?? new Uint8Array(0);
    const bytes = part.byteOffset % type.BYTES_PER_ELEMENT === 0 ? part : part.slice();
    return new type(bytes.buffer, bytes.byteOffset, count);
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

function checksumOf(head: Uint8Array, parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), crc32(head.subarray(headBytes)));
}

function bytesOf(array: Column): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
