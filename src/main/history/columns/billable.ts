import { roundMs } from '../../../shared/billing/round.ts';
import { type BillingRules, type RoundingRule, ruleFor } from '../../../shared/billing/rule.ts';
import { createAllotment } from './allotment.ts';
import type { Days } from './days.ts';
import type { Keyed } from './keys.ts';
import { lazily } from './lazily.ts';
import { byNumber } from './radix.ts';
import type { Rows } from './rows.ts';
import { createUnits, type Units } from './units.ts';

/** Billable time of sessions under rules. */
export interface Billing {
  /** Whether it is nowhere rounded: the custom time where it is set, else the measured. */
  readonly isPlain: boolean;
  /** Of a session by itself; before rounding, where its rule rounds visits or days. */
  ofSession(slot: number): number;
  /** Of several sessions together. */
  ofAll(slots: Uint32Array): number;
  /**
   * Of each of several sessions, in their order, so that it adds up to what they come to together: what rounding
   * adds to a visit or a day stands with its last session, what it takes away is taken from the last ones.
   */
  ofEach(slots: Uint32Array): Float64Array;
}

/** @param technicians tells apart who worked: only sessions of the same technicians become one visit. */
export function createBilling(
  rows: Rows,
  rules: BillingRules,
  days: Days,
  technicians: Keyed,
): Billing {
  if ([rules.standard, ...Object.values(rules.clients)].every(isRaw)) return unrounded(rows);
  const clients = rows.dictionaries.clients.values;
  const { client, created } = rows.arrays;
  const ruleOf = clients.map(([folderId]) => ruleFor(rules, folderId === '' ? null : folderId));
  const kindOf = Uint8Array.from(ruleOf, kindOfRule);
  const ofSession = (slot: number): number => {
    const entry = client[slot] as number;
    const raw = rows.billable(slot);
    return kindOf[entry] === kinds.rounded ? roundMs(raw, ruleOf[entry] as RoundingRule) : raw;
  };
  const folders = lazily(() => numberedFolders(clients));
  const isMerged = (slot: number): boolean => kindOf[client[slot] as number] === kinds.merged;
  /** The units of those that are rounded several together. */
  const unitsOf = (slots: Uint32Array, onAdded?: (slot: number, unit: number) => void): Units => {
    const units = createUnits(rows, days, technicians);
    const folderOf = folders();
    for (const slot of oldestFirst(slots, created)) {
      if (!isMerged(slot) || rows.isRunning(slot)) continue;
      const entry = client[slot] as number;
      const unit = units.add(slot, folderOf[entry] as number, ruleOf[entry] as RoundingRule);
      onAdded?.(slot, unit);
    }
    return units;
  };
  return {
    isPlain: false,
    ofSession,
    ofAll(slots) {
      let total = 0;
      let merged = 0;
      for (let i = 0; i < slots.length; i++) {
        const slot = slots[i] as number;
        if (isMerged(slot)) merged++;
        else total += ofSession(slot);
      }
      return merged === 0 ? total : total + unitsOf(slots).total();
    },
    ofEach(slots) {
      const each = Float64Array.from(slots, ofSession);
      if (!slots.some(isMerged)) return each;
      const allotment = createAllotment();
      const units = unitsOf(slots, (slot, unit) => allotment.add(unit, slot, rows.billable(slot)));
      const allotted = allotment.allot(units.billable);
      return each.map((ms, i) => allotted.get(slots[i] as number) ?? ms);
    },
  };
}

function unrounded(rows: Rows): Billing {
  return {
    isPlain: true,
    ofSession: (slot) => rows.billable(slot),
    ofAll: (slots) => slots.reduce((total, slot) => total + rows.billable(slot), 0),
    ofEach: (slots) => Float64Array.from(slots, (slot) => rows.billable(slot)),
  };
}

/** How a rule is applied: not at all, to each session, or to several together. */
const kinds = { raw: 0, rounded: 1, merged: 2 };

function isRaw({ mode, minimum }: RoundingRule): boolean {
  return mode === 'off' && minimum === 0;
}

function kindOfRule(rule: RoundingRule): number {
  if (isRaw(rule)) return kinds.raw;
  return rule.mergeGap > 0 || rule.per === 'clientDay' ? kinds.merged : kinds.rounded;
}

/** By client entry: a number that entries of one folder share. */
function numberedFolders(clients: readonly (readonly [string, ...unknown[]])[]): readonly number[] {
  const numbers = new Map<string, number>();
  return clients.map(([folderId]) => {
    const number = numbers.get(folderId) ?? numbers.size;
    numbers.set(folderId, number);
    return number;
  });
}

/** Slots mostly come newest first, and are then only turned round. */
function oldestFirst(slots: Uint32Array, created: Float64Array): Uint32Array {
  const isNewestFirst = slots.every(
    (slot, i) =>
      i === 0 || (created[slots[i - 1] as number] as number) >= (created[slot] as number),
  );
  return isNewestFirst ? slots.toReversed() : byNumber(slots, (slot) => created[slot] as number);
}
