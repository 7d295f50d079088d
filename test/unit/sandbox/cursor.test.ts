import { describe, expect, it } from 'vitest';
import type { Book } from '../../sandbox/data/book.ts';
import { cursorOf, positionBehind } from '../../sandbox/query/cursor.ts';
import { buildSelect, type Selection } from '../../sandbox/query/select.ts';
import { bookOf, monday } from './support.ts';

/** Goes through an answer page by page; `between` happens after each. */
async function walk(
  book: Book,
  selection: Selection,
  size: number,
  between: (page: number) => void = () => undefined,
): Promise<string[]> {
  const select = buildSelect(book);
  const seen: string[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < 10_000; page += 1) {
    const order = await select(selection);
    const sorted = selection.sort !== undefined;
    const begin: number | null = cursor === null ? 0 : positionBehind(book, order, sorted, cursor);
    if (begin === null) throw new Error('no cursor');
    const end = Math.min(order.length, begin + size);
    for (let position = begin; position < end; position += 1) {
      seen.push(book.idOf(order.at(position)));
      cursor = cursorOf(book, order, position);
    }
    if (end === order.length) return seen;
    between(page);
  }
  throw new Error('it never ends');
}

async function whole(book: Book, selection: Selection): Promise<string[]> {
  const order = await buildSelect(book)(selection);
  return Array.from({ length: order.length }, (_, position) => book.idOf(order.at(position)));
}

describe('paging', () => {
  const selections: readonly Selection[] = [
    {},
    { timeFrame: { startDate: monday - 100 * 864e5 } },
    { filter: 'type == "RemoteAccessSession"' },
    { sort: [{ path: 'name', direction: 'Asc', hashSize: 4 }] },
  ];

  it.each(selections)('shows each session once for %j', async (selection) => {
    const book = bookOf({ sessions: 150 });
    for (const size of [1, 7, 100, 150, 151]) {
      expect(await walk(book, selection, size)).toEqual(await whole(book, selection));
    }
  });

  it('loses and repeats nothing while others come and go', async () => {
    const book = bookOf({ sessions: 100 });
    const before = await whole(book, {});
    const gone = before.slice(5, 10);
    const seen = await walk(book, {}, 10, (page) => {
      book.add({ sessionCreatedAt: monday + page });
      const id = gone[page];
      if (id !== undefined) book.remove(id);
    });
    expect(seen).toEqual(before);
  });

  it('goes on behind a session that is gone, and tells sessions of one instant apart', async () => {
    const book = bookOf({ sessions: 10 });
    const at = monday + 1;
    for (const id of ['a', 'b', 'c', 'd']) book.add({ id, sessionCreatedAt: at });
    expect(await walk(book, {}, 1)).toEqual(await whole(book, {}));
    const [first = '', second = ''] = await whole(book, {});
    const order = await buildSelect(book)({});
    const cursor = cursorOf(book, order, 0);
    book.remove(first);
    const now = await buildSelect(book)({});
    expect(positionBehind(book, now, false, cursor)).toBe(0);
    expect(book.idOf(now.at(0))).toBe(second);
  });

  it.each(['', 'nonsense', '%%%', Buffer.from('1.2').toString('base64url')])(
    'refuses %j as a cursor',
    async (cursor) => {
      const book = bookOf({ sessions: 3 });
      expect(positionBehind(book, await buildSelect(book)({}), false, cursor)).toBeNull();
    },
  );
});

describe('what is changed by hand', () => {
  it('moves lastUpdatedAt, also where the clock stands still', () => {
    const book = bookOf({ sessions: 20 });
    const { id, lastUpdatedAt } = book.read(3);
    const once = book.update(id, { invoiceState: 'Invoiced' });
    const twice = book.update(id, { customDuration: 5 });
    expect(once.lastUpdatedAt).toBeGreaterThan(lastUpdatedAt);
    expect(twice.lastUpdatedAt).toBeGreaterThan(once.lastUpdatedAt);
    expect(book.read(3)).toEqual(twice);
    expect(twice).toMatchObject({ id, invoiceState: 'Invoiced', customDuration: 5 });
    expect(book.update(id, { lastUpdatedAt: 7 }).lastUpdatedAt).toBe(7);
  });

  it('refuses what is not there, and what is there already', () => {
    const book = bookOf({ sessions: 20 });
    const { id } = book.read(3);
    expect(() => book.add({ id })).toThrow(/already/);
    book.remove(id);
    expect(() => book.update(id, {})).toThrow(/no session/);
    expect(() => book.remove(id)).toThrow(/no session/);
    expect(book.find(id)).toBeNull();
    expect(book.add({ id, name: 'zurück' }).name).toBe('zurück');
  });
});
