import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { createSync, type Sync } from '../../../../src/main/history/sync/index.ts';
import type { History, HistoryPlace } from '../../../../src/main/history/types.ts';
import { createPcvisit } from '../../../../src/main/pcvisit/index.ts';
import type { SessionsQuery } from '../../../../src/main/pcvisit/types.ts';
import type { Session } from '../../../../src/shared/session.ts';
import type { SyncState } from '../../../../src/shared/state.ts';
import {
  startSandbox,
  type Faults,
  type RawSession,
  type Sandbox,
  type SandboxOptions,
} from '../../../sandbox/index.ts';
import { createSkippingTime, type SkippingTime } from '../../../unit/main/history/support/time.ts';
import { everything, open } from './place.ts';

/** Monday, 23 November 2026, 14:00 in Berlin. */
export const afternoon = Date.UTC(2026, 10, 23, 13);
export const zone = 'Europe/Berlin';
const day = 86_400_000;

export interface Pair {
  /** A clock that both sides go by, on which every wait is over at once. */
  readonly time: SkippingTime;
  readonly sandbox: Sandbox;
  readonly history: History;
  readonly states: readonly SyncState[];
  /** Syncs until there is nothing left to do, as one run of the program. */
  catchUp(): Promise<SyncState>;
  /** The same, so many days later. */
  catchUpAfter(days: number): Promise<SyncState>;
}

/** The real server of the tests, the real client and a real history on its worker. */
export async function pairUp(
  options: SandboxOptions,
  place: HistoryPlace = { kind: 'memory' },
): Promise<Pair & { close(): Promise<void> }> {
  const time = createSkippingTime(afternoon);
  const sandbox = await startSandbox({ now: time.clock, zone, ...options });
  const { history } = await open(place, time.clock);
  const states: SyncState[] = [];
  const pair: Pair = {
    time,
    sandbox,
    history,
    states,
    catchUp: () => catchUp(pair, (state) => states.push(state)),
    async catchUpAfter(days) {
      time.skip(days * day);
      return await pair.catchUp();
    },
  };
  return {
    ...pair,
    async close() {
      await history.close();
      await sandbox.close();
    },
  };
}

/** One run of the program: the real client and the real sync, until there is nothing left to do. */
export async function catchUp(
  { sandbox, history, time }: Pick<Pair, 'sandbox' | 'history' | 'time'>,
  onState: (state: SyncState) => void,
  onQuery: (query: SessionsQuery) => void = () => undefined,
): Promise<SyncState> {
  const api = createPcvisit({
    endpoint: new URL(sandbox.url),
    tokens: sandbox.tokens,
    fetch: globalThis.fetch,
    clock: time.clock,
    log: () => undefined,
    limits: { retryDelayMs: 1 },
    jwtHeader: () => ({ name: 'Authorization', scheme: 'Bearer' }),
    discoveryCache: { read: () => undefined, write: () => undefined },
    appVersion: 'test',
    onTokensRejected: () => undefined,
  });
  const { promise, resolve } = Promise.withResolvers<SyncState>();
  const sync: Sync = createSync({
    ...time,
    api: {
      ...api,
      sessions(query, signal) {
        onQuery(query);
        return api.sessions(query, signal);
      },
    },
    history,
    random: () => 0.5,
    zone: () => zone,
    deviceIds: () => false,
    retentionFrom: () => null,
    isVisible: () => false,
    onState(state) {
      onState(state);
      // Idle is told before it rests, so it can be ended before the clock runs away.
      if (state.phase !== 'idle' || state.serverStillLoading) return;
      void sync.stop();
      resolve(state);
    },
    onChange: () => undefined,
    log: () => undefined,
  });
  sync.start();
  const state = await promise;
  await sync.stop();
  api.close();
  return state;
}

/** Each tenth request fails, in every way a client gets over by asking again. */
export const everyTenth: Partial<Faults> = {
  everyNth: { n: 10, kind: 'rotating' },
  retryAfter: { seconds: 1, form: 'seconds' },
};

/** Row for row, field for field. */
export async function expectTrueCopy(
  { history, sandbox }: Pick<Pair, 'history' | 'sandbox'>,
  participants = true,
): Promise<void> {
  const [mine, theirs] = [await held(history), truth(sandbox, participants)];
  expect(mine.size).toBe(theirs.size);
  for (const [id, session] of theirs) {
    // Twenty thousand full comparisons by `expect` would take longer than the sync.
    if (!isDeepStrictEqual(mine.get(id), session)) expect(mine.get(id)).toStrictEqual(session);
  }
}

/** What the server has, as the program should hold it: worked out from the raw data alone. */
export function truth(sandbox: Sandbox, participants: boolean): Map<string, Session> {
  const unreadable = new Set(sandbox.malformedIds());
  const readable = [...sandbox.allSessions()].filter((raw) => !unreadable.has(raw.id));
  return new Map(readable.map((raw) => [raw.id, sessionFrom(raw, participants)]));
}

export async function held(history: History): Promise<Map<string, Session>> {
  return new Map((await everything(history)).map((session) => [session.id, session]));
}

function sessionFrom(raw: RawSession, participants: boolean): Session {
  return {
    id: raw.id,
    // Half a character is no text; the client mends it.
    name: raw.name.toWellFormed(),
    type: raw.type,
    state: raw.state,
    invoiceState: raw.invoiceState,
    client: raw.clientCompany && {
      number: raw.clientCompany.clientId,
      name: raw.clientCompany.companyFolderDisplayName,
      folderId: raw.clientCompany.companyFolderId,
    },
    computer: raw.target && {
      id: raw.target.computerId,
      displayName: raw.target.computerDisplayName,
      hostName: raw.target.computerHostName,
      userDisplayName: raw.target.computerUserDisplayName,
      termsName: raw.target.termsAndConditionsNameUsedForAccepting,
      termsState: raw.target.termsAndConditionsRequestState,
    },
    participants: participants
      ? raw.participants.map((each) => ({
          name: each.name,
          email: each.email,
          userId: each.userId,
          companyUuid: each.companyUuid,
          fields: { ...each },
        }))
      : [],
    durationMs: raw.duration,
    customDurationMs: raw.customDuration,
    commentsLink: raw.commentsLink,
    createdAt: raw.sessionCreatedAt,
    finishedAt: raw.sessionFinishedAt,
    lastUpdatedAt: raw.lastUpdatedAt,
    companyUuid: raw.sessionCompanyUuid,
  };
}
