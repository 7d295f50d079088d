import { fold } from '../../../shared/history/fold.ts';
import { type OpenSet, openSetWords } from '../../../shared/open-sets.ts';
import type { Session } from '../../../shared/session.ts';
import { createDictionary } from './dictionary.ts';
import { type Crew, crewOf, foldedCrew } from './people.ts';

export type ClientEntry = readonly [folderId: string, name: string, number: string | null];
export type ComputerEntry = readonly [displayName: string, hostName: string | null];

export const idColumns = [
  'pk',
  'name',
  'client',
  'computer',
  'crew',
  'type',
  'state',
  'invoice',
] as const;
export const numberColumns = ['created', 'finished', 'updated', 'duration', 'custom'] as const;
export type IdColumn = (typeof idColumns)[number];
export type NumberColumn = (typeof numberColumns)[number];
export type Arrays = Record<IdColumn, Uint32Array> & Record<NumberColumn, Float64Array>;

export interface DictionaryValues {
  readonly names: readonly string[];
  readonly clients: readonly ClientEntry[];
  readonly computers: readonly ComputerEntry[];
  readonly crews: readonly Crew[];
  readonly types: readonly string[];
  readonly states: readonly string[];
  readonly invoices: readonly string[];
}

export const noValues: DictionaryValues = {
  names: [],
  clients: [],
  computers: [],
  crews: [],
  types: [],
  states: [],
  invoices: [],
};

const joined = (...texts: (string | null)[]) => texts.map((text) => fold(text ?? '')).join('\n');
const foldedId = (set: OpenSet) => (id: string) => joined(id, ...openSetWords(set, id));

function createDictionaries(values: DictionaryValues) {
  return {
    names: createDictionary(values.names, fold),
    clients: createDictionary(values.clients, ([, name, number]) => joined(name, number)),
    computers: createDictionary(values.computers, (computer) => joined(...computer)),
    crews: createDictionary(values.crews, foldedCrew),
    types: createDictionary(values.types, foldedId('type')),
    states: createDictionary(values.states, foldedId('state')),
    invoices: createDictionary(values.invoices, foldedId('invoice')),
  };
}

/**
 * Sessions as columns. A slot never changes once it is filled, so that a result can go on reading from it
 * while newer slots take its place.
 */
export class Rows {
  length: number;
  readonly arrays: Arrays;
  readonly dictionaries: ReturnType<typeof createDictionaries>;

  constructor(arrays: Arrays, values: DictionaryValues) {
    this.arrays = arrays;
    this.length = arrays.pk.length;
    this.dictionaries = createDictionaries(values);
  }

  /** @returns the slot. */
  append(pk: number, session: Session): number {
    if (this.length === this.arrays.pk.length) this.#grow();
    const { arrays: a, dictionaries: d } = this;
    const slot = this.length++;
    a.pk[slot] = pk;
    a.name[slot] = d.names.idOf(session.name);
    const { client, computer } = session;
    a.client[slot] = d.clients.idOf(
      client === null ? ['', '', null] : [client.folderId, client.name, client.number],
    );
    a.computer[slot] = d.computers.idOf([computer?.displayName ?? '', computer?.hostName ?? null]);
    a.crew[slot] = d.crews.idOf(crewOf(session));
    a.type[slot] = d.types.idOf(session.type);
    a.state[slot] = d.states.idOf(session.state);
    a.invoice[slot] = d.invoices.idOf(session.invoiceState);
    a.created[slot] = session.createdAt;
    a.finished[slot] = session.finishedAt ?? NaN;
    a.updated[slot] = session.lastUpdatedAt;
    a.duration[slot] = session.durationMs ?? NaN;
    a.custom[slot] = session.customDurationMs ?? NaN;
    return slot;
  }

  /** See `worktime.ts`. */
  measured(slot: number): number {
    const { created, finished, duration } = this.arrays;
    const end = finished[slot] as number;
    if (end !== end) return 0;
    const told = duration[slot] as number;
    return Math.max(0, told === told ? told : end - (created[slot] as number));
  }

  /** Before rounding; see `worktime.ts`. */
  billable(slot: number): number {
    if (this.isRunning(slot)) return 0;
    const custom = this.arrays.custom[slot] as number;
    return custom === custom ? Math.max(0, custom) : this.measured(slot);
  }

  isRunning(slot: number): boolean {
    return Number.isNaN(this.arrays.finished[slot]);
  }

  /** The slots, in the order given, as rows of their own: without what nobody uses any more. */
  copy(slots: Uint32Array): { readonly arrays: Arrays; readonly values: DictionaryValues } {
    const arrays = emptyArrays(slots.length);
    for (const column of [...idColumns, ...numberColumns]) {
      const from = this.arrays[column];
      const to = arrays[column];
      for (let i = 0; i < slots.length; i++) to[i] = from[slots[i] as number] as number;
    }
    const d = this.dictionaries;
    const values: DictionaryValues = {
      names: used(arrays.name, d.names.values),
      clients: used(arrays.client, d.clients.values),
      computers: used(arrays.computer, d.computers.values),
      crews: used(arrays.crew, d.crews.values),
      types: used(arrays.type, d.types.values),
      states: used(arrays.state, d.states.values),
      invoices: used(arrays.invoice, d.invoices.values),
    };
    return { arrays, values };
  }

  #grow(): void {
    const room = Math.max(1024, Math.ceil(this.length * 1.25));
    for (const column of idColumns) {
      const bigger = new Uint32Array(room);
      bigger.set(this.arrays[column]);
      this.arrays[column] = bigger;
    }
    for (const column of numberColumns) {
      const bigger = new Float64Array(room);
      bigger.set(this.arrays[column]);
      this.arrays[column] = bigger;
    }
  }
}

export function emptyArrays(length: number): Arrays {
  const ids = idColumns.map((column) => [column, new Uint32Array(length)]);
  const numbers = numberColumns.map((column) => [column, new Float64Array(length)]);
  return Object.fromEntries([...ids, ...numbers]) as Arrays;
}

/** Renumbers a column, and gives the values it still needs. */
function used<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  const places = new Uint32Array(values.length);
  const kept: T[] = [];
  for (let i = 0; i < column.length; i++) {
    const id = column[i] as number;
    if (places[id] === 0) places[id] = kept.push(values[id] as T);
    column[i] = (places[id] as number) - 1;
  }
  return kept;
}
