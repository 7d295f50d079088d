/** How a dictionary reaches its table. `find` and `add` are handed the same value. */
export interface DictionaryTable<Value> {
  /** Text that is equal exactly where two values are equal. */
  keyOf(value: Value): string;
  find(value: Value, key: string): number | undefined;
  add(value: Value, key: string): number;
  read(id: number): Value | undefined;
}

export interface Dictionary<Value> {
  /** The id of a value, which is added where it is new. */
  idOf(value: Value): number;
  /** The value of an id that a row refers to. */
  valueOf(id: number): Value;
  /** Drops what is remembered: after a rollback or a purge the ids may be gone. */
  forget(): void;
}

/**
 * Distinct values and their ids, remembered in both directions. The memory is bounded: values that a
 * server makes up anew for every session would fill it, so it starts over when it is full.
 */
export function createDictionary<Value>(
  table: DictionaryTable<Value>,
  limit = 50_000,
): Dictionary<Value> {
  const ids = new Map<string, number>();
  const values = new Map<number, Value>();
  const remember = <K, V>(map: Map<K, V>, key: K, value: V): V => {
    if (map.size >= limit) map.clear();
    map.set(key, value);
    return value;
  };
  return {
    idOf(value) {
      const key = table.keyOf(value);
      const known = ids.get(key);
      if (known !== undefined) return known;
      return remember(ids, key, table.find(value, key) ?? table.add(value, key));
    },
    valueOf(id) {
      const known = values.get(id);
      if (known !== undefined) return known;
      const value = table.read(id);
      if (value === undefined) throw new RangeError(`dictionary has no entry ${id}`);
      return remember(values, id, value);
    },
    forget() {
      ids.clear();
      values.clear();
    },
  };
}

/** A key for two texts and one that may be missing: what JSON would do at three times the cost. */
export function keyOfTexts(first: string, second: string, third: string | null): string {
  const head = `${first.length},${second.length},${first}${second}`;
  return third === null ? head : `${head}=${third}`;
}
