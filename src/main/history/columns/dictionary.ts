import { createTextIndex, type TextIndex } from './text-index.ts';
import { type Hits, Texts } from './texts.ts';

/** Distinct values, numbered in the order they came. */
export interface Dictionary<T> {
  readonly values: readonly T[];
  /** The number of a value, which is kept where it is new. */
  idOf(value: T): number;
  readonly texts: FoldedTexts;
}

/** The searched texts of the values, each folded once, when something is first looked for. */
export interface FoldedTexts {
  at(id: number): string;
  /** @param text folded, not empty. */
  hits(text: string): Hits;
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
  const ids = createNumbers(
    () => values.length,
    (id) => keyOf(values[id] as T),
  );
  return {
    values,
    idOf: (value) => ids.of(keyOf(value), () => values.push(value)),
    texts: foldedTexts(
      () => values.length,
      (id) => foldedOf(values[id] as T),
    ),
  };
}

function foldedTexts(size: () => number, foldedOf: (id: number) => string): FoldedTexts {
  const texts = new Texts();
  const caughtUp = (): Texts => {
    for (let id = texts.size; id < size(); id++) texts.push(foldedOf(id));
    return texts;
  };
  return {
    at: (id) => caughtUp().at(id),
    hits: (text) => caughtUp().hits(text),
  };
}

/** The numbers of what is told apart by keys. Who only searches does without them. */
export interface Numbers {
  /** @param keep keeps what the key stands for, as the last one; called where the key is new. */
  of(key: string, keep: () => void): number;
}

/** @param size how many there are; they have the numbers below it. */
export function createNumbers(size: () => number, keyOf: (id: number) => string): Numbers {
  let index: TextIndex | null = null;
  const build = (): TextIndex => {
    const built = createTextIndex(keyOf);
    for (let id = 0; id < size(); id++) built.add(keyOf(id), id);
    return built;
  };
  return {
    of(key, keep) {
      index ??= build();
      const known = index.find(key);
      if (known >= 0) return known;
      const id = size();
      keep();
      index.add(key, id);
      return id;
    },
  };
}

/** Several texts as one key: different where any of them differs, or is missing. */
export function keyOfTexts(texts: readonly (string | null)[]): string {
  let key = '';
  for (const text of texts) key += text === null ? '-' : `${text.length}:${text}`;
  return key;
}
