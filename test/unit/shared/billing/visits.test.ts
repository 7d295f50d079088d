import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundMs } from '../../../../src/shared/billing/round.ts';
import { noRounding, type RoundingRule } from '../../../../src/shared/billing/rule.ts';
import {
  billableTotal,
  billableUnits,
  type Billed,
} from '../../../../src/shared/billing/visits.ts';

const minute = 60_000;
const rule = (change: Partial<RoundingRule>): RoundingRule => ({ ...noRounding, ...change });
const dayOf = (instant: number) => Math.floor(instant / 86_400_000);
const session = (key: number, start: number, end: number, crew = 'a'): Billed => ({
  key,
  start: start * minute,
  end: end * minute,
  billableMs: (end - start) * minute,
  crew,
});

describe('rounding', () => {
  it.each([
    [13, { mode: 'up', step: 15 }, 15],
    [14, { mode: 'down', step: 6 }, 12],
    [10 + 56 / 60, { mode: 'nearest', step: 1 }, 11],
    [7.5, { mode: 'nearest', step: 15 }, 15],
    [0, { mode: 'up', step: 15, minimum: 15 }, 0],
    [-5, { mode: 'up', step: 15, minimum: 15 }, 0],
    [3, { minimum: 15 }, 15],
    [3, { mode: 'down', step: 15, minimum: 10 }, 10],
  ] as const)('%s min by %o is %s min', (given, change, expected) => {
    expect(roundMs(given * minute, rule(change))).toBe(expected * minute);
  });
});

describe('units', () => {
  it('round three sessions by themselves or as one day', () => {
    const three = [session(1, 0, 3), session(2, 60, 63), session(3, 120, 123)];
    const up = rule({ mode: 'up', step: 15 });
    expect(billableTotal(three, up, dayOf)).toBe(45 * minute);
    expect(billableTotal(three, { ...up, per: 'clientDay' }, dayOf)).toBe(15 * minute);
  });

  it('merge a visit over its gap, of one crew only', () => {
    const merged = rule({ mergeGap: 10 });
    expect(billableUnits([session(2, 30, 40), session(1, 0, 20)], merged, dayOf)).toEqual([
      { keys: [1, 2], workedMs: 30 * minute, spannedMs: 40 * minute, billableMs: 30 * minute },
    ]);
    const apart = [session(1, 0, 20), session(2, 30, 40, 'b'), session(3, 31, 40)];
    expect(billableUnits(apart, merged, dayOf)).toHaveLength(3);
  });

  it('hold every session once, and all the time worked', () => {
    const any = fc.array(fc.tuple(fc.nat(5000), fc.nat(100), fc.constantFrom('a', 'b')), {
      maxLength: 50,
    });
    const rules = fc.record({ per: fc.constantFrom('session', 'clientDay'), mergeGap: fc.nat(60) });
    fc.assert(
      fc.property(any, rules, (given, change) => {
        const all = given.map(([at, length, crew], key) => session(key, at, at + length, crew));
        const units = billableUnits(all, rule(change), dayOf);
        const keys = units.flatMap((unit) => unit.keys).sort((a, b) => a - b);
        expect(keys).toEqual(all.map((one) => one.key));
        const worked = all.reduce((sum, one) => sum + one.billableMs, 0);
        expect(billableTotal(all, rule(change), dayOf)).toBe(worked);
      }),
    );
  });
});
