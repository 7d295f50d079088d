import { type Kind, type KindSet, placeInKind } from './kinds.ts';
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
  readonly types: Keyed;
  readonly states: Keyed;
  readonly invoices: Keyed;
  readonly exported: Keyed;
}

interface Name {
  readonly key: string;
  readonly label: string;
  readonly number?: string | null;
}

const none: readonly number[] = [];
const noClient: readonly Name[] = [{ key: '', label: '' }];

/** @param order slots, newest first: the first that names a key says what it is called. */
export function namesOf({ arrays, dictionaries: d }: Rows, order: Uint32Array): Names {
  return {
    clients: keyed(order, arrays.client, d.clients.values.length, (entry) => {
      const [key, label, number] = d.clients.values[entry] as (typeof d.clients.values)[number];
      return key === '' ? noClient : [{ key, label, number }];
    }),
    technicians: keyed(order, arrays.team, d.people.teams.size, d.people.technicians),
    types: keysInKinds(d.kinds.values, 'type'),
    states: keysInKinds(d.kinds.values, 'state'),
    invoices: keysInKinds(d.kinds.values, 'invoice'),
    exported: keysInKinds(d.kinds.values, 'exported'),
  };
}

/** The ids of a set are keys and labels alike. */
function keysInKinds(kinds: readonly Kind[], set: KindSet): Keyed {
  const ids = kinds.map((kind): string => kind[placeInKind[set]]);
  const places = new Map([...new Set(ids)].map((id, place) => [id, [place]]));
  const keys = [...places.keys()];
  return {
    isPlain: true,
    keys,
    labels: keys,
    numbers: keys.map(() => null),
    ofEntry: ids.map((id) => places.get(id) ?? none),
  };
}

function keyed(
  order: Uint32Array,
  column: Uint32Array,
  entries: number,
  namesIn: (entry: number) => readonly Name[],
): Keyed {
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const labels: string[] = [];
  const numbers: (string | null)[] = [];
  const idOf = ({ key, label, number }: Name): number => {
    let id = ids.get(key);
    if (id === undefined) {
      id = keys.push(key) - 1;
      ids.set(key, id);
      labels.push(label);
      numbers.push(number ?? null);
    }
    return id;
  };
  const ofEntry = new Array<readonly number[]>(entries).fill(none);
  let unseen = entries;
  for (let i = 0; i < order.length && unseen > 0; i++) {
    const entry = column[order[i] as number] as number;
    if (ofEntry[entry] !== none) continue;
    ofEntry[entry] = namesIn(entry).map(idOf);
    unseen--;
  }
  return { isPlain: false, keys, labels, numbers, ofEntry };
}
