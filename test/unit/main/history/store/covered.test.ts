import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryHistory } from '../support/memory-history.ts';

it('covered ranges are joined where they overlap or adjoin', async () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length }));
  await fc.assert(
    fc.asyncProperty(fc.array(range, { maxLength: 12 }), async (added) => {
      const history = createMemoryHistory(Date.now);
      for (const each of added) await history.cover(each);
      const { ranges } = await history.coverage();
      const covers = (list: readonly { start: number; end: number }[], at: number) =>
        list.some((each) => each.start <= at && at < each.end);
      for (let at = 0; at < 90; at++) expect(covers(ranges, at)).toBe(covers(added, at));
      for (const [index, each] of ranges.entries()) {
        expect(each.start).toBeGreaterThan(ranges[index - 1]?.end ?? -1);
      }
    }),
    { numRuns: 40 },
  );
});
