import { type BillingRules, type RoundingRule, ruleFor } from '../../../shared/billing/rule.ts';
import { roundMs } from '../../../shared/billing/round.ts';
import { type Billed, billableTotal } from '../../../shared/billing/visits.ts';
import type { Days } from './days.ts';
import { type Crew, techniciansIn } from './people.ts';
import type { Rows } from './rows.ts';

/** Billable time of sessions under rules. */
export interface Billing {
  /** Of a session by itself; before rounding, where its rule rounds visits or days. */
  ofSession(slot: number): number;
  /** Of several sessions together. */
  ofAll(slots: Uint32Array): number;
}

export function createBilling(rows: Rows, rules: BillingRules, days: Days): Billing {
  const clients = rows.dictionaries.clients.values;
  const crews = rows.dictionaries.crews.values;
  const ruleOf = clients.map(([folderId]) => ruleFor(rules, folderId === '' ? null : folderId));
  const isRaw = ruleOf.map((rule) => rule.mode === 'off' && rule.minimum === 0);
  const isMerged = ruleOf.map((rule) => rule.mergeGap > 0 || rule.per === 'clientDay');
  const ofSession = (slot: number): number => {
    const client = rows.arrays.client[slot] as number;
    const raw = rows.billable(slot);
    return isRaw[client] || isMerged[client] ? raw : roundMs(raw, ruleOf[client] as RoundingRule);
  };
  const crewKeys: string[] = [];
  const billed = (slot: number): Billed => {
    const crew = rows.arrays.crew[slot] as number;
    crewKeys[crew] ??= JSON.stringify([...techniciansIn(crews[crew] as Crew).keys()].sort());
    return {
      key: slot,
      start: rows.arrays.created[slot] as number,
      end: rows.arrays.finished[slot] as number,
      billableMs: rows.billable(slot),
      crew: crewKeys[crew],
    };
  };
  return {
    ofSession,
    ofAll(slots) {
      let total = 0;
      const merged = new Map<
        string,
        { readonly rule: RoundingRule; readonly sessions: Billed[] }
      >();
      for (const slot of slots) {
        const client = rows.arrays.client[slot] as number;
        if (isRaw[client] || !isMerged[client]) total += ofSession(slot);
        else if (!rows.isRunning(slot)) {
          const folder = clients[client]?.[0] ?? '';
          const of = merged.get(folder) ?? { rule: ruleOf[client] as RoundingRule, sessions: [] };
          of.sessions.push(billed(slot));
          merged.set(folder, of);
        }
      }
      for (const { rule, sessions } of merged.values())
        total += billableTotal(sessions, rule, days.numberOf);
      return total;
    },
  };
}
