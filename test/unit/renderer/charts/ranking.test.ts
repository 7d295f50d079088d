import { describe, expect, it } from 'vitest';
import { rank } from '../../../../src/renderer/charts/ranking.ts';
import { bar } from '../harness/found.ts';

const five = [bar('a', 50), bar('b', 20), bar('c', 15), bar('d', 10), bar('e', 5)];

describe('a ranking', () => {
  it('shows all where they fit', () => {
    const { bars, rest } = rank({ bars: five, rest: null }, 5);
    expect(bars.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(rest).toBeNull();
  });

  it('gives its last line to what has none, with nothing left out of the sum', () => {
    const { bars, rest } = rank({ bars: five, rest: bar('', 100) }, 4);
    expect(bars.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(rest?.measuredMs).toBe(115 * 60_000);
    expect(rest?.sessions).toBe(9);
  });

  it('measures bars by the longest, and shares by the whole', () => {
    const { bars } = rank({ bars: five, rest: null }, 5);
    expect(bars.map(({ length }) => length)).toEqual([1, 0.4, 0.3, 0.2, 0.1]);
    expect(bars.map(({ share }) => share)).toEqual([0.5, 0.2, 0.15, 0.1, 0.05]);
  });

  it('of no time at all has neither', () => {
    const { bars } = rank({ bars: [bar('a', 0)], rest: null }, 4);
    expect(bars[0]).toMatchObject({ length: 0, share: 0 });
  });
});
