/** Distinct values, numbered in the order they came. */
export interface Dictionary<T> {
  readonly values: readonly T[];
  /** The number of a value, which is kept where it is new. */
  idOf(value: T): number;
  /** The texts of every value to search in, folded when first asked for. */
  folded(): readonly string[];
}

/** @param foldedOf gives a value's searched texts, folded and joined by line feeds. */
export function createDictionary<T>(
  values: readonly T[],
  foldedOf: (value: T) => string,
): Dictionary<T> {
  const held: T[] = [];
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const idOf = (value: T): number => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    let id = ids.get(key);
    if (id === undefined) {
      id = held.push(value) - 1;
      ids.set(key, id);
    }
    return id;
  };
  values.forEach(idOf);
  return {
    values: held,
    idOf,
    folded() {
      for (let id = texts.length; id < held.length; id++) texts.push(foldedOf(held[id] as T));
      return texts;
    },
  };
}
