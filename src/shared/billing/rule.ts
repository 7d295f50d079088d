import * as v from 'valibot';

/** Minutes that billable time may be rounded to. */
export const steps = [1, 5, 6, 10, 15, 30, 60] as const;

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));

/** How measured time becomes billable time. Measured time itself is never changed. */
export const roundingRuleSchema = v.object({
  mode: v.picklist(['off', 'up', 'nearest', 'down']),
  /** Minutes. */
  step: v.picklist(steps),
  /** A session, visit or group that took any time counts at least this much, minutes. */
  minimum: minutes,
  /** What is rounded: each session (or visit, where gaps are merged), or a client's day. */
  per: v.picklist(['session', 'clientDay']),
  /**
   * Sessions of one client and technician with no more than this many minutes between them are one
   * visit; 0 merges nothing.
   */
  mergeGap: minutes,
});
export type RoundingRule = v.InferOutput<typeof roundingRuleSchema>;

export const noRounding: RoundingRule = {
  mode: 'off',
  step: 1,
  minimum: 0,
  per: 'session',
  mergeGap: 0,
};

/** The rule for all clients, and those that differ, by folder id. */
export const billingRulesSchema = v.object({
  standard: roundingRuleSchema,
  clients: v.record(v.string(), roundingRuleSchema),
});
export type BillingRules = v.InferOutput<typeof billingRulesSchema>;

export const noBillingRules: BillingRules = { standard: noRounding, clients: {} };

/** The rule that holds for a client; null is a session without one. */
export function ruleFor(rules: BillingRules, folderId: string | null): RoundingRule {
  if (folderId === null || !Object.hasOwn(rules.clients, folderId)) return rules.standard;
  return rules.clients[folderId] ?? rules.standard;
}
