import {
  noRounding,
  roundingRuleSchema,
  type BillingRules,
  type RoundingRule,
} from '../../../../shared/billing/rule.ts';
import { prepare, type Db } from '../database.ts';
import { packId, unpackId, type Packed } from '../packing.ts';
import { readJson } from '../stored-json.ts';

/** The rounding rule for all clients, and those that differ. */
export interface Billing {
  rules(): BillingRules;
  /** Sets the rule of one client, or of all (null); null for a rule takes it away again. */
  set(client: string | null, rule: RoundingRule | null): void;
}

export function createBilling(db: Db): Billing {
  const all = prepare<{ folder: Packed | null; rule: string }>(
    db,
    'SELECT folder, rule FROM billing_rules ORDER BY id',
  );
  const remove = db.prepare('DELETE FROM billing_rules WHERE folder IS ?');
  const insert = db.prepare('INSERT INTO billing_rules (folder, rule) VALUES (?, ?)');
  return {
    rules() {
      let standard = noRounding;
      const clients: [string, RoundingRule][] = [];
      for (const { folder, rule } of all.all()) {
        const read = readJson(roundingRuleSchema, rule);
        if (read && folder === null) standard = read;
        else if (read && folder !== null) clients.push([unpackId(folder), read]);
      }
      return { standard, clients: Object.fromEntries(clients) };
    },
    set(client, rule) {
      const folder = client === null ? null : packId(client);
      remove.run(folder);
      if (rule) insert.run(folder, JSON.stringify(rule));
    },
  };
}
