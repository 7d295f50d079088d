import type { RoundingRule } from './rule.ts';

const minute = 60_000;

/** Time after rounding, ms. No time stays none; any time at all counts at least the minimum. */
export function roundMs(ms: number, rule: Pick<RoundingRule, 'mode' | 'step' | 'minimum'>): number {
  if (!(ms > 0)) return 0;
  return Math.max(rule.minimum * minute, stepped(ms, rule.mode, rule.step * minute));
}

function stepped(ms: number, mode: RoundingRule['mode'], step: number): number {
  switch (mode) {
    case 'off':
      return ms;
    case 'up':
      return Math.ceil(ms / step) * step;
    case 'nearest':
      return Math.round(ms / step) * step;
    case 'down':
      return Math.floor(ms / step) * step;
  }
}
