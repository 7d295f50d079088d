import type { HistoryResult } from '../../shared/history/result.ts';

/** What a cache of pages needs: how to read one, and whom to tell when one has come. */
export interface PageSource<L> {
  /** Reads up to `count` lines from `offset`; null where the result is no longer held. */
  read(offset: number, count: number): Promise<readonly L[] | null>;
  changed(): void;
}

export interface PageCache<L> {
  /** A line, as far as it is there. */
  line(index: number): L | undefined;
  /** Says which lines are needed now, `end` not included; what was needed before is forgotten. */
  want(first: number, end: number): void;
  /**
   * Begins with another result. What was read of the one before may be shown until the same page of
   * the new one has come, where it is the same search.
   *
   * @param lines how many there are
   * @param page the first lines
   */
  begin(lines: number, page: readonly L[], sameSearch: boolean): void;
}

interface Page<L> {
  readonly lines: readonly L[];
  readonly old: boolean;
}

/** Pages read at a time; more would only wait for each other. */
const atOnce = 2;

/**
 * Pages of a long result, read as they are needed. At most `most` are held, the longest unused goes
 * first. No page is read twice at a time, and of those that wait the newest wish comes first.
 */
export function createPageCache<L>(
  source: PageSource<L>,
  size: number,
  most: number,
): PageCache<L> {
  const pages = new Map<number, Page<L>>();
  let reading = new Set<number>();
  let refused = new Set<number>();
  let wanted: readonly number[] = [];
  let total = 0;
  let result = 0;

  const keep = (number: number, page: Page<L>): void => {
    pages.delete(number);
    pages.set(number, page);
    for (const oldest of pages.keys()) {
      if (pages.size <= most) break;
      if (!wanted.includes(oldest)) pages.delete(oldest);
    }
  };

  const readNext = (): void => {
    for (const number of wanted) {
      if (reading.size >= atOnce) return;
      const held = pages.get(number);
      if ((held && !held.old) || reading.has(number) || refused.has(number)) continue;
      void read(number);
    }
  };

  const read = async (number: number): Promise<void> => {
    const asked = result;
    const offset = number * size;
    reading.add(number);
    const lines = await source.read(offset, Math.min(size, total - offset)).catch(() => null);
    if (asked !== result) return;
    reading.delete(number);
    if (lines === null) refused.add(number);
    else {
      keep(number, { lines, old: false });
      source.changed();
    }
    readNext();
  };

  return {
    line: (index) => pages.get(Math.floor(index / size))?.lines[index % size],
    want(first, end) {
      const from = Math.floor(first / size);
      const numbers = end > first ? Math.floor((end - 1) / size) - from + 1 : 0;
      wanted = Array.from({ length: numbers }, (_, index) => from + index);
      // A page that could not be read is tried again once something else was looked at.
      refused = new Set(wanted.filter((number) => refused.has(number)));
      for (const number of wanted) {
        const held = pages.get(number);
        if (held) keep(number, held);
      }
      readNext();
    },
    begin(lines, page, sameSearch) {
      result += 1;
      total = lines;
      reading = new Set();
      refused = new Set();
      const before = sameSearch ? wanted.map((number) => [number, pages.get(number)] as const) : [];
      pages.clear();
      for (const [number, held] of before) {
        if (held) pages.set(number, { lines: held.lines, old: true });
      }
      pages.set(0, { lines: page, old: false });
      wanted = [];
    },
  };
}

/** Whether two results seem to have the same lines in the same places, judged by what came of them. */
export function sameLines(a: Beginning, b: Beginning): boolean {
  return (
    a.lines === b.lines &&
    a.page.length === b.page.length &&
    a.page.every((line, index) => nameOf(line) === nameOf(b.page[index]))
  );
}

type Beginning = Pick<HistoryResult, 'lines' | 'page'>;

function nameOf(line: HistoryResult['page'][number] | undefined): string | undefined {
  return line?.kind === 'group' ? `group ${line.group.key}` : line?.row.id;
}
