import { problemOf, type Problem } from '../../shared/problem.ts';
import type { Log } from '../log.ts';
import type { AccountEffects, Credentials, SettingsStore } from './types.ts';

export interface SignOutDeps {
  readonly credentials: Pick<Credentials, 'remove'>;
  readonly settings: Pick<SettingsStore, 'clearProfile'>;
  readonly effects: Pick<AccountEffects, 'wipe'>;
  readonly close: () => Promise<void>;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Removes everything of whoever was signed in. A step that fails stops no other; an entry that the
 * keychain does not let go is noted down and removed by a later start.
 *
 * @param kept whether there is anything in the keychain.
 * @returns the first step's problem, null where everything is gone.
 */
export async function removeEverything(deps: SignOutDeps, kept: boolean): Promise<Problem | null> {
  const failures: Problem[] = [];
  const attempt = async (what: string, step: () => unknown): Promise<boolean> => {
    try {
      await step();
      return true;
    } catch (error) {
      deps.log.warn(`sign-out: ${what} failed`, error);
      failures.push(problemOf(error));
      return false;
    }
  };
  await attempt('closing the history', () => deps.close());
  const removed = !kept || (await attempt('the keychain', () => deps.credentials.remove()));
  await attempt('removing files', () => deps.effects.wipe());
  await attempt('forgetting the profile', () => deps.settings.clearProfile(!removed));
  return failures[0] ?? null;
}
