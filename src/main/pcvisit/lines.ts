import * as v from 'valibot';
import { oneLine } from './foreign-text.ts';
import { numberOf } from './numbers.ts';

/** What a stranger wrote about himself, as single lines that can be shown; what is unreadable is left out. */

const scalar = v.union([v.string(), v.number()]);

/** One line of at most so many characters; null where there is none. */
export function maybeLine(limit: number) {
  return v.pipe(
    v.fallback(v.nullish(scalar, null), null),
    v.transform((value) => (value === null ? null : (oneLine(String(value), limit) ?? null))),
  );
}

/** An opaque name; without it the whole is unreadable. */
export const id = v.pipe(
  v.string('no text'),
  v.maxLength(1_000, 'too long'),
  v.transform((text) => oneLine(text, 1_000) ?? ''),
  v.nonEmpty('empty'),
);

/** An address as it came: whoever goes there decides whether it may be gone to. */
export const maybeUrl = v.pipe(
  v.fallback(v.nullish(v.string(), null), null),
  v.transform((text) => (text === null || text === '' || text.length > 4_096 ? null : text)),
);

/** The last instant a Date can hold, ms. */
const lastInstant = 8.64e15;

/** An instant, UTC ms, also as its decimal text. */
export const maybeInstant = v.pipe(
  v.unknown(),
  v.transform((value) => {
    const number = numberOf(value);
    return number >= 0 && number <= lastInstant ? Math.round(number) : null;
  }),
);

export const maybeFlag = v.fallback(v.nullish(v.boolean(), null), null);
