import * as v from 'valibot';
import { ApiError } from './api-error.ts';
import { cachedSchema, type Cached, type Discovered } from './discovered.ts';
import { readIntrospection } from './introspection.ts';
import type { PcvisitLog } from './log.ts';

/** Where answers lie between two runs. What is read from it is checked. */
export interface DiscoveryCache {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
}

export interface DiscoveryDeps {
  readonly cache: DiscoveryCache;
  /** One per endpoint and version of the app. */
  readonly key: string;
  /** Sends the discovery document; rejects with an {@link ApiError}. */
  readonly introspect: () => Promise<unknown>;
  readonly clock: () => number;
  readonly log: PcvisitLog;
}

/** Learns about the types the API does not document: once, and without insisting. */
export interface Discovery {
  /** Null where the server does not tell. Rejects where it could not be asked right now. */
  known(): Promise<Discovered | null>;
  /** The server did not take what was built from its own answer: go on without for a day. */
  distrust(): void;
}

interface Memory {
  readonly found: Discovered | null;
  /** UTC ms at which to ask again. */
  readonly until: number;
}

const day = 86_400_000;
const aWhile = 600_000;
/** Unclear answers in a row after which the program goes on without, for a while. */
const patience = 3;

/** Something went wrong at the server, with this request or with any. */
const unclear = new Set([
  'server-error',
  'malformed-response',
  'not-graphql',
  'not-found',
  'timeout',
]);

export function createDiscovery({ cache, key, introspect, clock, log }: DiscoveryDeps): Discovery {
  let memory: Memory | null = null;
  let underWay: Promise<Discovered | null> | null = null;
  let unclearAnswers = 0;

  function keep(found: Discovered | null): Discovered | null {
    memory = { found, until: found ? Infinity : clock() + day };
    try {
      cache.write(key, { version: 3, at: clock(), found } satisfies Cached);
    } catch {
      // Nothing is lost but one query at the next start.
      log({ level: 'warn', event: 'pcvisit.discovery-not-kept' });
    }
    return found;
  }

  function recall(): Memory | null {
    let stored: unknown;
    try {
      stored = cache.read(key);
    } catch {
      return null;
    }
    if (stored === undefined || stored === null) return null;
    const cached = v.safeParse(cachedSchema, stored);
    if (!cached.success) {
      log({ level: 'warn', event: 'pcvisit.discovery-cache-unreadable' });
      return null;
    }
    const { found, at } = cached.output;
    // A date ahead of the clock is no reason to wait for it.
    return { found, until: found ? Infinity : Math.min(at, clock()) + day };
  }

  async function learn(): Promise<Discovered | null> {
    try {
      const found = await introspectTwiceIfRefused();
      unclearAnswers = 0;
      log({
        level: 'info',
        event: 'pcvisit.discovered',
        participant: found?.participant?.map(({ name }) => name) ?? null,
        address: found?.address?.map(({ name }) => name) ?? null,
        paging: found?.paging ?? null,
        introspection: found !== null,
      });
      return keep(found);
    } catch (error) {
      if (!(error instanceof ApiError) || !mayGoOnWithout(error)) throw error;
      memory = { found: null, until: clock() + aWhile };
      return null;
    }
  }

  /** A refusal holds for a day, so it is worth a second question. */
  async function introspectTwiceIfRefused(): Promise<Discovered | null> {
    for (let attempt = 1; ; attempt++) {
      try {
        const found = readIntrospection(await introspect());
        if (!found) throw new ApiError({ code: 'malformed-response' }, { detail: 'introspection' });
        return found;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        if (attempt === 2) return null;
      }
    }
  }

  function mayGoOnWithout({ problem }: ApiError): boolean {
    // 401 to introspection alone; where it is to everything, the query to come says so.
    if (problem.code === 'jwt-rejected') return true;
    if (!unclear.has(problem.code) || ++unclearAnswers < patience) return false;
    unclearAnswers = 0;
    return true;
  }

  return {
    known() {
      memory ??= recall();
      if (memory && clock() < memory.until) return Promise.resolve(memory.found);
      underWay ??= learn().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    distrust() {
      log({ level: 'warn', event: 'pcvisit.discovery-distrusted' });
      keep(null);
    },
  };
}

/** Whether the server answered, and the answer was that it will not be introspected. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { code, status } = error.problem;
  return code === 'refused' || status === 400 || status === 403;
}
