import { createPcvisit, type PcvisitDeps } from '../../../src/main/pcvisit/index.ts';
import type { PcvisitLogEntry } from '../../../src/main/pcvisit/log.ts';
import type { Pcvisit } from '../../../src/main/pcvisit/types.ts';
import { ProblemError, type Problem } from '../../../src/shared/problem.ts';
import type { Asked, Reply, Script } from './scripted-server.ts';
import { edge } from './nodes.ts';

/** Tokens that must turn up nowhere but in the one body they are meant for. */
export const tokens = {
  integratorToken: 'canary-integrator-"token"/+ä',
  userToken: 'canary-user-token-\\0815',
};

/** Operations by the names the client gives them. */
export const buying = 'SiRetrieveSignedJwt';
export const asking = 'AcQuerySessionsHistory';
export const discovering = 'DiscoverUndocumentedTypes';

export interface Harness {
  readonly api: Pcvisit;
  readonly logs: readonly PcvisitLogEntry[];
  readonly rejections: readonly Problem[];
  readonly disk: Map<string, unknown>;
  /** The program's clock, UTC ms; moved by hand. */
  now: number;
}

/** Generous in time, because a test machine may be busy; tests of silence shorten it themselves. */
export const limits = {
  silenceMs: 30_000,
  totalMs: 60_000,
  bodyBytes: 4_000_000,
  retryDelayMs: 1,
};

export function openApi(endpoint: URL, change: Partial<PcvisitDeps> = {}): Harness {
  const logs: PcvisitLogEntry[] = [];
  const rejections: Problem[] = [];
  const disk = new Map<string, unknown>();
  const harness = { logs, rejections, disk, now: Date.UTC(2026, 10, 23, 12) };
  const api = createPcvisit({
    endpoint,
    tokens,
    fetch: globalThis.fetch,
    clock: () => harness.now,
    log: (entry) => void logs.push(entry),
    limits,
    jwtHeader: () => ({ name: 'Authorization', scheme: 'Bearer' }),
    discoveryCache: {
      read: (key) => disk.get(key),
      write: (key, value) => void disk.set(key, JSON.parse(JSON.stringify(value))),
    },
    appVersion: '1.0.0',
    onTokensRejected: (problem) => void rejections.push(problem),
    ...change,
  });
  return Object.assign(harness, { api });
}

export const everything = { from: 0, to: null };

/** An unsigned JWT, as only its claims matter here. */
export function jwtOf(claims: object, salt: number | string = 0): string {
  const payload = Buffer.from(JSON.stringify({ ...claims, salt })).toString('base64url');
  return `eyJhbGciOiJub25lIn0.${payload}.canaryjwt${salt}`;
}

/** The answer that sells a JWT. */
export function sold(token: string): Reply {
  return { body: { data: { [buying]: { __typename: 'X', customerUuid: 'company-1', token } } } };
}

export const noIntrospection: Reply = {
  status: 400,
  body: { errors: [{ message: 'GraphQL introspection has been disabled.' }] },
};

/** A Failure in place of a result. */
export function failing(operation: string, error: string, comments: object = {}): Reply {
  const blank = { comment_for_user: null, comment_for_dev: null };
  return {
    body: { data: { [operation]: { __typename: 'Failure', error, ...blank, ...comments } } },
  };
}

/** A server on which all is well, but for what a test puts first. */
export function wellBut(script: (asked: Asked, nth: number) => Reply | undefined): Script {
  return (asked, nth) => {
    const reply = script(asked, nth);
    if (reply) return reply;
    if (asked.operation === buying) return sold(jwtOf({}, nth));
    if (asked.operation === discovering) return noIntrospection;
    return { body: { data: edge([]) } };
  };
}

/** The problem a promise rejects with, and nothing else will do. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof ProblemError) return error.problem;
  throw error instanceof Error ? error : new Error(String(error));
}
