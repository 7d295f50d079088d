import { shallowRef, watch, type Ref } from 'vue';
import { pageSize, type HistoryLine, type HistoryResult } from '../../shared/history/result.ts';
import { createPageCache } from '../table/pages.ts';

/** Pages held; with 100 lines each, several windows full around what is seen. */
const mostPages = 20;

/**
 * The lines of a result, read page by page as they come into sight.
 *
 * @param anchor names the search; a result of the same search keeps its lines in sight until they
 *   were read anew
 * @param first the first line that is drawn; `end` the one after the last
 */
export function useTablePages(
  result: () => HistoryResult,
  anchor: () => string,
  readPage: () => (offset: number, count: number) => Promise<readonly HistoryLine[] | null>,
  first: Readonly<Ref<number>>,
  end: Readonly<Ref<number>>,
): (index: number) => HistoryLine | undefined {
  const come = shallowRef(0);
  const cache = createPageCache<HistoryLine>(
    {
      read: (offset, count) => readPage()(offset, count),
      changed: () => {
        come.value += 1;
      },
    },
    pageSize,
    mostPages,
  );
  let search: string | null = null;
  watch(
    result,
    (found) => {
      cache.begin(found.lines, found.page, anchor() === search);
      search = anchor();
      // As many lines as before may all be others.
      come.value += 1;
    },
    { immediate: true },
  );
  watch([result, first, end], () => cache.want(first.value, end.value), { immediate: true });

  return (index) => {
    void come.value;
    return cache.line(index);
  };
}
