import type {
  Bridge,
  CallName,
  EventName,
  Payload,
  Response,
  SignIn,
} from '../../../../src/shared/bridge/contract.ts';
import { documentedEndpoint } from '../../../../src/shared/endpoint.ts';
import type { HistoryQuery } from '../../../../src/shared/history/query.ts';
import type { Problem } from '../../../../src/shared/problem.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import type { AccountState, SyncState } from '../../../../src/shared/state.ts';
import { systemZone } from '../../../../src/shared/time.ts';
import { summarise, type Scope } from '../../../../src/shared/today.ts';
import { actHistory } from './acted-history.ts';
import { accountOf, syncOf, type State } from './states.ts';

interface Choices {
  readonly language: Language;
  readonly theme: Settings['theme'];
  readonly scope: Scope;
  /** How long reading today takes, ms. */
  readonly slow?: number;
}

export interface FakeBridge extends Bridge {
  /** Tells the page something, as main would. */
  tell<N extends EventName>(name: N, payload: Payload<N>): void;
  /** From now on signing in meets this problem, or none. */
  refuse(problem: Problem | null): void;
  /** What the page asked for, in order. */
  readonly asked: readonly { name: CallName; request: unknown }[];
}

/** Main's side of the bridge, acted out from a {@link State}. Everything crosses as a structured clone. */
export function createFakeBridge(state: State, choices: Choices, now: () => number): FakeBridge {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const asked: { name: CallName; request: unknown }[] = [];
  const history = actHistory(state.sessions, now);
  const { language, theme, scope: chosen } = choices;
  let settings: Settings = { ...defaultSettings, language, theme, scope: chosen };
  let account: AccountState = accountOf(state);
  let sync: SyncState = syncOf(state, now());
  let refusal = state.signIn ?? null;

  const appInfo = (): Response<'app.read'> => ({
    version: '0.1.0',
    platform: 'linux',
    language: settings.language === 'system' ? choices.language : settings.language,
    endpoint: documentedEndpoint,
    demoAvailable: state.demoAvailable ?? false,
  });
  function tell<N extends EventName>(name: N, payload: Payload<N>): void {
    for (const listener of listeners.get(name) ?? []) listener(structuredClone(payload) as never);
  }
  function become(next: Partial<AccountState>): Response<'account.signIn'> {
    account = { ...account, problem: null, ...next };
    tell('account.changed', account);
    return { ok: true, value: account };
  }

  const answers: { [N in CallName]?: (request: never) => Response<N> | Promise<Response<N>> } = {
    'app.read': appInfo,
    'app.openLink': (address: string) => address.startsWith('https:'),
    ...history,
    'history.search': (query: HistoryQuery) => {
      if (state.reading === 'hangs') return new Promise(() => {});
      if (state.reading === 'fails') return { ok: false, problem: { code: 'history-damaged' } };
      return history['history.search'](query);
    },
    'settings.read': () => settings,
    'settings.change': (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
      tell('settings.changed', settings);
      tell('app.changed', appInfo());
      return settings;
    },
    'account.read': () => account,
    'account.signIn': (request: SignIn) => {
      if (refusal && request.storage === 'keychain') return { ok: false, problem: refusal };
      return become({ status: 'signed-in', ownEmail: request.ownEmail, storage: request.storage });
    },
    'account.tryDemo': () => become({ status: 'signed-in', demo: true }),
    'account.unlock': () => account,
    'account.signOut': () => become({ status: 'signed-out', ownEmail: null, demo: false }),
    'sync.read': () => sync,
    'sync.now': () => {
      sync = { ...sync, problem: null, offline: false, phase: 'idle', lastSuccessAt: now() };
      tell('sync.changed', sync);
      return sync;
    },
    'today.read': async ({ scope }: { scope: Scope }) => {
      if (choices.slow) await new Promise((done) => setTimeout(done, choices.slow));
      if (state.reading === 'hangs') return new Promise(() => {});
      if (state.reading === 'fails') {
        return { ok: false, problem: { code: 'history-damaged', path: '/tmp/history.db' } };
      }
      const query = { now: now(), zone: systemZone(), scope, ownEmail: account.ownEmail };
      return { ok: true, value: summarise(state.sessions, query) };
    },
  };

  return {
    asked,
    tell,
    refuse(problem) {
      refusal = problem;
    },
    async invoke(name, ...request) {
      const plain = structuredClone(request[0]);
      asked.push({ name, request: plain });
      const answer = answers[name];
      // What only some pages ask, their tests answer themselves.
      if (!answer) throw new Error(`${name} is not acted out here.`);
      return structuredClone(await answer(plain as never));
    },
    on(name, listener) {
      const all = listeners.get(name) ?? new Set();
      listeners.set(name, all.add(listener));
      return () => void all.delete(listener);
    },
  };
}
