import type { Billing } from './billable.ts';
import type { Rows } from './rows.ts';
import type { FoundTotals } from './types.ts';

export type Sums = Omit<FoundTotals, 'wallClockMs'>;

export function sumsOf(rows: Rows, slots: Uint32Array, billing: Billing): Sums {
  const { finished, measured, custom } = rows.arrays;
  let running = 0;
  let measuredMs = 0;
  let customMs = 0;
  let unsetMs = 0;
  // Adding nothing rather than not adding takes half the time: a sum that only some turns change is boxed.
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    const end = finished[slot] as number;
    const hasEnded = end === end;
    const ms = hasEnded ? (measured[slot] as number) : 0;
    const set = hasEnded ? (custom[slot] as number) : 0;
    running += Number(!hasEnded);
    measuredMs += ms;
    customMs += set > 0 ? set : 0;
    unsetMs += set === set ? 0 : ms;
  }
  return {
    sessions: slots.length,
    running,
    measuredMs,
    customMs,
    billableMs: billing.isPlain ? customMs + unsetMs : billing.ofAll(slots),
  };
}

/** The time covered by at least one session, ms; the slots come newest first. */
export function wallClockOf(rows: Rows, slots: Uint32Array): number {
  const { created, finished } = rows.arrays;
  let covered = 0;
  let reached = -Infinity;
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] as number;
    const start = created[slot] as number;
    const end = finished[slot] as number;
    if (!(end > start) || end <= reached) continue;
    covered += end - Math.max(start, reached);
    reached = end;
  }
  return covered;
}
