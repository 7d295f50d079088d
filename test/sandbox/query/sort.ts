import type { RawSession } from '../types.ts';
import { follow, SelectionError } from './filter.ts';

export interface Sort {
  readonly path: string;
  readonly direction: string;
  readonly hashSize?: number | null;
  readonly mapToIndex?: readonly string[] | null;
}

/** What two sessions are compared by: one text for each thing sorted by. */
export type SortKey = readonly string[];

const usualHashSize = 15;

/**
 * The documented sort: by a hash of limited size per property, so values alike in their first
 * `hashSize` characters stay as they were. How that hash looks is the sandbox's own choice: texts in
 * lower case, numbers padded to 15 digits, absent ones last, and with `mapToIndex` the value's place in
 * that list, behind it what the list does not name.
 */
export function keyOf(session: RawSession, sorts: readonly Sort[]): SortKey {
  return sorts.map((sort) => hashOf(session, sort));
}

export function compareKeys(a: SortKey, b: SortKey, sorts: readonly Sort[]): number {
  for (const [index, { direction }] of sorts.entries()) {
    const [one, two] = [a[index] ?? '', b[index] ?? ''];
    if (one !== two) return one < two === (direction === 'Asc') ? -1 : 1;
  }
  return 0;
}

function hashOf(session: RawSession, { path, hashSize, mapToIndex }: Sort): string {
  const size = hashSize ?? usualHashSize;
  if (size < 1) throw new SelectionError('SortPathInvalid', 'hashSize is 1 or more');
  const found = follow(session, path.split('.'), 'SortPathInvalid');
  const value: unknown = Array.isArray(found) ? found[0] : found;
  if (mapToIndex) {
    const index = mapToIndex.indexOf(String(value));
    return String(index < 0 ? mapToIndex.length : index).padStart(6, '0');
  }
  if (typeof value === 'number') return padded(value).slice(0, size);
  if (typeof value === 'string') return value.toLowerCase().slice(0, size);
  return '\uFFFF';
}

/** Negative numbers come before all others, the larger of them first. */
function padded(value: number): string {
  const digits = String(Math.floor(Math.abs(value))).padStart(15, '0');
  if (value >= 0) return digits;
  return `!${digits.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))}`;
}
