import type { JsonValue } from '../../shared/session.ts';

/** Deeper than anything a leaf of the API can mean. */
const deepest = 12;

/**
 * A copy of what JSON held, as text that every store and file can take: lone surrogates become
 * U+FFFD. What is nested beyond all sense becomes null, and so do keys that JavaScript gives a
 * meaning of its own.
 */
export function wellFormed(value: unknown, depth = 0): JsonValue {
  if (typeof value === 'string') return value.isWellFormed() ? value : value.toWellFormed();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((item) => wellFormed(item, depth + 1));
  return wellFormedFields(value, depth);
}

/** {@link wellFormed} for an object whose fields are wanted one by one. */
export function wellFormedFields(value: object, depth = 0): { [key: string]: JsonValue } {
  const copy: { [key: string]: JsonValue } = {};
  for (const [key, inner] of Object.entries(value)) {
    // `__typename` says nothing, `__proto__` too much.
    if (!key.startsWith('__')) copy[key.toWellFormed()] = wellFormed(inner, depth + 1);
  }
  return copy;
}
