import { onTestFinished } from 'vitest';
import {
  createSync,
  type Sync,
  type SyncDeps,
} from '../../../../../src/main/history/sync/index.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import type { SyncState } from '../../../../../src/shared/state.ts';
import { createFakeServer, type FakeServer } from './fake-server.ts';
import { createMemoryHistory, type MemoryHistory } from './memory-history.ts';
import { createFakeTime, settle, type FakeTime } from './time.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Monday, 23 November 2026, 14:00 in Berlin. */
export const afternoon = Date.UTC(2026, 10, 23, 13);

export interface Harness {
  readonly time: FakeTime;
  readonly server: FakeServer;
  readonly history: MemoryHistory;
  readonly sync: Sync;
  readonly states: SyncState[];
  readonly changes: number[];
  visible: boolean;
  retentionFrom: number | null;
  /** Starts, and goes on until there is nothing left to do but to wait for a minute or more. */
  catchUp(): Promise<void>;
  /** Lets a long time go by at once, as if the machine had slept. */
  skip(ms: number): Promise<void>;
  /** Another sync over the same history and server, as after a restart. */
  restart(overrides?: Partial<SyncDeps>): Sync;
}

/** Sync over a server and a history in memory; it ends with the test. */
export function createHarness(
  sessions: readonly Session[],
  { now = afternoon, overrides = {} }: { now?: number; overrides?: Partial<SyncDeps> } = {},
): Harness {
  const time = createFakeTime(now);
  const server = createFakeServer(time.clock, sessions);
  const history = createMemoryHistory(time.clock);
  const states: SyncState[] = [];
  const changes: number[] = [];
  const create = (more: Partial<SyncDeps>) =>
    createSync({
      api: server.api,
      history,
      clock: time.clock,
      timers: time.timers,
      random: () => 0.5,
      zone: () => 'Europe/Berlin',
      deviceIds: () => false,
      retentionFrom: () => harness.retentionFrom,
      isVisible: () => harness.visible,
      onState: (state) => states.push(state),
      onChange: () => changes.push(time.clock()),
      log: () => undefined,
      ...overrides,
      ...more,
    });
  const harness: Harness = {
    time,
    server,
    history,
    states,
    changes,
    visible: false,
    retentionFrom: null,
    sync: create({}),
    async catchUp() {
      harness.sync.start();
      do await settle();
      while (!(await calm(time)));
    },
    async skip(ms) {
      time.set(time.clock() + ms);
      harness.sync.now();
      await settle();
      await time.advance(minute);
    },
    restart: create,
  };
  onTestFinished(() => harness.sync.stop());
  return harness;
}

/** Whether the next thing to happen is at least a minute away. */
async function calm(time: FakeTime): Promise<boolean> {
  const before = time.next();
  await settle();
  const next = time.next();
  return next !== null && next === before && next > 1000;
}

/** The same sessions in the same order, whatever order they came in. */
export function inOrder(sessions: Iterable<Session>): Session[] {
  return [...sessions].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
