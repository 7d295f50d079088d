import {
  Client,
  CombinedError,
  createRequest,
  fetchExchange,
  makeOperation,
  mapExchange,
  type CombinedError as Combined,
  type Exchange,
  type OperationResult,
} from '@urql/core';
import { authExchange } from '@urql/exchange-auth';
import { retryExchange } from '@urql/exchange-retry';
import { ApiError } from './api-error.ts';
import type { HeldJwt, Jwt } from './jwt.ts';
import { verdict, type VerdictDeps } from './verdict.ts';
import { asError } from './watchdog.ts';

export interface JwtHeader {
  readonly name: string;
  /** The word before the JWT; empty for none. */
  readonly scheme: string;
}

export interface ClientDeps {
  readonly endpoint: URL;
  readonly transport: typeof globalThis.fetch;
  readonly verdict: VerdictDeps;
  /** First pause before a broken connection is tried again, ms. */
  readonly retryDelayMs: number;
}

export interface AuthDeps {
  readonly jwt: Pick<Jwt, 'current' | 'replace'>;
  readonly header: () => JwtHeader;
}

/** A client whose every query carries the JWT; without `auth` it sends none. */
export function createClient(deps: ClientDeps, auth?: AuthDeps): Client {
  return new Client({
    url: deps.endpoint.href,
    fetch: deps.transport,
    // Not even a short query may end up, tokens included, in an address and so in a proxy's log.
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetchOptions: { headers: { accept: 'application/graphql-response+json, application/json' } },
    exchanges: [
      ...(auth ? [withJwt(auth)] : []),
      retryExchange({
        initialDelayMs: deps.retryDelayMs,
        maxDelayMs: deps.retryDelayMs * 8,
        // Attempts, not repetitions.
        maxNumberAttempts: 3,
        retryIf: ({ networkError }) => networkError instanceof ApiError && networkError.transient,
      }),
      withVerdict(deps.verdict),
      fetchExchange,
    ],
  });
}

/**
 * Puts failures that came as data in the place of errors, so that everything before it sees one
 * kind: an {@link ApiError}.
 */
function withVerdict(deps: VerdictDeps): Exchange {
  return mapExchange({
    onResult(result) {
      const problem = verdict(result, deps);
      if (!problem || problem === result.error?.networkError) return undefined;
      return { ...result, data: undefined, error: new CombinedError({ networkError: problem }) };
    },
  });
}

/**
 * Sends the JWT along. Where the server rejects it, one renewal serves everyone who waits, and each
 * query is repeated once; a second rejection is passed on.
 */
function withJwt({ jwt, header }: AuthDeps): Exchange {
  let rejected = 0;
  return authExchange((utilities) =>
    Promise.resolve({
      addAuthToOperation(operation) {
        const held = jwt.current();
        if (!held) return operation;
        const [name, value] = jwtHeaderOf(held, header());
        const signed = utilities.appendHeaders(operation, { [name]: value });
        return makeOperation(signed.kind, signed, { ...signed.context, jwtSerial: held.serial });
      },
      // Another query's JWT was rejected just now: wait for the next one with it.
      willAuthError: () => jwt.current() === null,
      didAuthError(error: Combined, { context }) {
        const { networkError } = error;
        if (!(networkError instanceof ApiError)) return false;
        if (networkError.problem.code !== 'jwt-rejected') return false;
        // Answers to the JWT before this one may still come in: they must not cost the new one.
        if (!context.authAttempt) rejected = Math.max(rejected, Number(context.jwtSerial));
        return true;
      },
      async refreshAuth() {
        await jwt.replace(rejected);
      },
    }),
  );
}

/** Name and value of the header that carries a JWT. */
export function jwtHeaderOf(
  { token }: HeldJwt,
  { name, scheme }: JwtHeader,
): readonly [name: string, value: string] {
  return [name, scheme === '' ? token : `${scheme} ${token}`];
}

export interface Answer {
  readonly data: unknown;
  /** Where in the data the server could not fill in a field. */
  readonly holes: readonly (readonly (string | number)[])[];
}

/**
 * Sends one query and waits for its answer. Rejects with an {@link ApiError}, or, once one of the
 * signals is aborted, with its reason.
 */
export function ask(
  client: Client,
  document: string,
  variables: Record<string, unknown>,
  signals: readonly (AbortSignal | undefined)[],
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const aborts = signals.filter((signal) => signal !== undefined);
    const leave = () => end(() => reject(asError(aborts.find((s) => s.aborted)?.reason)));
    let ended = false;
    const end = (settle: () => void) => {
      if (ended) return;
      ended = true;
      for (const signal of aborts) signal.removeEventListener('abort', leave);
      // After this turn, because an answer may come before `subscribe` has returned.
      queueMicrotask(() => subscription?.unsubscribe());
      settle();
    };
    for (const signal of aborts) signal.addEventListener('abort', leave);
    const subscription = aborts.some((signal) => signal.aborted)
      ? null
      : client
          .executeQuery(createRequest(document, variables))
          .subscribe((result) => end(() => settle(result, resolve, reject)));
    if (!subscription) leave();
  });
}

function settle(
  { data, error }: OperationResult<unknown>,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  if (error?.networkError) return reject(error.networkError);
  const paths: unknown[] = error?.graphQLErrors.map(({ path }) => path) ?? [];
  resolve({ data, holes: paths.map((path) => (Array.isArray(path) ? path.filter(isKey) : [])) });
}

function isKey(key: unknown): key is string | number {
  return typeof key === 'string' || typeof key === 'number';
}
