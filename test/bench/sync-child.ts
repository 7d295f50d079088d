import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { randomBytes } from 'node:crypto';
import { openHistory } from '../../src/main/history/index.ts';
import { createSync } from '../../src/main/history/sync/index.ts';
import { createPcvisit } from '../../src/main/pcvisit/index.ts';
import { systemZone } from '../../src/shared/time.ts';
import { input, type BenchServer } from './children.ts';

export interface Asked {
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface SyncFigures {
  readonly sessions: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly idleDelayMs: number;
  readonly syncDelayMs: number;
  readonly rssBefore: number;
  readonly rssAfter: number;
  readonly asked: readonly Asked[];
}

/** Main's part of a first sync: the real client, the real history on its worker, the real sync. */
const server = await input<BenchServer>();
const folder = mkdtempSync(join(tmpdir(), 'tagwerk-bench-'));
const asked: Asked[] = [];

const recording: typeof fetch = async (address, init) => {
  const headers = Object.fromEntries(new Headers(init?.headers).entries());
  if (typeof init?.body === 'string' && init.body.includes('timeFrame')) {
    asked.push({ headers, body: init.body });
  }
  return await fetch(address, init);
};

const { history } = await openHistory({
  place: { kind: 'file', file: join(folder, 'history.sqlite'), key: randomBytes(32) },
  workerUrl: new URL('../../src/main/history/worker.ts', import.meta.url),
  now: Date.now,
});
const api = createPcvisit({
  endpoint: new URL(server.endpoint),
  tokens: server.tokens,
  fetch: recording,
  clock: Date.now,
  jwtHeader: () => ({ name: 'Authorization', scheme: 'Bearer' }),
  discoveryCache: { read: () => undefined, write: () => undefined },
  appVersion: 'bench',
  onTokensRejected: () => process.exit(1),
  log: () => undefined,
});
const done = Promise.withResolvers<void>();
const sync = createSync({
  api,
  history,
  clock: Date.now,
  timers: { setTimeout, clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout) },
  random: Math.random,
  zone: systemZone,
  deviceIds: () => false,
  retentionFrom: () => null,
  isVisible: () => false,
  onState: (state) => {
    if (state.phase === 'idle' && state.progress === null) done.resolve();
  },
  onChange: () => undefined,
  log: () => undefined,
});

const idleDelayMs = await delayDuring(new Promise((resolve) => setTimeout(resolve, 3_000)));
globalThis.gc?.();
const rssBefore = process.memoryUsage.rss();
const cpu = process.cpuUsage();
const started = performance.now();
const syncDelayMs = await delayDuring(
  (async () => {
    sync.start();
    await done.promise;
  })(),
);
const wallMs = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
const { sessions } = await history.coverage();
globalThis.gc?.();
const figures: SyncFigures = {
  sessions,
  wallMs,
  cpuMs: (user + system) / 1000,
  idleDelayMs,
  syncDelayMs,
  rssBefore,
  rssAfter: process.memoryUsage.rss(),
  asked,
};
await sync.stop();
await history.close();
rmSync(folder, { recursive: true });
process.send?.(figures);

/** The event loop's delay while something runs, p99 in ms. */
async function delayDuring(work: Promise<unknown>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  await work;
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}
