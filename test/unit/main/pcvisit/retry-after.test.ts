import { describe, expect, it } from 'vitest';
import { retryAfterIn, retryAt } from '../../../../src/main/pcvisit/retry-after.ts';

const now = Date.UTC(2026, 10, 23, 12, 0, 0);

describe('retryAt', () => {
  it.each([
    ['120', now + 120_000],
    [' 2.5 ', now + 2_500],
    ['0', now + 1_000],
    ['99999999999999999999', now + 3_600_000],
    ['Mon, 23 Nov 2026 12:01:30 GMT', now + 90_000],
    ['Monday, 23-Nov-26 12:01:30 GMT', now + 90_000],
    ['Mon Nov 23 12:01:30 2026', now + 90_000],
    ['Mon, 23 Nov 2026 11:00:00 GMT', now + 1_000],
    ['Tue, 24 Nov 2026 12:00:00 GMT', now + 3_600_000],
  ])('reads %s', (value, at) => {
    expect(retryAt(value, now, null)).toBe(at);
  });

  it.each(['', 'soon', '-5', 'NaN', 'Mon, 99 Xyz 2026 12:00:00 GMT', '{}'])(
    'gives %j up',
    (value) => {
      expect(retryAt(value, now, null)).toBeUndefined();
    },
  );

  it('reads a date on the clock of the server that wrote it', () => {
    const ahead = now + 600_000;
    expect(retryAt('Mon, 23 Nov 2026 12:11:00 GMT', now, ahead)).toBe(now + 60_000);
  });

  it('does not believe two clocks that cannot be meant to agree', () => {
    expect(retryAt('Mon, 23 Nov 2026 12:01:00 GMT', now, 0)).toBe(now + 60_000);
  });
});

describe('retryAfterIn', () => {
  it.each([
    ['Retry-After: 120', '120'],
    ['Too many requests. "retry-after: 7"', '7'],
    ['Retry-After: <30>', '30'],
    ['x; RETRY-AFTER=5; y', '5'],
    ['Retry-After: Mon, 23 Nov 2026 12:01:30 GMT', 'Mon, 23 Nov 2026 12:01:30 GMT'],
  ])('finds it in %j', (comment, value) => {
    expect(retryAfterIn(comment)).toBe(value);
  });

  it.each(['wait a while', '', null, 7, { 'Retry-After': 1 }])('finds nothing in %j', (comment) => {
    expect(retryAfterIn(comment)).toBeUndefined();
  });

  it('is not slowed down by a huge comment', () => {
    expect(retryAfterIn(`${' '.repeat(5_000_000)}Retry-After: 1`)).toBeUndefined();
  });
});
