import { describe, expect, it } from 'vitest';
import { createPageCache } from '../../../../src/renderer/table/pages.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A source that answers when it is told to. */
function stage(lines = 10_000, most = 4) {
  const asked: { offset: number; count: number; answer: (lines: string[] | null) => void }[] = [];
  let changes = 0;
  const cache = createPageCache<string>(
    {
      read: (offset, count) =>
        new Promise((answer) => {
          asked.push({ offset, count, answer });
        }),
      changed: () => (changes += 1),
    },
    10,
    most,
  );
  const page = (offset: number, name = 'a', count = 10): string[] =>
    Array.from({ length: count }, (_, index) => `${name}${offset + index}`);
  cache.begin(lines, page(0), false);
  const answer = async (offset: number, given?: string[] | null): Promise<void> => {
    const at = asked.findIndex((each) => each.offset === offset);
    const [one] = asked.splice(at, 1);
    if (at < 0 || !one) throw new Error(`Nobody asked for ${offset}.`);
    one.answer(given === undefined ? page(offset) : given);
    await settled();
  };
  return {
    cache,
    page,
    answer,
    offsets: () => asked.map(({ offset }) => offset),
    asked,
    changes: () => changes,
  };
}

describe('pages of lines', () => {
  it('has the first lines at once and asks for none of them', () => {
    const { cache, offsets } = stage();
    cache.want(0, 10);
    expect(cache.line(3)).toBe('a3');
    expect(offsets()).toEqual([]);
  });

  it('reads what comes into sight, once, and tells when it came', async () => {
    const { cache, answer, offsets, changes } = stage();
    cache.want(15, 25);
    cache.want(16, 26);
    expect(offsets()).toEqual([10, 20]);
    expect(cache.line(16)).toBeUndefined();
    await answer(10);
    expect(cache.line(16)).toBe('a16');
    expect(changes()).toBe(1);
    cache.want(15, 25);
    expect(offsets()).toEqual([20]);
  });

  it('asks for no more lines than there are', () => {
    const { cache, asked } = stage(25);
    cache.want(20, 25);
    expect(asked.map(({ offset, count }) => [offset, count])).toEqual([[20, 5]]);
  });

  it('passes over what was only scrolled by: the newest wish comes next', async () => {
    const { cache, answer, offsets } = stage();
    for (let first = 100; first < 5000; first += 100) cache.want(first, first + 10);
    expect(offsets()).toEqual([100, 200]);
    await answer(100);
    expect(offsets()).toEqual([200, 4900]);
  });

  it('drops what comes late of another result', async () => {
    const { cache, answer, page, offsets } = stage();
    cache.want(20, 30);
    cache.begin(5000, page(0, 'b'), false);
    cache.want(20, 30);
    expect(offsets()).toEqual([20, 20]);
    await answer(20, page(20, 'a'));
    expect(cache.line(20)).toBeUndefined();
    await answer(20, page(20, 'b'));
    expect(cache.line(20)).toBe('b20');
  });

  it('shows the lines of the same search until they were read anew', async () => {
    const { cache, answer, page, offsets } = stage();
    cache.want(20, 30);
    await answer(20);
    cache.begin(5000, page(0, 'b'), true);
    expect(cache.line(0)).toBe('b0');
    expect(cache.line(20)).toBe('a20');
    cache.want(20, 30);
    expect(offsets()).toEqual([20]);
    await answer(20, page(20, 'b'));
    expect(cache.line(20)).toBe('b20');
  });

  it('forgets the lines of another search', async () => {
    const { cache, answer, page } = stage();
    cache.want(20, 30);
    await answer(20);
    cache.begin(5000, page(0, 'b'), false);
    expect(cache.line(20)).toBeUndefined();
  });

  it('holds few pages; the longest unused goes first', async () => {
    const { cache, answer } = stage(10_000, 3);
    for (const first of [10, 20, 30]) {
      cache.want(first, first + 10);
      await answer(first);
      cache.want(10, 20);
    }
    expect([cache.line(0), cache.line(20), cache.line(30), cache.line(10)]).toEqual([
      undefined,
      'a20',
      'a30',
      'a10',
    ]);
  });

  it('asks again for a page it did not get, but not on and on', async () => {
    const { cache, answer, offsets } = stage();
    cache.want(20, 30);
    await answer(20, null);
    cache.want(21, 30);
    expect(offsets()).toEqual([]);
    cache.want(0, 10);
    cache.want(20, 30);
    expect(offsets()).toEqual([20]);
  });

  it('takes a failure for a page it did not get', async () => {
    let tries = 0;
    const cache = createPageCache<string>(
      {
        read: () => {
          tries += 1;
          return Promise.reject(new Error('gone'));
        },
        changed: () => undefined,
      },
      10,
      4,
    );
    cache.begin(100, [], false);
    cache.want(20, 30);
    await settled();
    expect([tries, cache.line(20)]).toEqual([1, undefined]);
  });
});
