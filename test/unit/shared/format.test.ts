import { describe, expect, it } from 'vitest';
import {
  createFormats,
  durationDigits,
  formatClock,
  formatDay,
  formatDuration,
  formatRelative,
  formatTime,
} from '../../../src/shared/format.ts';

const berlin = 'Europe/Berlin';
const minute = 60_000;
const hour = 60 * minute;
/** Monday, 14:05:09 in Berlin. */
const now = Date.UTC(2026, 10, 23, 13, 5, 9);

describe('durations', () => {
  it.each([
    [0, '0:00'],
    [29_999, '0:00'],
    [30_000, '0:01'],
    [59 * minute + 30_000, '1:00'],
    [3 * hour + 24 * minute, '3:24'],
    [123 * hour + 5 * minute, '123:05'],
    [-5 * minute, '0:00'],
    [Number.NaN, '0:00'],
    [Number.POSITIVE_INFINITY, '0:00'],
  ])('%d ms reads %s', (ms, text) => {
    expect(durationDigits(ms)).toBe(text);
  });

  it('carry the unit of the language', () => {
    expect(formatDuration(3 * hour + 24 * minute, 'de')).toBe('3:24 Std.');
    expect(formatDuration(3 * hour + 24 * minute, 'en')).toBe('3:24 h');
  });

  it.each([
    [0, '0:00:00'],
    [999, '0:00:00'],
    [12 * minute + 41_999, '0:12:41'],
    [25 * hour + 1000, '25:00:01'],
    [-1, '0:00:00'],
  ])('a clock of %d ms reads %s', (ms, text) => {
    expect(formatClock(ms)).toBe(text);
  });
});

describe('times and dates', () => {
  it('show the hour of the zone, on a 24-hour clock', () => {
    expect(formatTime(now, 'de', berlin)).toBe('14:05');
    expect(formatTime(now, 'en', berlin)).toBe('14:05');
    expect(formatTime(now, 'en', 'America/New_York')).toBe('08:05');
    expect(formatTime(Date.UTC(2026, 10, 22, 23, 0), 'en', berlin)).toBe('00:00');
    expect(createFormats('de', berlin).exactTime(now)).toBe('14:05:09');
  });

  it('name the hour both before and after the clocks go back', () => {
    const { hour: hourOf } = createFormats('de', berlin);
    const midnight = Date.UTC(2026, 9, 24, 22);
    const hours = [0, 1, 2, 3, 4].map((count) => hourOf(midnight + count * hour));
    expect(hours).toEqual(['0', '1', '2', '2', '3']);
  });

  it('write days as the language does, wherever the machine stands', () => {
    expect(formatDay('2026-11-23', 'de')).toBe('Montag, 23. November');
    expect(formatDay('2026-11-23', 'en')).toBe('Monday 23 November');
    expect(createFormats('de', 'Pacific/Auckland').weekday('2026-11-23')).toBe('Mo');
    expect(createFormats('en', 'Pacific/Auckland').weekday('2026-11-23')).toBe('Mon');
    expect(createFormats('de', berlin).longDate(now)).toBe('23. November 2026');
    expect(createFormats('de', berlin).exact(now)).toBe('Mo., 23.11.2026, 14:05:09');
  });

  it('a moment names its date unless it is of the same local day', () => {
    const formats = createFormats('de', berlin);
    expect(formats.moment(now - 3 * hour, now)).toBe('11:05');
    expect(formats.moment(now - 15 * hour, now)).toBe('22.11.2026, 23:05');
  });

  it('counts are grouped', () => {
    expect(createFormats('de').count(1_234_567)).toBe('1.234.567');
    expect(createFormats('en').count(1_234_567)).toBe('1,234,567');
  });
});

describe('relative times', () => {
  it.each([
    [0, 'gerade eben', 'just now'],
    [-hour, 'gerade eben', 'just now'],
    [minute, 'vor 1 Min.', '1 min ago'],
    [59 * minute + 59_000, 'vor 59 Min.', '59 min ago'],
    [3 * hour, 'vor 3 Std.', '3 hr ago'],
    [49 * hour, 'vor 2 Tagen', '2 days ago'],
  ])('%d ms ago', (passed, german, english) => {
    expect(formatRelative(now - passed, now, 'de')).toBe(german);
    expect(formatRelative(now - passed, now, 'en')).toBe(english);
  });
});
