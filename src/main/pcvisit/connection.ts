import type { Client } from '@urql/core';
import { parseEndpoint } from '../../shared/endpoint.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Tokens } from '../../shared/bridge/contract.ts';
import { ApiError } from './api-error.ts';
import { ask, createClient, type Answer, type AuthDeps } from './client.ts';
import type { Jwt } from './jwt.ts';
import type { PcvisitLog } from './log.ts';
import { createRateGate } from './rate-gate.ts';
import { redact } from './redact.ts';
import { createTransport, type TransportLimits } from './transport.ts';

export interface Limits extends TransportLimits {
  /** First pause before a broken connection is tried again, ms. */
  readonly retryDelayMs: number;
}

export const defaultLimits: Limits = {
  silenceMs: 30_000,
  totalMs: 600_000,
  bodyBytes: 256 * 1024 * 1024,
  retryDelayMs: 400,
};

export interface ConnectionDeps {
  readonly endpoint: URL;
  readonly tokens: Tokens;
  readonly fetch: typeof globalThis.fetch;
  /** UTC ms. */
  readonly clock: () => number;
  readonly log: PcvisitLog;
  readonly limits?: Partial<Limits>;
}

export type Ask = (
  document: string,
  variables: Record<string, unknown>,
  signal?: AbortSignal,
) => Promise<Answer>;

/** The way to one endpoint, ended as a whole. */
export interface Connection {
  /** Asks without a JWT: only to buy one. */
  readonly askOpenly: Ask;
  /** Asks with the JWT. */
  withJwt(auth: AuthDeps): Ask;
  readonly host: string;
  /** Rejects everything under way, and everything asked from now on, with an `AbortError`. */
  close(): void;
}

/** @param jwt the JWT at hand, which no comment of the server's may carry further. */
export function connect(deps: ConnectionDeps, jwt: () => Jwt | null): Connection {
  const { endpoint, tokens, clock, log } = deps;
  const { host } = endpoint;
  const limits = { ...defaultLimits, ...deps.limits };
  const gate = createRateGate(clock);
  const closing = new AbortController();
  // What the endpoint may be is decided in one place, for the form, the command line and here.
  const usable = parseEndpoint(endpoint.href) !== null;

  const secrets = () => {
    const held = jwt()?.current()?.token;
    return [tokens.integratorToken, tokens.userToken, ...(held ? [held] : [])];
  };
  const clientDeps = {
    endpoint,
    transport: createTransport({ endpoint, fetch: deps.fetch, gate, limits }),
    verdict: { host, gate, log, redact: (text: string) => redact(text, secrets()) },
    retryDelayMs: limits.retryDelayMs,
  };

  const through =
    (client: Client): Ask =>
    async (document, variables, signal) => {
      if (!usable) throw new ApiError({ code: 'invalid-endpoint', host });
      try {
        return await ask(client, document, variables, [closing.signal, signal]);
      } catch (error) {
        throw reported(error);
      }
    };

  function reported(error: unknown): unknown {
    if (!(error instanceof Error) || error.name === 'AbortError') return error;
    // Whatever is not ours may quote what was sent.
    const own = error instanceof ApiError ? error : new ApiError(problemOf(error));
    const { code, status, errorId } = own.problem;
    log({ level: 'warn', event: 'pcvisit.failed', code, status, errorId, detail: own.message });
    return own;
  }

  return {
    host,
    askOpenly: through(createClient(clientDeps)),
    withJwt: (auth) => through(createClient(clientDeps, auth)),
    close: () => closing.abort(new DOMException('closed', 'AbortError')),
  };
}
