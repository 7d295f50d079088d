import { describe, expect, it } from 'vitest';
import {
  billableMs,
  isRunning,
  measuredMs,
  spanOf,
  type Timed,
} from '../../../src/shared/worktime.ts';

const base: Timed = { createdAt: 1000, finishedAt: 1600, durationMs: 500, customDurationMs: null };
const now = 5000;

describe('measured and billable time', () => {
  it.each<[string, Partial<Timed>, number, number]>([
    ['the server measured', {}, 500, 500],
    ['somebody set another duration', { customDurationMs: 900 }, 500, 900],
    ['somebody set nothing as the duration', { customDurationMs: 0 }, 500, 0],
    ['the server did not measure', { durationMs: null }, 600, 600],
    ['the server measured nothing', { durationMs: 0 }, 0, 0],
    ['it runs', { finishedAt: null, durationMs: 300 }, 0, 0],
    ['it runs although a duration was set', { finishedAt: null, customDurationMs: 900 }, 0, 0],
    ['the server measured less than nothing', { durationMs: -5 }, 0, 0],
    ['somebody set less than nothing', { customDurationMs: -5 }, 500, 0],
    ['it ended before it began', { finishedAt: 400, durationMs: null }, 0, 0],
    ['it is longer than it lasted', { durationMs: 9e15 }, 9e15, 9e15],
  ])('where %s', (_, changes, measured, billable) => {
    const session = { ...base, ...changes };
    expect(measuredMs(session)).toBe(measured);
    expect(billableMs(session)).toBe(billable);
    expect(isRunning(session)).toBe(session.finishedAt === null);
  });

  it.each<[string, Partial<Timed>, number]>([
    ['reaches to its end', {}, 1600],
    ['that runs reaches to now', { finishedAt: null }, now],
    ['that begins in the future has no length', { finishedAt: null, createdAt: now + 1 }, now + 1],
    ['that ended before it began has no length', { finishedAt: 3 }, 1000],
  ])('the span of one %s', (_, changes, end) => {
    const session = { ...base, ...changes };
    expect(spanOf(session, now)).toEqual({ start: session.createdAt, end });
  });
});
