import type { Book, Handle } from '../data/book.ts';

/** Sessions in the order they are answered in, without all of them being in memory. */
export interface Order {
  readonly length: number;
  at(position: number): Handle;
}

/** Both bounds belong to it (the sandbox's own choice); either may be missing. UTC ms. */
export interface TimeFrame {
  readonly startDate?: number | null;
  readonly endDate?: number | null;
}

/** The sessions that began within the frame, the newest first. */
export function newestFirst(book: Book, frame: TimeFrame): Order {
  const first = lowerBound(book, frame.startDate ?? -Infinity);
  const behind = lowerBound(book, nextAfter(frame.endDate ?? Infinity));
  const extras = [...book.added].filter((handle) => within(book.createdAt(handle), frame));
  const gone = [...book.removed].some((handle) => handle >= first && handle < behind);
  if (extras.length === 0 && !gone) {
    return { length: Math.max(0, behind - first), at: (position) => behind - 1 - position };
  }
  return listed(merge(book, first, behind, extras));
}

export function listed(handles: readonly Handle[]): Order {
  return {
    length: handles.length,
    at: (position) => {
      const handle = handles[position];
      if (handle === undefined) throw new RangeError(`no position ${position}`);
      return handle;
    },
  };
}

/** Which of two comes first where the newest do; sessions of one instant keep a fixed order. */
export function compareNewest(
  a: { readonly createdAt: number; readonly handle: Handle },
  b: { readonly createdAt: number; readonly handle: Handle },
): number {
  return b.createdAt - a.createdAt || b.handle - a.handle;
}

function merge(book: Book, first: number, behind: number, extras: Handle[]): Handle[] {
  const keyed = extras.map((handle) => ({ handle, createdAt: book.createdAt(handle) }));
  const waiting = keyed.sort(compareNewest).reverse();
  const handles: Handle[] = [];
  for (let handle = behind - 1; handle >= first; handle -= 1) {
    if (book.removed.has(handle)) continue;
    const own = { handle, createdAt: waiting.length > 0 ? book.createdAt(handle) : 0 };
    for (let next = waiting.at(-1); next && compareNewest(next, own) < 0; next = waiting.at(-1)) {
      handles.push(next.handle);
      waiting.pop();
    }
    handles.push(handle);
  }
  return [...handles, ...waiting.reverse().map(({ handle }) => handle)];
}

function within(createdAt: number, { startDate, endDate }: TimeFrame): boolean {
  return createdAt >= (startDate ?? -Infinity) && createdAt <= (endDate ?? Infinity);
}

/** The first sample handle that did not begin before the instant. */
function lowerBound(book: Book, instant: number): number {
  let low = 0;
  let high = book.visible();
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (book.createdAt(middle) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Begins are whole milliseconds; a bound may be a fraction. */
function nextAfter(instant: number): number {
  return Math.floor(instant) + 1;
}
