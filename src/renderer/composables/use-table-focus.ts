import { computed, ref, shallowReadonly, shallowRef, type Ref } from 'vue';
import type { HistoryColumn } from '../../shared/history/query.ts';
import { headWish, tableWish, type HeadWish, type TableWish } from '../table/keys.ts';
import { everything, nothing, only, stretched, toggled, type Range } from '../table/selection.ts';
import { chosenCount, rangesOf } from '../table/selection.ts';

/** What the table does where a key asks for it. */
export interface TableDeeds {
  show(line: number): void;
  open(line: number): void;
  /** @returns whether there was anything to close. */
  close(): boolean;
  copy(ranges: readonly Range[]): void;
  sort(column: HistoryColumn): void;
  resize(column: HistoryColumn, by: -1 | 1): void;
}

/** The head stands above the first line. */
const head = -1;

/**
 * Which line of the table is current, and which are chosen. The focus stays on the table as a whole,
 * so that it outlives the elements of lines that are scrolled away.
 *
 * @param page lines that a page key goes
 */
export function useTableFocus(
  lines: () => number,
  columns: () => readonly HistoryColumn[],
  page: () => number,
  deeds: TableDeeds,
) {
  const place = ref(0);
  const column: Ref<HistoryColumn | null> = ref(null);
  const selection = shallowRef(nothing);

  const line = computed(() => Math.min(place.value, lines() - 1));
  const headColumn = computed(() => {
    if (line.value !== head) return null;
    const all = columns();
    return all.find((each) => each === column.value) ?? all[0] ?? null;
  });

  function go(to: number): void {
    place.value = to;
    if (to >= 0) deeds.show(to);
  }

  function fulfil(wish: TableWish): boolean {
    switch (wish.kind) {
      case 'go':
        selection.value = nothing;
        go(wish.line);
        break;
      case 'stretch':
        selection.value = stretched(selection.value, wish.line, line.value);
        go(wish.line);
        break;
      case 'toggle':
        selection.value = toggled(selection.value, line.value);
        break;
      case 'all':
        selection.value = everything(lines());
        break;
      case 'open':
        deeds.open(line.value);
        break;
      case 'copy':
        deeds.copy(chosen());
        break;
      case 'close':
        if (deeds.close()) break;
        if (selection.value === nothing) return false;
        selection.value = nothing;
    }
    return true;
  }

  function fulfilHead(wish: HeadWish): void {
    const all = columns();
    const at = headColumn.value;
    if (at === null) return;
    if (wish.kind === 'leave') go(0);
    else if (wish.kind === 'sort') deeds.sort(at);
    else if (wish.kind === 'resize') deeds.resize(at, wish.by);
    else column.value = all[all.indexOf(at) + wish.by] ?? at;
  }

  function chosen(): readonly Range[] {
    const ranges = rangesOf(selection.value);
    return ranges.length > 0 ? ranges : [{ first: line.value, last: line.value }];
  }

  return {
    line,
    headColumn,
    selection: shallowReadonly(selection),
    count: computed(() => chosenCount(selection.value)),
    /** Goes back to the first line, or chooses nothing but stays. */
    reset(toFirst: boolean): void {
      selection.value = nothing;
      if (toFirst) place.value = 0;
    },
    onKey(event: KeyboardEvent): void {
      const inHead = line.value === head ? headWish(event) : null;
      if (inHead) {
        event.preventDefault();
        return fulfilHead(inHead);
      }
      const wish = lines() > 0 ? tableWish(event, line.value, lines(), page()) : null;
      if (wish === null || (line.value === head && wish.kind !== 'go')) return;
      if (fulfil(wish)) event.preventDefault();
    },
    onPress(index: number, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void {
      const origin = Math.max(0, line.value);
      place.value = index;
      if (event.shiftKey) selection.value = stretched(selection.value, index, origin);
      else if (event.ctrlKey || event.metaKey) selection.value = toggled(selection.value, index);
      else {
        selection.value = only(index);
        deeds.open(index);
      }
    },
  };
}
