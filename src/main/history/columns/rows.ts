import type { ExportMark } from '../../../shared/exports/mark.ts';
import { fold } from '../../../shared/history/fold.ts';
import type { Session } from '../../../shared/session.ts';
import { measuredMs } from '../../../shared/worktime.ts';
import { createDictionary, keyOfTexts } from './dictionary.ts';
import type { Kind } from './kinds.ts';
import { createPeople, noPeople, type PeopleContent } from './people.ts';
import { createSessionNames, type NamesContent, noNames } from './session-names.ts';

export type ClientEntry = readonly [folderId: string, name: string, number: string | null];
export type ComputerEntry = readonly [displayName: string, hostName: string | null];

export const idColumns = ['pk', 'name', 'client', 'computer', 'crew', 'team', 'kind'] as const;
export const timeColumns = ['created', 'finished', 'updated', 'measured', 'custom'] as const;
export type IdColumn = (typeof idColumns)[number];
type TimeColumn = (typeof timeColumns)[number];

/**
 * Numbers by slot: rows of the store and entries of dictionaries; times, UTC ms, and durations, ms, NaN is none.
 * See `worktime.ts` for those measured.
 */
export type Arrays = Record<IdColumn, Uint32Array> & Record<TimeColumn, Float64Array>;

export interface DictionaryValues {
  readonly names: NamesContent;
  readonly clients: readonly ClientEntry[];
  readonly computers: readonly ComputerEntry[];
  readonly people: PeopleContent;
  readonly kinds: readonly Kind[];
}

/** What rows are made of, to copy or keep them. */
export interface RowsContent {
  readonly arrays: Arrays;
  readonly values: DictionaryValues;
}

const joined = (...texts: (string | null)[]) => texts.map((text) => fold(text ?? '')).join('\n');

function createDictionaries(values: DictionaryValues) {
  return {
    names: createSessionNames(values.names),
    clients: createDictionary(values.clients, keyOfTexts, ([, name, number]) =>
      joined(name, number),
    ),
    computers: createDictionary(values.computers, keyOfTexts, (computer) => joined(...computer)),
    people: createPeople(values.people),
    kinds: createDictionary(values.kinds, keyOfTexts, () => ''),
  };
}

/**
 * Sessions as columns. What a session is never changes once its slot is filled, so that a result can go on reading
 * from it while newer slots take its place. How it stands to exports does; no line of a result hangs on that.
 */
export class Rows {
  length: number;
  readonly arrays: Arrays;
  readonly dictionaries: ReturnType<typeof createDictionaries>;

  constructor({ arrays, values }: RowsContent = noContent()) {
    this.arrays = arrays;
    this.length = arrays.pk.length;
    this.dictionaries = createDictionaries(values);
  }

  /** @returns the slot. */
  append(pk: number, session: Session, exported: ExportMark): number {
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
    const { crew, team } = d.people.idsOf(session);
    a.crew[slot] = crew;
    a.team[slot] = team;
    a.kind[slot] = d.kinds.idOf([session.type, session.state, session.invoiceState, exported]);
    a.created[slot] = session.createdAt;
    a.finished[slot] = session.finishedAt ?? NaN;
    a.updated[slot] = session.lastUpdatedAt;
    a.measured[slot] = measuredMs(session);
    a.custom[slot] = session.customDurationMs ?? NaN;
    return slot;
  }

  /** Says how sessions stand to exports from now on. @param slots those below 0 are left alone */
  mark(slots: Iterable<number>, exported: ExportMark): void {
    const { kind } = this.arrays;
    const { kinds } = this.dictionaries;
    // By kind: the one with the mark and one, or 0.
    const marked = new Uint32Array(kinds.values.length);
    for (const slot of slots) {
      const before = slot < 0 ? Infinity : (kind[slot] as number);
      // A kind that came only now has the mark already.
      if (before >= marked.length) continue;
      if (marked[before] === 0) {
        const [type, state, invoice] = kinds.values[before] as Kind;
        marked[before] = kinds.idOf([type, state, invoice, exported]) + 1;
      }
      kind[slot] = (marked[before] as number) - 1;
    }
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
    const { arrays } = this;
    const room = Math.max(1024, Math.ceil(this.length * 1.125));
    for (const column of idColumns) arrays[column] = grown(arrays[column], new Uint32Array(room));
    for (const column of timeColumns)
      arrays[column] = grown(arrays[column], new Float64Array(room));
  }
}

function grown<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function noContent(): RowsContent {
  const values = { names: noNames, clients: [], computers: [], people: noPeople, kinds: [] };
  return { arrays: emptyArrays(0), values };
}

export function emptyArrays(length: number): Arrays {
  const ids = idColumns.map((column) => [column, new Uint32Array(length)]);
  const times = timeColumns.map((column) => [column, new Float64Array(length)]);
  return Object.fromEntries([...ids, ...times]) as Arrays;
}
