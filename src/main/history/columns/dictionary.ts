import { createTexts, type Texts } from './texts.ts';

/** Distinct values, numbered in the order they came. */
export interface Dictionary<T> {
  readonly values: readonly T[];
  /** The number of a value, which is kept where it is new. */
  idOf(value: T): number;
  readonly texts: Texts;
}

/**
 * @param start values to begin with, each once.
 * @param keyOf tells values apart.
 * @param foldedOf gives a value's searched texts, folded; several of them joined by line feeds.
 */
export function createDictionary<T>(
  start: readonly T[],
  keyOf: (value: T) => string,
  foldedOf: (value: T) => string,
): Dictionary<T> {
  const values = [...start];
  // Who only searches does without it, and it is the largest part of a dictionary.
  let ids: Map<string, number> | null = null;
  return {
    values,
    idOf(value) {
      ids ??= new Map(values.map((held, id) => [keyOf(held), id]));
      const key = keyOf(value);
      let id = ids.get(key);
      if (id === undefined) {
        id = values.push(value) - 1;
        ids.set(key, id);
      }
      return id;
    },
    texts: createTexts(
      () => values.length,
      (id) => foldedOf(values[id] as T),
    ),
  };
}

/** Several texts as one key: different where any of them differs, or is missing. */
export function keyOfTexts(texts: readonly (string | null)[]): string {
  let key = '';
  for (const text of texts) key += text === null ? '-' : `${text.length}:${text}`;
  return key;
}
