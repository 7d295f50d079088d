import type { Book, Handle } from '../data/book.ts';
import { compileFilter } from './filter.ts';
import { listed, newestFirst, type Order, type TimeFrame } from './order.ts';
import { compileSearch } from './search.ts';
import { compareKeys, keyOf, type Sort, type SortKey } from './sort.ts';

export interface Selection {
  readonly filter?: string | null;
  readonly search?: string | null;
  readonly sort?: readonly Sort[] | null;
  readonly timeFrame?: TimeFrame | null;
}

/** The sessions that a selection leaves, in its order. Rejects with a `SelectionError`. */
export type Select = (selection: Selection, withhold?: (id: string) => boolean) => Promise<Order>;

/** So many sessions are looked at before others get a turn. */
const slice = 5_000;

/** Keeps the last answers, so that going through the pages of one does not make it anew each time. */
export function buildSelect(book: Book, kept = 4): Select {
  const answers = new Map<string, Promise<Order>>();
  return (selection, withhold) => {
    if (withhold) return select(book, selection, withhold);
    const key = `${book.version()}:${JSON.stringify(selection)}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = select(book, selection);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    for (const old of answers.keys()) if (answers.size > kept) answers.delete(old);
    return answer;
  };
}

async function select(
  book: Book,
  { filter, search, sort, timeFrame }: Selection,
  withhold?: (id: string) => boolean,
): Promise<Order> {
  const all = newestFirst(book, timeFrame ?? {});
  const filters = filter ? compileFilter(filter) : null;
  const searches = search ? compileSearch(search) : null;
  const sorts = sort ?? [];
  if (!filters && !searches && !withhold && sorts.length === 0) return all;

  const found: { handle: Handle; key: SortKey }[] = [];
  const looksInside = filters !== null || searches !== null || sorts.length > 0;
  for (let position = 0; position < all.length; position += 1) {
    if (position % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
    const handle = all.at(position);
    if (withhold?.(book.idOf(handle))) continue;
    if (!looksInside) {
      found.push({ handle, key: [] });
      continue;
    }
    const session = book.read(handle);
    if (filters && !filters(session)) continue;
    if (searches && !searches(session)) continue;
    found.push({ handle, key: keyOf(session, sorts) });
  }
  if (sorts.length > 0) found.sort((a, b) => compareKeys(a.key, b.key, sorts));
  return listed(found.map(({ handle }) => handle));
}
