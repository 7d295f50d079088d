import type { Billing } from './billable.ts';
import type { Rows } from './rows.ts';
import type { FoundTotals } from './types.ts';

export type Sums = Omit<FoundTotals, 'wallClockMs'>;

export function sumsOf(rows: Rows, slots: Uint32Array, billing: Billing): Sums {
  const { finished } = rows.arrays;
  const { measured, custom } = rows;
  let running = 0;
  let measuredMs = 0;
  let customMs = 0;
  let unsetMs = 0;
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    const end = finished[slot] as number;
    if (end !== end) {
      running++;
      continue;
    }
    const ms = measured.at(slot);
    const set = custom.at(slot);
    measuredMs += ms;
    if (set !== set) unsetMs += ms;
    else if (set > 0) customMs += set;
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
