import { problemOf, ProblemError, type Outcome, type Problem } from '../shared/problem.ts';
import type { Settings } from '../shared/settings.ts';
import type { SyncState } from '../shared/state.ts';
import { systemZone } from '../shared/time.ts';
import type { Scope, Today } from '../shared/today.ts';
import type { OpenSession } from './account/types.ts';
import type { OwnCards } from './client-desk.ts';
import { createCards, type Cards } from './clients/index.ts';
import { settleExports } from './exports/index.ts';
import type { OwnHistory } from './lookup.ts';
import { openHistory } from './history/index.ts';
import { createSync, type Sync, type SyncDeps } from './history/sync/index.ts';
import type { History } from './history/types.ts';
import { createPcvisit, type PcvisitDeps } from './pcvisit/index.ts';
import type { Pcvisit } from './pcvisit/types.ts';

export interface WorkspaceDeps {
  readonly historyFile: string;
  readonly workerUrl: URL;
  readonly api: Omit<PcvisitDeps, 'endpoint' | 'tokens' | 'jwtHeader' | 'onTokensRejected'>;
  readonly sync: Pick<SyncDeps, 'clock' | 'timers' | 'random' | 'log'>;
  readonly settings: () => Settings;
  readonly isVisible: () => boolean;
  /** Whether the server is asked at all; else what lies on this machine has to do. */
  readonly isLive: () => boolean;
  readonly onSync: (state: SyncState) => void;
  readonly onHistory: () => void;
  /** What is known of a client's imprint has changed; null is the own company's. */
  readonly onImprint: (client: string | null) => void;
  readonly onTokensRejected: (problem: Problem) => void;
}

/** What is open for the technician who is signed in: the API, the local history and its sync. */
export interface Workspace {
  /** Opens the history, which can be read from then on, and starts to sync. */
  open(session: OpenSession): Promise<void>;
  close(): Promise<void>;
  today(scope: Scope): Promise<Outcome<Today>>;
  /** @throws ProblemError `invalid-request` where nobody is signed in. */
  own(): OwnHistory & OwnCards & { readonly api: Pcvisit };
  sync(): SyncState;
  syncNow(): void;
  suspend(): void;
  resume(): void;
  networkChanged(online: boolean): void;
}

interface Open {
  readonly api: Pcvisit;
  readonly history: History;
  readonly sync: Sync;
  readonly cards: Cards;
  readonly ownEmail: string | null;
  readonly ownUserId: string | null;
  readonly notice: Problem | null;
}

const day = 86_400_000;

const off: SyncState = {
  phase: 'off',
  offline: false,
  problem: null,
  lastSuccessAt: null,
  progress: null,
  serverStillLoading: false,
  malformedCount: 0,
  notice: null,
};

export function createWorkspace(deps: WorkspaceDeps): Workspace {
  const { clock } = deps.sync;
  let current: Open | null = null;

  const stateOf = (open: Open | null): SyncState => {
    if (!open) return off;
    const state = open.sync.state();
    return { ...state, notice: state.notice ?? open.notice };
  };

  const tellSetAside = (problem: Problem, met: 'at the start' | 'at work'): void =>
    deps.sync.log({ level: 'warn', event: 'history set aside', code: problem.code, met });

  async function close(): Promise<void> {
    const closing = current;
    if (!closing) return;
    current = null;
    closing.api.close();
    await closing.sync.stop();
    await closing.history.close();
    deps.onSync(off);
  }

  /** Sessions may tell of an account alone: "mine" goes by both. Team accounts are not told. */
  async function learnOwnAccount(cards: Cards, email: string): Promise<void> {
    const found = await cards.people.find(email, false).catch(() => null);
    if (!found?.card || current?.cards !== cards) return;
    current = { ...current, ownUserId: found.card.userId };
    deps.onHistory();
  }

  return {
    async open({ endpoint, tokens, historyKey, ownEmail }) {
      await close();
      const { history, notice } = await openHistory({
        place: historyKey
          ? { kind: 'file', file: deps.historyFile, key: historyKey }
          : { kind: 'memory' },
        workerUrl: deps.workerUrl,
        now: clock,
        onDamaged(problem) {
          tellSetAside(problem, 'at work');
          if (!current) return;
          current = { ...current, notice: problem };
          deps.onSync(stateOf(current));
          deps.onHistory();
          current.sync.now();
        },
      });
      if (notice) tellSetAside(notice, 'at the start');
      // What cannot be set right now is at the next start.
      await settleExports(history.exports).catch(() => undefined);
      const api = createPcvisit({
        ...deps.api,
        endpoint,
        tokens,
        jwtHeader: () => {
          const { jwtHeader, jwtScheme } = deps.settings();
          return { name: jwtHeader, scheme: jwtScheme };
        },
        onTokensRejected: deps.onTokensRejected,
      });
      const sync = createSync({
        ...deps.sync,
        api,
        history,
        zone: systemZone,
        isVisible: deps.isVisible,
        deviceIds: () => deps.settings().deviceIds,
        retentionFrom: () => {
          const { retentionDays } = deps.settings();
          return retentionDays === null ? null : clock() - retentionDays * day;
        },
        onState(state) {
          // Damage is told below; what else keeps it from being saved is tried again.
          if (state.phase === 'idle') history.settle().catch(() => undefined);
          deps.onSync(stateOf(current));
        },
        onChange: deps.onHistory,
      });
      const cards = createCards({
        history,
        api,
        endpoint,
        clock,
        zone: systemZone,
        onChange: deps.onImprint,
        report: (fault) => deps.sync.log({ level: 'info', event: 'clients.no-picture', fault }),
      });
      // "Mine" means the same without a network.
      const own = ownEmail === null ? null : await history.cards.person(ownEmail);
      const ownUserId = own?.person?.userId ?? null;
      current = { api, history, sync, cards, ownEmail, ownUserId, notice };
      deps.onHistory();
      if (!deps.isLive()) return;
      sync.start();
      // However lately today was confirmed: who starts the program wants to know about now.
      sync.now();
      if (ownEmail !== null) void learnOwnAccount(cards, ownEmail);
    },

    close,

    async today(scope) {
      if (!current) return { ok: false, problem: { code: 'invalid-request' } };
      const { history, ownEmail, ownUserId } = current;
      try {
        const query = { now: clock(), zone: systemZone(), scope, ownEmail, ownUserId };
        return { ok: true, value: await history.today(query) };
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },

    own() {
      if (current) return current;
      throw new ProblemError({ code: 'invalid-request' }, { message: 'nobody is signed in' });
    },

    sync: () => stateOf(current),
    syncNow: () => void current?.sync.now(),
    suspend: () => current?.sync.suspend(),
    resume: () => void current?.sync.resume(),
    networkChanged: (online) => current?.sync.networkChanged(online),
  };
}
