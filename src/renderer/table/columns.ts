import type { HistoryColumn, HistorySort } from '../../shared/history/query.ts';
import { narrowest, widest, type ShownColumn } from '../../shared/history/view.ts';
import { placed } from './order.ts';

/** How wide a column is by itself, px, and how much of the room left over it takes. */
interface Nature {
  readonly width: number;
  readonly grows: number;
  /** Figures stand at the right, under each other. */
  readonly figures: boolean;
  /** Sorts the greatest first when it is chosen. */
  readonly descending: boolean;
}

const short = { grows: 0, figures: false, descending: true };
const names = { figures: false, descending: false };
const figures = { grows: 0, figures: true, descending: true };

const natures: Readonly<Record<HistoryColumn, Nature>> = {
  date: { width: 96, ...short },
  start: { width: 72, ...short },
  end: { width: 72, ...short },
  client: { width: 168, grows: 3, ...names },
  clientNumber: { width: 104, grows: 0, ...names },
  computer: { width: 112, grows: 2, ...names },
  technician: { width: 112, grows: 2, ...names },
  name: { width: 152, grows: 2, ...names },
  type: { width: 120, grows: 1, ...names },
  state: { width: 104, grows: 1, ...names },
  measured: { width: 88, ...figures },
  custom: { width: 88, ...figures },
  billable: { width: 116, ...figures },
  invoice: { width: 104, grows: 1, ...names },
  updated: { width: 136, ...short },
};

/** Whether a column's cells are figures, at the right. */
export function showsFigures(column: HistoryColumn): boolean {
  return natures[column].figures;
}

/**
 * The widths of columns, px, in their order. Columns whose width nobody set share what room is left;
 * where there is none the table is wider than its window.
 *
 * @param room px there are for all of them
 */
export function columnWidths(columns: readonly ShownColumn[], room: number): readonly number[] {
  const own = columns.map(({ column, width }) => width ?? natures[column].width);
  const left = Math.max(0, room - own.reduce((sum, width) => sum + width, 0));
  const grows = columns.map(({ column, width }) => (width === null ? natures[column].grows : 0));
  const shares = grows.reduce((sum, share) => sum + share, 0);
  if (shares === 0) return own;
  return own.map((width, index) => Math.floor(width + (left * (grows[index] ?? 0)) / shares));
}

/** The nearest width a column may have, px. */
export function allowedWidth(width: number): number {
  return Math.min(widest, Math.max(narrowest, Math.round(width)));
}

/** Gives a column a width, px, within what is allowed; null leaves it to the table again. */
export function resized(
  columns: readonly ShownColumn[],
  column: HistoryColumn,
  width: number | null,
): readonly ShownColumn[] {
  const allowed = width === null ? null : allowedWidth(width);
  return columns.map((each) => (each.column === column ? { column, width: allowed } : each));
}

/** Puts a column into another place; beyond the ends it stays at the end. */
export function moved(
  columns: readonly ShownColumn[],
  column: HistoryColumn,
  to: number,
): readonly ShownColumn[] {
  const mover = columns.find((each) => each.column === column);
  return mover ? placed(columns, mover, to) : columns;
}

/** Columns of these names in this order; those that were shown before keep their width. */
export function shownAs(
  columns: readonly ShownColumn[],
  names: readonly HistoryColumn[],
): readonly ShownColumn[] {
  const before = new Map(columns.map((each) => [each.column, each]));
  return names.map((column) => before.get(column) ?? { column, width: null });
}

/** Sorting by a column: a second time turns it around. */
export function sortedBy(sort: HistorySort, column: HistoryColumn): HistorySort {
  const descending = sort.column === column ? !sort.descending : natures[column].descending;
  return { column, descending };
}
