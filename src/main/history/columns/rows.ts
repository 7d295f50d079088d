import { fold } from '../../../shared/history/fold.ts';
import { type OpenSet, openSetWords } from '../../../shared/open-sets.ts';
import type { Session } from '../../../shared/session.ts';
import { measuredMs } from '../../../shared/worktime.ts';
import { createCrews, type Crew, type Person } from './crews.ts';
import { createDictionary, keyOfTexts } from './dictionary.ts';

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
/** Times are UTC ms, durations ms; NaN is none. */
export const numberColumns = ['created', 'finished', 'updated', 'measured', 'custom'] as const;
export type IdColumn = (typeof idColumns)[number];
export type NumberColumn = (typeof numberColumns)[number];
export type Arrays = Record<IdColumn, Uint32Array> & Record<NumberColumn, Float64Array>;

export interface DictionaryValues {
  readonly names: readonly string[];
  readonly clients: readonly ClientEntry[];
  readonly computers: readonly ComputerEntry[];
  readonly people: readonly Person[];
  readonly crews: readonly Crew[];
  readonly types: readonly string[];
  readonly states: readonly string[];
  readonly invoices: readonly string[];
}

/** What rows are made of, to copy or keep them. */
export interface RowsContent {
  readonly arrays: Arrays;
  readonly values: DictionaryValues;
}

const joined = (...texts: (string | null)[]) => texts.map((text) => fold(text ?? '')).join('\n');
const foldedId = (set: OpenSet) => (id: string) => joined(id, ...openSetWords(set, id));
const itself = (text: string) => text;

function createDictionaries(values: DictionaryValues) {
  return {
    names: createDictionary(values.names, itself, fold),
    clients: createDictionary(values.clients, keyOfTexts, ([, name, number]) =>
      joined(name, number),
    ),
    computers: createDictionary(values.computers, keyOfTexts, (computer) => joined(...computer)),
    crews: createCrews(values.people, values.crews),
    types: createDictionary(values.types, itself, foldedId('type')),
    states: createDictionary(values.states, itself, foldedId('state')),
    invoices: createDictionary(values.invoices, itself, foldedId('invoice')),
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

  constructor({ arrays, values }: RowsContent = emptyContent()) {
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
    a.crew[slot] = d.crews.idOf(session);
    a.type[slot] = d.types.idOf(session.type);
    a.state[slot] = d.states.idOf(session.state);
    a.invoice[slot] = d.invoices.idOf(session.invoiceState);
    a.created[slot] = session.createdAt;
    a.finished[slot] = session.finishedAt ?? NaN;
    a.updated[slot] = session.lastUpdatedAt;
    a.measured[slot] = measuredMs(session);
    a.custom[slot] = session.customDurationMs ?? NaN;
    return slot;
  }

  /** Before rounding; see `worktime.ts`. */
  billable(slot: number): number {
    if (this.isRunning(slot)) return 0;
    const custom = this.arrays.custom[slot] as number;
    return custom === custom ? Math.max(0, custom) : (this.arrays.measured[slot] as number);
  }

  isRunning(slot: number): boolean {
    const finished = this.arrays.finished[slot] as number;
    return finished !== finished;
  }

  #grow(): void {
    const room = Math.max(1024, Math.ceil(this.length * 1.125));
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

function emptyContent(): RowsContent {
  return {
    arrays: emptyArrays(0),
    values: {
      names: [],
      clients: [],
      computers: [],
      people: [],
      crews: [],
      types: [],
      states: [],
      invoices: [],
    },
  };
}

export function emptyArrays(length: number): Arrays {
  const ids = idColumns.map((column) => [column, new Uint32Array(length)]);
  const numbers = numberColumns.map((column) => [column, new Float64Array(length)]);
  return Object.fromEntries([...ids, ...numbers]) as Arrays;
}
