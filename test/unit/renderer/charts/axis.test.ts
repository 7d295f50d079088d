import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../../src/renderer/charts/axis.ts';
import { createFormats } from '../../../../src/shared/format.ts';
import { rangeOfDay } from '../../../../src/shared/time.ts';

const hour = 3_600_000;
const zone = 'Europe/Berlin';
const formats = createFormats('de', zone);
const hourOf = (instant: number): number => Number(formats.hour(instant));
const axis = (day: string, ...spans: readonly (readonly [number, number])[]) => {
  const range = rangeOfDay(day, zone);
  const placed = spans.map(([from, to]) => ({
    start: range.start + from * hour,
    end: range.start + to * hour,
  }));
  return axisOf(range, placed, hourOf);
};
const labels = (day: string, ...spans: readonly (readonly [number, number])[]): number[] =>
  axis(day, ...spans).hours.map(hourOf);

describe('axisOf', () => {
  it('shows the working day while there is nothing beyond it', () => {
    expect(labels('2026-11-23')).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(labels('2026-11-23', [9, 10.5])).toHaveLength(10);
  });

  it('reaches back and on to full hours as far as there is something', () => {
    expect(labels('2026-11-23', [6.7, 7]).at(0)).toBe(6);
    expect(labels('2026-11-23', [18, 19.2]).at(-1)).toBe(20);
    expect(labels('2026-11-23', [18, 19]).at(-1)).toBe(19);
  });

  it('never leaves the day', () => {
    const { start, end, hours } = axis('2026-11-23', [-5, 1], [23, 30]);
    expect({ start, end }).toEqual(rangeOfDay('2026-11-23', zone));
    expect(hours).toHaveLength(25);
  });

  it('knows days of 25 and of 23 hours', () => {
    const long = labels('2026-10-25', [0, 24.5]);
    expect(long.slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
    expect(long).toHaveLength(26);
    const short = labels('2026-03-29', [0, 22.5]);
    expect(short.slice(0, 4)).toEqual([0, 1, 3, 4]);
    expect(short).toHaveLength(24);
    expect(labels('2026-03-29')).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  });
});
