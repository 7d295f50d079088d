import { techniciansIn } from './people.ts';
import type { Rows } from './rows.ts';

/** The keys sessions are filtered, counted and grouped by, numbered, with the newest name of each. */
export interface Keyed {
  /** Whether keys are their own labels. */
  readonly isPlain: boolean;
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly numbers: readonly (string | null)[];
  /** By entry of the dictionary: the keys it stands for. */
  readonly ofEntry: readonly (readonly number[])[];
}

export interface Names {
  readonly clients: Keyed;
  readonly technicians: Keyed;
}

interface Name {
  readonly key: string;
  readonly label: string;
  readonly number: string | null;
}

/** @param order slots, newest first: the first that names a key says what it is called. */
export function namesOf(rows: Rows, order: Uint32Array): Names {
  const { clients, crews } = rows.dictionaries;
  return {
    clients: keyed(order, rows.arrays.client, clients.values, ([key, label, number]) => [
      key === '' ? { key, label: '', number: null } : { key, label, number },
    ]),
    technicians: keyed(order, rows.arrays.crew, crews.values, (crew) =>
      [...techniciansIn(crew)].map(([key, label]) => ({ key, label, number: null })),
    ),
  };
}

/** The keys of a plain column are its values. */
export function plainKeys(values: readonly string[]): Keyed {
  return {
    isPlain: true,
    keys: values,
    labels: values,
    numbers: values.map(() => null),
    ofEntry: values.map((_, id) => [id]),
  };
}

function keyed<T>(
  order: Uint32Array,
  column: Uint32Array,
  entries: readonly T[],
  namesIn: (entry: T) => readonly Name[],
): Keyed {
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const labels: string[] = [];
  const numbers: (string | null)[] = [];
  const ofEntry: (readonly number[])[] = entries.map(() => []);
  const seen = new Uint8Array(entries.length);
  for (let i = 0; i < order.length; i++) {
    const entry = column[order[i] as number] as number;
    if (seen[entry] === 1) continue;
    seen[entry] = 1;
    ofEntry[entry] = namesIn(entries[entry] as T).map(({ key, label, number }) => {
      let id = ids.get(key);
      if (id === undefined) {
        id = keys.push(key) - 1;
        ids.set(key, id);
        labels.push(label);
        numbers.push(number);
      }
      return id;
    });
  }
  return { isPlain: false, keys, labels, numbers, ofEntry };
}
