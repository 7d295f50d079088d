import { createHmac } from 'node:crypto';
import type { Db } from './database.ts';

/** Bytes of the raw key. */
const keyBytes = 32;

const saltBytes = 16;
/** Page size 4096, WAL, 32 bytes reserved per page: the only bytes a file of ours shows in clear. */
const clearHeader = Buffer.from('1000020220402020', 'hex');

/** What the first bytes of a history's file say about it. */
export type FileHead = 'ours' | 'other-key' | 'no-history';

/**
 * Makes a connection read and write through ChaCha20-Poly1305 with the raw key: no key derivation at every
 * start, every page authenticated, and quick on machines without AES instructions (1.0–1.3 times plain).
 * The key goes in as bytes, so it is part of no SQL text.
 */
export function unlock(db: Db, key: Uint8Array): void {
  if (key.length !== keyBytes) throw new RangeError(`a key of ${key.length} bytes`);
  db.pragma("cipher = 'chacha20'");
  const raw = Buffer.from(
    `raw:${Buffer.from(key).toString('hex')}${fingerprint(key).toString('hex')}`,
  );
  db.key(raw);
  raw.fill(0);
}

/**
 * Tells a file written with another key from one that is no history any more, from its first 24 bytes.
 * The cipher keeps a salt there that means nothing under a raw key, so a fingerprint of the key takes its place.
 */
export function readHead(head: Buffer, key: Uint8Array): FileHead {
  if (!head.subarray(saltBytes, saltBytes + clearHeader.length).equals(clearHeader)) {
    return 'no-history';
  }
  return head.subarray(0, saltBytes).equals(fingerprint(key)) ? 'ours' : 'other-key';
}

/** Bytes that {@link readHead} wants. */
export const headBytes = saltBytes + clearHeader.length;

/** Says nothing about a random 256-bit key but whether another one is the same. */
function fingerprint(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('tagwerk history key').digest().subarray(0, saltBytes);
}
