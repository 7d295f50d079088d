import type { Found } from '../columns/types.ts';

/** What was found last, by number, so that more of it can be read. */
export interface Results {
  /** @returns the number it is asked for by. */
  add(found: Found): number;
  find(result: number): Found | null;
  /** Forgets all of them: their rows may belong to other sessions soon. */
  forget(): void;
}

/** A page that shows a result, another that is about to, and two for who goes back. */
const mostResults = 4;

/** @param nextNumber gives a number that none before had, also not those of an earlier start. */
export function createResults(nextNumber: () => number): Results {
  const results = new Map<number, Found>();
  return {
    add(found) {
      const number = nextNumber();
      results.set(number, found);
      for (const oldest of results.keys()) {
        if (results.size <= mostResults) break;
        results.delete(oldest);
      }
      return number;
    },
    find: (result) => results.get(result) ?? null,
    forget: () => results.clear(),
  };
}
