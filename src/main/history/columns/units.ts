import { roundMs } from '../../../shared/billing/round.ts';
import type { RoundingRule } from '../../../shared/billing/rule.ts';
import type { Days } from './days.ts';
import type { Keyed } from './keys.ts';
import type { Rows } from './rows.ts';

/** What is rounded at once: visits, or the days of clients. The streaming form of `billableTotal`. */
export interface Units {
  /**
   * Adds a session that ended; to be called in order of beginnings.
   *
   * @param folder the client's number
   * @returns the number of the unit it belongs to
   */
  add(slot: number, folder: number, rule: RoundingRule): number;
  /** Billable time of one unit, ms. */
  billable(unit: number): number;
  /** Billable time of all of them, ms. */
  total(): number;
}

interface Visit {
  end: number;
  unit: number;
}

export function createUnits(rows: Rows, days: Days, technicians: Keyed): Units {
  const { created, finished, team } = rows.arrays;
  const worked: number[] = [];
  const rules: RoundingRule[] = [];
  /** The last visit of each client and crew. */
  const visits = new Map<number, Visit>();
  /** By folder: the last day that was billed, and its unit. */
  const lastDay: number[] = [];
  const unitOfDay: number[] = [];
  const crews = numberedCrews(technicians);

  const begin = (rule: RoundingRule): number => {
    rules.push(rule);
    return worked.push(0) - 1;
  };
  const unitFor = (slot: number, folder: number, rule: RoundingRule): number => {
    if (rule.per !== 'clientDay') return begin(rule);
    const day = days.numberOf(created[slot] as number);
    if (lastDay[folder] !== day) {
      lastDay[folder] = day;
      unitOfDay[folder] = begin(rule);
    }
    return unitOfDay[folder] as number;
  };
  const visited = (slot: number, folder: number, rule: RoundingRule): number => {
    const key = folder * crews.size + (crews.ofTeam[team[slot] as number] as number);
    const start = created[slot] as number;
    const end = Math.max(start, finished[slot] as number);
    const visit = visits.get(key);
    if (visit === undefined) {
      const unit = unitFor(slot, folder, rule);
      visits.set(key, { end, unit });
      return unit;
    }
    const isSame = start - visit.end <= rule.mergeGap * 60_000;
    if (!isSame) visit.unit = unitFor(slot, folder, rule);
    visit.end = isSame ? Math.max(visit.end, end) : end;
    return visit.unit;
  };
  const billable = (unit: number): number =>
    roundMs(worked[unit] as number, rules[unit] as RoundingRule);
  return {
    add(slot, folder, rule) {
      const unit = rule.mergeGap > 0 ? visited(slot, folder, rule) : unitFor(slot, folder, rule);
      worked[unit] = (worked[unit] as number) + rows.billable(slot);
      return unit;
    },
    billable,
    total: () => worked.reduce((sum, _, unit) => sum + billable(unit), 0),
  };
}

/** By team: a number that teams of the same technicians, in any order, share. */
function numberedCrews({ ofEntry }: Keyed): {
  readonly ofTeam: readonly number[];
  readonly size: number;
} {
  const numbers = new Map<string, number>();
  const ofTeam = ofEntry.map((technicians) => {
    const key = technicians.toSorted((a, b) => a - b).join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { ofTeam, size: numbers.size };
}
