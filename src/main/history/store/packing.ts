const canonicalUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const uuidBytes = 16;

/** A string as it lies in a column without affinity. */
export type Packed = string | Buffer;

/**
 * A string that comes back exactly as it went in. SQLite keeps UTF-8, which cannot hold half a
 * surrogate pair; such a string lies as UTF-16 behind one zero byte, so its length is odd and it is
 * never taken for an id of {@link packId}.
 */
export function packText(text: string): Packed {
  if (text.isWellFormed()) return text;
  return Buffer.concat([Buffer.of(0), Buffer.from(text, 'utf16le')]);
}

export function unpackText(packed: Packed): string {
  return typeof packed === 'string' ? packed : packed.subarray(1).toString('utf16le');
}

/** An id: 16 bytes where it is a UUID in its canonical form, else a text. */
export function packId(id: string): Packed {
  if (id.length !== 36 || !canonicalUuid.test(id)) return packText(id);
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

export function unpackId(packed: Packed): string {
  if (typeof packed === 'string' || packed.length !== uuidBytes) return unpackText(packed);
  const hex = packed.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function packNullable(text: string | null): Packed | null {
  return text === null ? null : packText(text);
}

export function unpackNullable(packed: Packed | null): string | null {
  return packed === null ? null : unpackText(packed);
}
