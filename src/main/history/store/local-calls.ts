import type { LocalPreview, LocalRule } from '../../../shared/clients/local-rule.ts';
import type { LocalClients } from './local-clients.ts';

/** What is asked about the rules that give sessions a client on this machine alone. */
export interface LocalCalls {
  localRules(): readonly LocalRule[];
  setLocalRules(rules: readonly LocalRule[]): readonly LocalRule[];
  previewLocalRules(rules: readonly LocalRule[]): LocalPreview;
}

export interface LocalCallsDeps {
  readonly local: Pick<LocalClients, 'all' | 'replace' | 'preview'>;
  /** Does all or nothing. */
  readonly inTransaction: <T>(work: () => T) => T;
  /** Within the transaction: the saved search columns no longer hold for these rows. */
  readonly outdate: (pks: readonly number[]) => void;
  /** After it: these rows have another client than before. */
  readonly tellAgain: (pks: readonly number[]) => void;
}

export function createLocalCalls(deps: LocalCallsDeps): LocalCalls {
  const { local } = deps;
  return {
    localRules: () => local.all(),
    setLocalRules(next) {
      const changed = deps.inTransaction(() => {
        const pks = local.replace(next);
        deps.outdate(pks);
        return pks;
      });
      deps.tellAgain(changed);
      return local.all();
    },
    previewLocalRules: (next) => local.preview(next),
  };
}
