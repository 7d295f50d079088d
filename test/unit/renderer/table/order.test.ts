import { describe, expect, it } from 'vitest';
import { placed, switched } from '../../../../src/renderer/table/order.ts';

describe('an ordered choice', () => {
  it.each([
    ['b', 0, 'bac'],
    ['a', 1, 'bac'],
    ['a', 9, 'bca'],
    ['c', -3, 'cab'],
    ['x', 0, 'abc'],
  ] as const)('moves %s to %d', (one, to, order) => {
    expect(placed([...'abc'], one, to).join('')).toBe(order);
  });

  it('grows at its end, and never becomes nothing', () => {
    expect(switched([...'abc'], 'd')).toEqual([...'abcd']);
    expect(switched([...'abc'], 'b')).toEqual([...'ac']);
    expect(switched(['a'], 'a')).toEqual(['a']);
  });
});
