import { describe, expect, it } from 'vitest';
import { createDetailFormats } from '../../../../src/renderer/details/values.ts';

const berlin = createDetailFormats('de', 'Europe/Berlin');

describe('formats of a session', () => {
  it('tell time with its zone, which differs by the time of year', () => {
    const winter = Date.UTC(2026, 10, 23, 13, 2, 11);
    expect(berlin.clock(winter)).toBe('14:02:11');
    expect(berlin.zone(winter)).toBe('MEZ');
    expect(berlin.zone(Date.UTC(2026, 6, 1))).toBe('MESZ');
    expect(berlin.day(winter)).toBe('Montag, 23. November 2026');
  });

  it('tell durations to the second, and whole minutes without', () => {
    expect(berlin.duration(90 * 60_000)).toBe('1:30 Std.');
    expect(berlin.duration(26 * 60_000 + 29_000)).toBe('0:26:29');
    expect(berlin.duration(0)).toBe('0:00:00');
    expect(berlin.duration(-90 * 60_000)).toBe('−1:30 Std.');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15 + 1, -1e300])(
    'read %s, which is no instant, as a dash',
    (instant) => {
      for (const format of [berlin.clock, berlin.day, berlin.exact, berlin.zone]) {
        expect(format(instant)).toBe('–');
      }
    },
  );

  it('make do with the machine’s own zone where nobody knows the one given', () => {
    const lost = createDetailFormats('en', 'Atlantis/Poseidon');
    expect(lost.clock(0)).toMatch(/^\d\d:\d\d:00$/);
    expect(lost.zone(0)).not.toBe('');
  });
});
