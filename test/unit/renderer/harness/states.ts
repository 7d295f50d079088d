import { problemCodes, type Problem, type ProblemCode } from '../../../../src/shared/problem.ts';
import { documentedEndpoint } from '../../../../src/shared/endpoint.ts';
import type { Session } from '../../../../src/shared/session.ts';
import type { AccountState, SyncState } from '../../../../src/shared/state.ts';
import { dayOf, rangeOfDay, systemZone } from '../../../../src/shared/time.ts';
import {
  crowdedDay,
  hostileDay,
  ordinaryDay,
  overMidnight,
  ownEmail,
  running,
  sessionOf,
  weekBefore,
  type Held,
} from './sessions.ts';

/** One situation the page can be in: what main would answer. */
export interface State {
  readonly account: Partial<AccountState>;
  readonly sync: Partial<SyncState>;
  readonly sessions: readonly Session[];
  /** What `today.read` does: answers, fails, or never answers. */
  readonly reading?: 'answers' | 'fails' | 'hangs';
  /** What signing in meets; null where it works. */
  readonly signIn?: Problem | null;
  readonly demoAvailable?: boolean;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Every situation by name, drawn for one present (UTC ms). */
export function statesAt(now: number): Readonly<Record<string, () => State>> {
  const zone = systemZone();
  const { start } = rangeOfDay(dayOf(now, zone), zone);
  const place = (held: readonly Held[]): readonly Session[] => [
    ...held.map((each, index) => sessionOf(each, index, start)),
    ...weekBefore(now, zone),
  ];
  const ordinary = place([...ordinaryDay, running]);
  const fine: State = { account: {}, sync: {}, sessions: ordinary };
  const asOf = now - 41 * minute;
  const problemOf = (code: ProblemCode): Problem => ({
    code,
    host: 'api.pcvisit.example',
    ...(code === 'server-error' ? { status: 502 } : {}),
    ...(code === 'rate-limited' ? { errorId: 'TryAgainLater' } : {}),
    ...(code === 'refused'
      ? { errorId: 'Ac_ServiceSupplyExceeded', userComment: 'Ihr Kontingent ist aufgebraucht.' }
      : {}),
    ...(code.startsWith('history-')
      ? { path: '/home/jana/.config/Tagwerk/history.2026-11-23T14-05.damaged.db' }
      : {}),
  });
  const waiting = (code: ProblemCode): State => ({
    ...fine,
    sync: {
      phase: 'waiting',
      offline: code === 'offline',
      lastSuccessAt: asOf,
      problem: { ...problemOf(code), retryAt: now + 40_000 },
    },
  });
  const signedOut = { status: 'signed-out', ownEmail: null } as const;

  return {
    full: () => fine,
    demo: () => ({ ...fine, account: { demo: true } }),
    finished: () => ({ ...fine, sessions: place(ordinaryDay) }),
    midnight: () => ({ ...fine, sessions: place([...ordinaryDay, overMidnight]) }),
    crowded: () => ({ ...fine, sessions: place(crowdedDay(700)) }),
    hostile: () => ({
      ...fine,
      sessions: place(hostileDay),
      sync: { malformedCount: 1 },
    }),
    empty: () => ({ ...fine, sessions: weekBefore(now, zone) }),
    'nothing-ever': () => ({ ...fine, sessions: [] }),
    'mine-unknown': () => ({ ...fine, account: { ownEmail: null } }),
    'first-sync': () => ({
      ...fine,
      sync: {
        phase: 'first',
        progress: {
          sessions: 1240,
          reachesBackTo: now - 214 * day,
          beginning: now - 905 * day,
        },
      },
    }),
    'first-minute': () => ({
      ...fine,
      sessions: [],
      sync: {
        phase: 'first',
        lastSuccessAt: null,
        progress: { sessions: 0, reachesBackTo: now, beginning: null },
      },
    }),
    notes: () => ({
      ...fine,
      sync: { serverStillLoading: true, malformedCount: 3, notice: problemOf('history-damaged') },
    }),
    loading: () => ({ ...fine, reading: 'hangs' }),
    unreadable: () => ({ ...fine, reading: 'fails' }),
    'never-synced': () => ({
      ...fine,
      sessions: [],
      sync: {
        phase: 'waiting',
        offline: true,
        lastSuccessAt: null,
        problem: { ...problemOf('offline'), retryAt: now + 40_000 },
      },
    }),
    offline: () => waiting('offline'),
    rejected: () => ({
      ...fine,
      account: { status: 'rejected', problem: problemOf('tokens-rejected') },
      sync: { phase: 'waiting', lastSuccessAt: asOf, problem: problemOf('tokens-rejected') },
    }),
    starting: () => ({ ...fine, account: { status: 'starting' } }),
    locked: () => ({
      ...fine,
      account: { status: 'locked', problem: problemOf('keychain-locked') },
    }),
    'signed-out': () => ({ ...fine, account: signedOut, demoAvailable: true }),
    ...Object.fromEntries(problemCodes.map((code) => [`waiting-${code}`, () => waiting(code)])),
    ...Object.fromEntries(
      problemCodes.map((code) => [
        `sign-in-${code}`,
        (): State => ({ ...fine, account: signedOut, signIn: problemOf(code) }),
      ]),
    ),
  };
}

export function accountOf(state: State): AccountState {
  return {
    status: 'signed-in',
    endpoint: documentedEndpoint,
    ownEmail,
    storage: 'keychain',
    demo: false,
    problem: null,
    ...state.account,
  };
}

export function syncOf(state: State, now: number): SyncState {
  return {
    phase: 'idle',
    offline: false,
    problem: null,
    lastSuccessAt: now - 70_000,
    progress: null,
    serverStillLoading: false,
    malformedCount: 0,
    notice: null,
    ...state.sync,
  };
}
