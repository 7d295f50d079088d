import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/shared/session.ts';
import {
  mostRows,
  summarise,
  todaySchema,
  weekOf,
  type TodayQuery,
} from '../../../src/shared/today.ts';
import * as v from 'valibot';
import { sessionOf, technician } from '../main/history/support/sessions.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** An instant of Berlin's wall clock, with its offset where that is not winter's. */
const at = (text: string) => Date.parse(/[+Z]/.test(text) ? text : `${text}+01:00`);

function query(now: string, changes: Partial<TodayQuery> = {}): TodayQuery {
  return { now: at(now), zone: 'Europe/Berlin', scope: 'team', ownEmail: null, ...changes };
}

let count = 0;
function held(from: string, to: string | null, changes: Partial<Session> = {}): Session {
  const finishedAt = to === null ? null : at(to);
  return sessionOf({
    id: `s${count++}`,
    createdAt: at(from),
    finishedAt,
    durationMs: finishedAt === null ? null : finishedAt - at(from),
    ...changes,
  });
}

describe('a day', () => {
  it('of parallel sessions counts each in full, and the wall clock once', () => {
    const today = summarise(
      [held('2026-11-23T10:00', '2026-11-23T10:30'), held('2026-11-23T10:10', '2026-11-23T10:40')],
      query('2026-11-23T14:00'),
    );
    expect(today).toMatchObject({
      day: '2026-11-23',
      measuredMs: 60 * minute,
      billableMs: 60 * minute,
      wallClockMs: 40 * minute,
      parallelMs: 20 * minute,
      sessionCount: 2,
      runningCount: 0,
      clientCount: 1,
    });
  });

  it('takes its part of a session across midnight, and leaves the rest to the day before', () => {
    const today = summarise(
      [held('2026-11-22T23:30', '2026-11-23T00:45', { customDurationMs: 150 * minute })],
      query('2026-11-23T08:00'),
    );
    expect(today.measuredMs).toBe(45 * minute);
    expect(today.billableMs).toBe(90 * minute);
    expect(today.wallClockMs).toBe(45 * minute);
    expect(today.rows[0]).toMatchObject({
      startedAt: at('2026-11-22T23:30'),
      measuredMs: 45 * minute,
      billableMs: 90 * minute,
      customDurationMs: 150 * minute,
    });
    expect(today.week.slice(-2)).toEqual([
      { day: '2026-11-22', measuredMs: 30 * minute, billableMs: 60 * minute },
      { day: '2026-11-23', measuredMs: 45 * minute, billableMs: 90 * minute },
    ]);
  });

  it.each([
    ['of 23 hours', '2026-03-28T12:00+01:00', '2026-03-30T12:00+02:00', '2026-03-29', 23],
    ['of 25 hours', '2026-10-24T12:00+02:00', '2026-10-26T12:00+01:00', '2026-10-25', 25],
  ])('%s takes its part of a session that spans it', (_, from, to, changing, hours) => {
    const now = `${changing}T23:30${changing < '2026-06' ? '+02:00' : '+01:00'}`;
    const today = summarise([held(from, to)], query(now));
    expect(today.day).toBe(changing);
    expect(today.end - today.start).toBe(hours * hour);
    expect(today.measuredMs).toBe(hours * hour);
    expect(today.week.at(-2)?.measuredMs).toBe(12 * hour);
  });

  it('lists what runs without counting it', () => {
    const today = summarise(
      [
        held('2026-11-23T13:00', null),
        held('2026-11-22T13:00', null),
        held('2026-11-23T09:00', '2026-11-23T10:00'),
      ],
      query('2026-11-23T14:00'),
    );
    expect(today).toMatchObject({
      measuredMs: hour,
      wallClockMs: hour,
      parallelMs: 0,
      sessionCount: 3,
      runningCount: 2,
    });
    expect(today.rows.map((row) => [row.finishedAt === null, row.measuredMs])).toEqual([
      [true, 0],
      [false, hour],
      [true, 0],
    ]);
  });

  it('is empty where nothing happened', () => {
    const today = summarise([], query('2026-11-23T14:00'));
    expect(today).toMatchObject({ measuredMs: 0, sessionCount: 0, clientCount: 0, rows: [] });
    expect(today.week).toHaveLength(7);
    expect(today.week[0]?.day).toBe('2026-11-17');
  });

  it('shows the newest sessions first, and no more than fit, but counts all', () => {
    const many = Array.from({ length: mostRows + 50 }, (_, index) =>
      sessionOf({
        id: `m${index}`,
        createdAt: at('2026-11-23T08:00') + index * 1000,
        durationMs: minute,
      }),
    );
    const today = summarise(many, query('2026-11-23T14:00'));
    expect(today.rows).toHaveLength(mostRows);
    expect(today.rows[0]?.id).toBe(`m${mostRows + 49}`);
    expect(today.sessionCount).toBe(mostRows + 50);
    expect(today.measuredMs).toBe((mostRows + 50) * minute);
  });

  it('counts clients by their folder, not by a name that was changed', () => {
    const client = { number: null, name: 'Alt', folderId: 'f' };
    const today = summarise(
      [
        held('2026-11-23T08:00', '2026-11-23T09:00', { client }),
        held('2026-11-23T09:00', '2026-11-23T10:00', { client: { ...client, name: 'Neu' } }),
        held('2026-11-23T10:00', '2026-11-23T11:00', { client: null }),
      ],
      query('2026-11-23T14:00'),
    );
    expect(today.clientCount).toBe(1);
  });
});

describe('mine and team', () => {
  const mine = held('2026-11-23T08:00', '2026-11-23T09:00');
  const theirs = held('2026-11-23T10:00', '2026-11-23T12:00', {
    participants: [{ ...technician, name: 'Ali', email: 'ali@systemhaus.example' }],
  });
  const unknown = held('2026-11-23T10:00', '2026-11-23T12:00', { participants: [] });
  const ownEmail = 'JANA@systemhaus.example';

  it.each([
    ['mine', ownEmail, [mine, theirs], 'mine', true, 1],
    ['team', ownEmail, [mine, theirs], 'team', true, 3],
    ['mine', null, [mine, theirs], 'team', false, 3],
    ['mine', ownEmail, [unknown], 'team', false, 2],
    ['mine', ownEmail, [], 'mine', true, 0],
  ] as const)('%s of %s', (scope, email, sessions, shown, mineKnown, hours) => {
    const today = summarise(sessions, query('2026-11-23T14:00', { scope, ownEmail: email }));
    expect(today).toMatchObject({ scope: shown, mineKnown, measuredMs: hours * hour });
  });

  it('marks the own sessions among the team’s', () => {
    const { rows } = summarise([mine, theirs], query('2026-11-23T14:00', { ownEmail }));
    expect(rows.map((row) => [row.mine, row.technicians])).toEqual([
      [false, ['Ali']],
      [true, ['Jana Weiß']],
    ]);
  });
});

describe('whatever a server sends', () => {
  const instant = fc.oneof(
    fc.integer({ min: 0, max: 8.64e15 }),
    fc.integer({ min: at('2026-11-15T00:00'), max: at('2026-11-25T00:00') }),
  );
  const duration = fc.option(fc.oneof(fc.integer({ min: -1e6, max: 1e8 }), fc.maxSafeInteger()));
  const sessions = fc.array(
    fc
      .tuple(instant, fc.option(instant), duration, duration)
      .map(([createdAt, finishedAt, durationMs, customDurationMs]) =>
        sessionOf({ id: `h${createdAt}`, createdAt, finishedAt, durationMs, customDurationMs }),
      ),
    { maxLength: 20 },
  );

  it('is counted without a number that is none, and crosses the bridge', () => {
    fc.assert(
      fc.property(sessions, (each) => {
        const today = summarise(each, query('2026-11-23T14:00'));
        expect(v.parse(todaySchema, today)).toEqual(today);
        const numbers = [today.measuredMs, today.billableMs, today.wallClockMs, today.parallelMs];
        for (const number of numbers) expect(number).toBeGreaterThanOrEqual(0);
        expect(today.wallClockMs).toBeLessThanOrEqual(today.end - today.start);
        expect(today.week.at(-1)?.measuredMs).toBe(today.measuredMs);
        // Beyond 2^53 no sum is exact, whichever way it is added up.
        const shown = today.rows.reduce((sum, row) => sum + row.measuredMs, 0);
        if (shown < 2 ** 53) expect(shown).toBe(today.measuredMs);
      }),
    );
  });

  it('adds up: the days of a week hold exactly what was measured in it', () => {
    const week = weekOf(at('2026-11-23T14:00'), 'Europe/Berlin').range;
    const within = fc
      .tuple(
        fc.integer({ min: week.start, max: week.end - 1 }),
        fc.integer({ min: 0, max: 3 * day }),
      )
      .map(([createdAt, length]) => ({
        createdAt,
        finishedAt: Math.min(week.end, createdAt + length),
      }));
    fc.assert(
      fc.property(fc.array(within), fc.nat(1e8), (times, custom) => {
        const held = times.map((time, index) =>
          sessionOf({ id: `w${index}`, ...time, durationMs: null, customDurationMs: custom }),
        );
        const today = summarise(held, query('2026-11-23T14:00'));
        const sum = (of: 'measuredMs' | 'billableMs') =>
          today.week.reduce((total, each) => total + each[of], 0);
        expect(sum('measuredMs')).toBe(
          times.reduce((total, time) => total + time.finishedAt - time.createdAt, 0),
        );
        expect(sum('billableMs')).toBe(custom * times.length);
      }),
    );
  });
});
