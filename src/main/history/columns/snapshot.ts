import { crc32 } from 'node:zlib';
import { copyRows } from './copy.ts';
import {
  type Arrays,
  durationColumns,
  idColumns,
  Rows,
  type RowsContent,
  timeColumns,
} from './rows.ts';

interface Texts extends Pick<RowsContent, 'apart' | 'values'> {
  readonly length: number;
}

const version = 2;
/** Version, checksum, length of the texts, one unused: four numbers of 32 bits. */
const headBytes = 16;

/** Starts of columns are multiples of this, so that they can be read in place. */
const alignment = 8;

/** The slots given, as bytes in this machine's order: a head, the texts, the columns. */
export function saveRows(rows: Rows, slots: Uint32Array): Uint8Array {
  const { arrays, apart, values } = copyRows(rows, slots);
  const texts = new TextEncoder().encode(JSON.stringify({ length: slots.length, apart, values }));
  const parts = [...timeColumns, ...idColumns, ...durationColumns].map((column) =>
    bytesOf(arrays[column]),
  );
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
  const { length, apart, values } = JSON.parse(texts) as Texts;
  let at = bytes.byteOffset + aligned(end);
  const column = <T>(
    type: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    size: number,
  ) => {
    const read = new type(bytes.buffer, at, length);
    at += length * size;
    return read;
  };
  const times = timeColumns.map((name) => [name, column(Float64Array, 8)]);
  const ids = idColumns.map((name) => [name, column(Uint32Array, 4)]);
  const durations = durationColumns.map((name) => [name, column(Int32Array, 4)]);
  const arrays = Object.fromEntries([...times, ...ids, ...durations]) as Arrays;
  return new Rows({ arrays, apart, values });
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}

function bytesOf(array: Uint32Array | Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
