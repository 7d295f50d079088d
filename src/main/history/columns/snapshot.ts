import { crc32 } from 'node:zlib';
import { type DictionaryValues, emptyArrays, idColumns, numberColumns, Rows } from './rows.ts';

const version = 1;
const headBytes = 16;
const columns = [...numberColumns, ...idColumns];

/** The slots given, as bytes: a head (version, checksum, length of the texts), the texts, the columns. */
export function saveRows(rows: Rows, slots: Uint32Array): Uint8Array {
  const { arrays, values } = rows.copy(slots);
  const texts = new TextEncoder().encode(JSON.stringify({ length: slots.length, values }));
  const parts = columns.map((column) => bytesOf(arrays[column]));
  const size = parts.reduce((sum, part) => sum + part.length, headBytes + texts.length);
  const bytes = new Uint8Array(size);
  bytes.set(texts, headBytes);
  let at = headBytes + texts.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  const head = new DataView(bytes.buffer);
  head.setUint32(0, version);
  head.setUint32(8, texts.length);
  head.setUint32(4, crc32(bytes.subarray(8)));
  return bytes;
}

/** @returns null where the bytes are damaged or of another version. */
export function restoreRows(bytes: Uint8Array): Rows | null {
  if (bytes.length < headBytes) return null;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (head.getUint32(0) !== version || head.getUint32(4) !== crc32(bytes.subarray(8))) return null;
  let at = headBytes + head.getUint32(8);
  const { length, values } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(headBytes, at)),
  ) as {
    length: number;
    values: DictionaryValues;
  };
  const arrays = emptyArrays(length);
  for (const column of columns) {
    const to = bytesOf(arrays[column]);
    to.set(bytes.subarray(at, at + to.length));
    at += to.length;
  }
  return new Rows(arrays, values);
}

function bytesOf(array: Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
