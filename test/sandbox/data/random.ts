/**
 * A 32-bit hash of a few integers: the same numbers give the same hash on every machine. All of the
 * sample data comes from it, so that any session can be made without making those before it.
 */
export function hash(seed: number, a: number, b = 0): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ a;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d) ^ Math.imul(b + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A fraction in [0, 1), from the same numbers as {@link hash}. */
export function fraction(seed: number, a: number, b = 0): number {
  return hash(seed, a, b) / 0x1_0000_0000;
}

/** Chance over and over again, always falling the same way for the same start. */
export interface Dice {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
}

export function dice(seed: number, a: number, b = 0): Dice {
  let count = 0;
  const start = hash(seed, a, b);
  const next = (): number => fraction(start, ++count);
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
}

/** A number in [0, count) of which the small ones are likelier, as with a firm's best clients. */
export function favouring(fractionOf: number, count: number): number {
  return Math.min(count - 1, Math.floor(count * fractionOf ** 2.2));
}

/** A UUID (version 4 in form) that is a function of the numbers alone. */
export function uuid(seed: number, a: number, b = 0): string {
  return uuidFrom(
    hash(seed, a, b),
    hash(seed ^ 1, a, b),
    hash(seed ^ 2, a, b),
    hash(seed ^ 3, a, b),
  );
}

export function uuidFrom(first: number, second: number, third: number, fourth: number): string {
  const b = hex(second);
  const c = hex(third);
  const variant = ((third >>> 28) & 3) + 8;
  return `${hex(first)}-${b.slice(0, 4)}-4${b.slice(5)}-${variant.toString(16)}${c.slice(1, 4)}-${c.slice(4)}${hex(fourth)}`;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
