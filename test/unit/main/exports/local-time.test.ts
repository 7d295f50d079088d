import { expect, it } from 'vitest';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { localTimes, offsetText } from '../../../../src/main/exports/local-time.ts';

const first = Date.parse('0001-01-03');
const last = Date.parse('9999-12-28');

it.each(['Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'])(
  'reads every instant in %s as the calendar does',
  (zone) => {
    const read = localTimes(zone);
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (instant) => {
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        const { text, offset } = read(instant);
        expect(text).toBe(there.toPlainDateTime().toString({ smallestUnit: 'second' }));
        expect(offset * 6e10).toBeCloseTo(there.offsetNanoseconds, -3);
      }),
      { numRuns: 300 },
    );
  },
);

it('names an offset in hours and minutes', () => {
  expect([0, 60, -210, 345].map(offsetText)).toEqual(['+00:00', '+01:00', '-03:30', '+05:45']);
});
