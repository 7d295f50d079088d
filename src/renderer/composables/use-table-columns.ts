import { computed, shallowRef, type ComputedRef } from 'vue';
import type { HistoryColumn } from '../../shared/history/query.ts';
import type { ShownColumn } from '../../shared/history/view.ts';
import { allowedWidth, columnWidths, moved, resized } from '../table/columns.ts';

/** px before the first column, for the marks of a line, and after the last. */
const marksWidth = 56;
const endWidth = 16;

/** px that a key makes a column wider or narrower. */
const widthStep = 16;

/**
 * The columns of a table and what is done to them.
 *
 * @param room px there are for the table
 */
export function useTableColumns(
  columns: () => readonly ShownColumn[],
  room: ComputedRef<number>,
  change: (columns: ShownColumn[]) => void,
) {
  /** While an edge is pulled the widths are ours alone. */
  const pulled = shallowRef<readonly ShownColumn[] | null>(null);

  const names = computed(() => columns().map(({ column }) => column));
  const widths = computed(() =>
    columnWidths(pulled.value ?? columns(), room.value - marksWidth - endWidth),
  );

  function resize(column: HistoryColumn, width: number | null, done: boolean): void {
    const wish = resized(columns(), column, width);
    pulled.value = done ? null : wish;
    if (done) change([...wish]);
  }

  return {
    names,
    widths,
    /** As custom properties, so that no row is drawn anew when a width changes. */
    measures: computed(() => {
      const wide = widths.value.reduce((sum, width) => sum + width, marksWidth + endWidth);
      return {
        '--marks': `${marksWidth}px`,
        '--tracks': [marksWidth, ...widths.value].map((width) => `${width}px`).join(' '),
        '--wide': `${wide}px`,
        '--window': `${room.value > 0 ? Math.min(wide, room.value) : wide}px`,
      };
    }),
    resize,
    /** @returns the width the column has then, px. */
    resizeBy(column: HistoryColumn, by: -1 | 1): number {
      const wish = (widths.value[names.value.indexOf(column)] ?? 0) + by * widthStep;
      resize(column, wish, true);
      return allowedWidth(wish);
    },
    move: (column: HistoryColumn, to: number): void => change([...moved(columns(), column, to)]),
  };
}
