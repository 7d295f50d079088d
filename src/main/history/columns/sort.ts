import type { HistorySort } from '../../../shared/history/query.ts';
import type { Billing } from './billable.ts';
import { byNumber } from './radix.ts';
import { createRanks } from './ranks.ts';
import type { Rows } from './rows.ts';

/** Puts slots in order. It remembers how texts sort, which is the longest part of it. */
export interface Sorter {
  /**
   * Slots by a column; equal ones stay as they came, and those without a value go last either way.
   *
   * @param found newest first.
   */
  sorted(found: Uint32Array, sort: HistorySort, billing: Billing): Uint32Array;
}

type Value = (slot: number) => number;

export function createSorter(rows: Rows): Sorter {
  const d = rows.dictionaries;
  const ranked = <T>({ values }: { readonly values: readonly T[] }, textOf: (value: T) => string) =>
    createRanks(
      () => values.length,
      (id) => textOf(values[id] as T),
    );
  const ranks = {
    name: createRanks(() => d.names.size, d.names.at),
    type: ranked(d.kinds, ([type]) => type),
    state: ranked(d.kinds, ([, state]) => state),
    invoice: ranked(d.kinds, ([, , invoiceState]) => invoiceState),
    client: ranked(d.clients, ([, name]) => name),
    clientNumber: ranked(d.clients, ([, , number]) => number ?? ''),
    computer: ranked(d.computers, ([displayName]) => displayName),
    technician: createRanks(
      () => d.people.teams.size,
      (team) =>
        d.people
          .technicians(team)
          .map(({ label }) => label)
          .join(', '),
    ),
  };
  const columnOf = {
    name: 'name',
    type: 'kind',
    state: 'kind',
    invoice: 'kind',
    client: 'client',
    clientNumber: 'client',
    computer: 'computer',
    technician: 'team',
  } as const;

  const valueOf = (column: HistorySort['column'], billing: Billing): Value => {
    const { created, finished, updated } = rows.arrays;
    const ended =
      (of: Value): Value =>
      (slot) =>
        rows.isRunning(slot) ? NaN : of(slot);
    switch (column) {
      case 'date':
      case 'start':
        return (slot) => created[slot] as number;
      case 'end':
        return (slot) => finished[slot] as number;
      case 'updated':
        return (slot) => updated[slot] as number;
      case 'custom':
        return (slot) => rows.arrays.custom[slot] as number;
      case 'measured':
        return ended((slot) => rows.arrays.measured[slot] as number);
      case 'billable':
        return ended(billing.ofSession);
      case 'name':
      case 'type':
      case 'state':
      case 'invoice':
      case 'client':
      case 'clientNumber':
      case 'computer':
      case 'technician': {
        const rankOf = ranks[column]();
        const ids = rows.arrays[columnOf[column]];
        return (slot) => rankOf[ids[slot] as number] as number;
      }
    }
  };
  return {
    sorted(found, { column, descending }, billing) {
      if ((column === 'date' || column === 'start') && descending) return found;
      const value = valueOf(column, billing);
      return byNumber(found, descending ? (slot) => -value(slot) : value);
    },
  };
}
