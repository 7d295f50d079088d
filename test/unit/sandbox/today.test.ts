import { describe, expect, it } from 'vitest';
import { dayOf, rangeOfDay, unionLength } from '../../../src/shared/time.ts';
import { bookOf, samples } from './support.ts';

const minute = 60_000;

/** Winter, both changes of the clocks, a Sunday, a zone far away. */
const cases = [
  ['2026-11-23', 'Europe/Berlin'],
  ['2026-03-29', 'Europe/Berlin'],
  ['2026-10-25', 'Europe/Berlin'],
  ['2026-11-22', 'Pacific/Auckland'],
  ['2026-12-25', 'UTC'],
] as const;
const times = [
  0,
  1,
  1000,
  5 * minute,
  40 * minute,
  179 * minute,
  8 * 60 * minute,
  1439 * minute - 1,
];

describe.each(cases)('%s in %s', (day, zone) => {
  const bounds = rangeOfDay(day, zone);

  it.each(times)('is full %i ms after midnight, whatever the seed', (after) => {
    const start = Math.min(bounds.start + after, bounds.end - 1);
    for (let seed = 0; seed < 3; seed += 1) {
      const all = samples(bookOf({ seed, zone, start, sessions: 120 }));
      const today = all.filter(
        ({ sessionCreatedAt, sessionFinishedAt }) =>
          sessionCreatedAt >= bounds.start || (sessionFinishedAt ?? Infinity) > bounds.start,
      );
      expect(today.length).toBeGreaterThanOrEqual(after < 1000 ? 6 : 7);
      expect(today.length).toBeLessThanOrEqual(12);
      const running = today.filter(({ sessionFinishedAt }) => sessionFinishedAt === null);
      expect([1, 2]).toContain(running.length);
      const own = today.filter(({ participants }) =>
        participants.some(({ email }) => email?.startsWith('katrin.')),
      );
      expect(own.length).toBeGreaterThanOrEqual(3);
      for (const each of all) expect(each.sessionCreatedAt).toBeLessThanOrEqual(start);
      if (after < 5 * minute) continue;
      const spans = today.map(({ sessionCreatedAt, sessionFinishedAt }) => ({
        start: sessionCreatedAt,
        end: sessionFinishedAt ?? start,
      }));
      const sum = spans.reduce((total, span) => total + span.end - span.start, 0);
      expect(sum, 'some are parallel').toBeGreaterThan(unionLength(spans));
    }
  });
});

it('has one over midnight and some just after it at five past twelve', () => {
  const { start: midnight } = rangeOfDay('2026-11-23', 'Europe/Berlin');
  const all = samples(bookOf({ start: midnight + 5 * minute }));
  const touching = all.filter(({ sessionFinishedAt: end }) => (end ?? Infinity) > midnight);
  expect(touching.some(({ sessionCreatedAt }) => sessionCreatedAt < midnight)).toBe(true);
  expect(touching.filter((each) => each.sessionCreatedAt >= midnight).length).toBeGreaterThan(5);
});

it('keeps to the working day later on', () => {
  const { start: midnight } = rangeOfDay('2026-11-23', 'Europe/Berlin');
  const all = samples(bookOf({ start: midnight + 17 * 60 * minute }));
  const today = all.filter(
    ({ sessionCreatedAt }) => dayOf(sessionCreatedAt, 'Europe/Berlin') === '2026-11-23',
  );
  for (const each of today) {
    expect(each.sessionCreatedAt).toBeGreaterThanOrEqual(midnight + 7 * 60 * minute);
  }
});

describe('a live sandbox', () => {
  const start = Date.parse('2026-11-23T13:30:00Z');

  it('gets new sessions, ends those that run and edits them afterwards', () => {
    let now = start;
    const book = bookOf({ live: true, start, now: () => now });
    const runningAtFirst = samples(book).filter((each) => each.sessionFinishedAt === null);
    expect(book.visible()).toBe(400);
    now += 45 * minute;
    expect(book.visible()).toBeGreaterThan(410);
    const later = new Map(samples(book).map((each) => [each.id, each]));
    for (const { id, lastUpdatedAt } of runningAtFirst) {
      const ended = later.get(id);
      expect(ended?.sessionFinishedAt).toBeGreaterThan(start);
      expect(ended?.lastUpdatedAt).toBeGreaterThan(lastUpdatedAt);
      expect(ended?.duration).toBeGreaterThanOrEqual(0);
    }
    const edited = [...later.values()].filter(({ lastUpdatedAt }) => lastUpdatedAt > start);
    expect(edited.some(({ customDuration }) => customDuration !== null)).toBe(true);
    expect(edited.some(({ invoiceState }) => invoiceState !== 'Open')).toBe(true);
  });

  it('tells the same story again, however often it is asked', () => {
    const at = (now: number) => samples(bookOf({ live: true, start, now: () => now }));
    const early = at(start + 10 * minute).map(({ id }) => id);
    expect(
      at(start + 60 * minute)
        .map(({ id }) => id)
        .slice(0, early.length),
    ).toEqual(early);
    for (const each of at(start + 60 * minute)) {
      expect(each.sessionCreatedAt).toBeLessThanOrEqual(start + 60 * minute);
    }
  });

  it('stands still where it is not live', () => {
    let now = start;
    const book = bookOf({ start, now: () => start });
    const before = samples(book);
    now += 90 * minute;
    expect(samples(book)).toEqual(before);
    expect(now).toBeGreaterThan(start);
  });
});
