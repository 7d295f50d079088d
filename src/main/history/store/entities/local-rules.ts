import { localRuleSchema, type LocalRule } from '../../../../shared/clients/local-rule.ts';
import { pluck, type Db } from '../database.ts';
import { readJson } from '../stored-json.ts';

/** The rules that give sessions without a client one, in their order. */
export interface LocalRules {
  /** One that cannot be read any more is left out. */
  all(): readonly LocalRule[];
  replace(rules: readonly LocalRule[]): void;
}

export function createLocalRules(db: Db): LocalRules {
  const all = pluck<string>(db, 'SELECT rule FROM local_rules ORDER BY position');
  const remove = db.prepare('DELETE FROM local_rules');
  const insert = db.prepare('INSERT INTO local_rules (rule) VALUES (?)');
  return {
    all: () => all.all().flatMap((text) => readJson(localRuleSchema, text) ?? []),
    replace(rules) {
      remove.run();
      for (const rule of rules) insert.run(JSON.stringify(rule));
    },
  };
}
