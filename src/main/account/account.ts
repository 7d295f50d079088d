import type { SignIn } from '../../shared/bridge/contract.ts';
import { parseEndpoint } from '../../shared/endpoint.ts';
import { problemOf, ProblemError, type Outcome, type Problem } from '../../shared/problem.ts';
import type { AccountState } from '../../shared/state.ts';
import type { Log } from '../log.ts';
import { atRest, locked, signedIn } from './account-states.ts';
import { keep } from './keep.ts';
import { createQueue } from './queue.ts';
import { keyToHex, protectSecrets, sessionOf } from './secrets.ts';
import { createSessionSlot } from './session-slot.ts';
import { removeEverything } from './sign-out.ts';
import type {
  Account,
  AccountEffects,
  Credentials,
  OpenSession,
  Secrets,
  SettingsStore,
} from './types.ts';

export interface AccountDeps {
  readonly credentials: Pick<Credentials, 'read' | 'write' | 'remove'>;
  readonly settings: Pick<SettingsStore, 'profile' | 'setProfile' | 'clearProfile'>;
  readonly effects: AccountEffects;
  /** What the command line fills the sign-in form with. */
  readonly presetEndpoint: string | null;
  /** Draws a raw 256-bit key. */
  readonly randomKey: () => Uint8Array;
  readonly log: Pick<Log, 'warn' | 'protect'>;
}

/**
 * Who is signed in, and the way in and out. One thing happens at a time: whatever is asked meanwhile
 * waits for its turn. A sign-in that fails leaves everything as it was, in the keychain, on disk and
 * in the program.
 */
export function createAccount(deps: AccountDeps): Account {
  const { credentials, settings, effects, log } = deps;
  const listeners = new Set<(state: AccountState) => void>();
  const queue = createQueue();
  const slot = createSessionSlot(effects, log);
  const newKey = (): string => keyToHex(deps.randomKey());
  let state: AccountState = { ...resting(null), status: 'starting' };

  function show(next: AccountState): void {
    state = next;
    for (const listener of [...listeners]) {
      try {
        listener(state);
      } catch (error) {
        // Whoever looks on has no say in whether a sign-in succeeds.
        log.warn('a listener failed', error);
      }
    }
  }

  function resting(problem: Problem | null): AccountState {
    return atRest(settings.profile(), deps.presetEndpoint, problem);
  }

  async function begin(): Promise<void> {
    const { endpoint, removalPending } = settings.profile();
    if (removalPending) {
      show(resting(await finishRemoval()));
      return;
    }
    const answer = await credentials.read(endpoint !== null);
    switch (answer.status) {
      case 'present':
        await goOn(answer.secrets);
        break;
      case 'absent':
        show(resting(null));
        break;
      case 'locked': {
        const shut = resting({ code: 'keychain-locked' });
        // Where nobody was signed in there is nothing to unlock.
        show(endpoint === null ? shut : locked(shut, endpoint));
        break;
      }
      case 'unavailable':
        show(resting({ code: 'keychain-unavailable' }));
        break;
    }
  }

  async function finishRemoval(): Promise<Problem | null> {
    try {
      await credentials.remove();
      settings.clearProfile();
      return null;
    } catch (error) {
      log.warn('the keychain entry of a former sign-in is still there', error);
      return problemOf(error);
    }
  }

  /** Opens what an earlier run left behind; the network has no part in it. */
  async function goOn(kept: Secrets): Promise<void> {
    protectSecrets(log, kept);
    try {
      const endpoint = parseEndpoint(kept.endpoint);
      if (!endpoint) throw new ProblemError({ code: 'invalid-endpoint' });
      const secrets = { ...kept, historyKey: kept.historyKey ?? newKey() };
      // A history that needs the lost key is set aside, and named, by whoever opens it.
      if (kept.historyKey === null) await credentials.write(secrets);
      const session = sessionOf(secrets, endpoint, settings.profile().ownEmail);
      await slot.open(session);
      show(signedIn(session, false));
    } catch (error) {
      log.warn('what is kept could not be opened', error);
      const problem = problemOf(error);
      const shut = resting(problem);
      show(problem.code === 'keychain-locked' ? locked(shut, kept.endpoint) : shut);
    }
  }

  /** Shows what came of a change of session: after one that failed nothing, if the former one is open. */
  async function change(act: () => Promise<void>, demo: boolean): Promise<void> {
    const former = slot.current();
    try {
      await act();
    } catch (error) {
      if (former && !slot.current()) show(resting(problemOf(error)));
      throw error;
    }
    const session = slot.current();
    if (session) show(signedIn(session, demo));
  }

  async function signIn(request: SignIn): Promise<void> {
    const { integratorToken, userToken, ownEmail, storage } = request;
    const tokens = { integratorToken, userToken };
    const endpoint = parseEndpoint(request.endpoint);
    if (!endpoint) throw new ProblemError({ code: 'invalid-endpoint' });
    protectSecrets(log, tokens);
    const { customerUuid } = await effects.verify(endpoint, tokens);
    const inMemory: OpenSession = { endpoint, tokens, historyKey: null, ownEmail };
    const fresh = { ...tokens, endpoint: endpoint.href, customerUuid };
    await change(
      storage === 'memory'
        ? () => slot.replace(inMemory)
        : () => keep({ ...deps, slot, newKey }, fresh, endpoint, ownEmail),
      false,
    );
  }

  async function tryDemo(): Promise<void> {
    if (!effects.demo) throw new ProblemError({ code: 'invalid-request' });
    const demo = await effects.demo();
    await change(() => slot.replace({ ...demo, historyKey: null }), true);
  }

  async function signOut(): Promise<Problem | null> {
    if (state.demo) {
      // What lies in the keychain is not the demo's: whoever was there before goes on.
      await slot.close();
      await begin();
      return null;
    }
    const { endpoint, removalPending } = settings.profile();
    const kept = state.storage === 'keychain' || endpoint !== null || removalPending;
    const close = (): Promise<void> => slot.close();
    const problem = await removeEverything({ ...deps, close }, kept);
    show(resting(problem));
    return problem;
  }

  async function unlock(): Promise<void> {
    const shut = state.status === 'locked' || state.problem?.code.startsWith('keychain-');
    if (!shut || slot.current()) return;
    show({ ...state, status: 'starting', problem: null });
    await begin();
  }

  async function outcome(act: () => Promise<void>): Promise<Outcome<AccountState>> {
    try {
      await act();
      return { ok: true, value: state };
    } catch (error) {
      log.warn('sign-in failed', error);
      return { ok: false, problem: problemOf(error) };
    }
  }

  return {
    state: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: () => queue.run(begin),
    signIn: (request) => queue.join(JSON.stringify(request), () => outcome(() => signIn(request))),
    tryDemo: () => queue.join('demo', () => outcome(tryDemo)),
    unlock: () => queue.run(() => unlock().then(() => state)),
    signOut: () =>
      queue.run(async () => {
        const problem = await signOut();
        return problem ? { ok: false, problem } : { ok: true, value: state };
      }),
    reject(problem) {
      if (state.status === 'signed-in') show({ ...state, status: 'rejected', problem });
    },
  };
}
