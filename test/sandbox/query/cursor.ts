import type { Book, Handle } from '../data/book.ts';
import { compareNewest, type Order } from './order.ts';

interface Place {
  readonly position: number;
  readonly createdAt: number;
  readonly handle: Handle;
}

/** Names a session's place in an answer; opaque to whoever gets it. */
export function cursorOf(book: Book, order: Order, position: number): string {
  const handle = order.at(position);
  return Buffer.from(`${position}.${book.createdAt(handle)}.${handle}`).toString('base64url');
}

/**
 * Where an answer goes on behind a cursor. In the usual order that holds whatever came and went in
 * between; in another the session itself is looked for, and its old position if it is gone.
 *
 * @returns null where this is no cursor.
 */
export function positionBehind(
  book: Book,
  order: Order,
  sorted: boolean,
  cursor: string,
): number | null {
  const place = parse(cursor);
  if (place === null) return null;
  if (!sorted) return firstBehind(book, order, place);
  for (let position = 0; position < order.length; position += 1) {
    if (order.at(position) === place.handle) return position + 1;
  }
  return Math.min(order.length, place.position + 1);
}

function firstBehind(book: Book, order: Order, place: Place): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const handle = order.at(middle);
    if (compareNewest({ handle, createdAt: book.createdAt(handle) }, place) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

function parse(cursor: string): Place | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  const match = /^(\d+)\.(-?\d+)\.(-?\d+)$/.exec(text);
  if (match === null) return null;
  return { position: Number(match[1]), createdAt: Number(match[2]), handle: Number(match[3]) };
}
