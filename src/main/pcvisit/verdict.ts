import type { OperationResult } from '@urql/core';
import type { Problem } from '../../shared/problem.ts';
import { ApiError } from './api-error.ts';
import { errorIdOf, failureIn, kindOfFailure, type Failure } from './failure.ts';
import { oneLine } from './foreign-text.ts';
import type { PcvisitLog } from './log.ts';
import type { RateGate } from './rate-gate.ts';
import { problemOfStatus } from './response-kind.ts';
import { retryAfterIn } from './retry-after.ts';

export interface VerdictDeps {
  readonly host: string;
  readonly gate: RateGate;
  readonly log: PcvisitLog;
  /** Takes tokens out of what the server wrote. */
  readonly redact: (text: string) => string;
}

type GraphQLErrors = NonNullable<OperationResult['error']>['graphQLErrors'];

const authCodes = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'UNAUTHORIZED', 'UNAUTHORISED']);
const rateCodes = new Set([
  'RATE_LIMITED',
  'RATE_LIMIT_EXCEEDED',
  'TOO_MANY_REQUESTS',
  'THROTTLED',
]);

/**
 * Tells whether a result is a failure, wherever the server put it: beside the data, in its place
 * or in the HTTP status.
 *
 * @returns null where there is data to work with. Field errors may still have left holes in it.
 */
export function verdict(result: OperationResult, deps: VerdictDeps): ApiError | null {
  const { error } = result;
  if (error?.networkError instanceof ApiError) return error.networkError;
  const failure = failureIn(result.data);
  if (failure) return ofFailure(failure, deps);
  if (!error) return null;
  const status = statusOf(error.response);
  if (error.networkError) return ofBadJson(error.networkError, status, deps);
  return ofErrors(error.graphQLErrors, result.data, status, deps);
}

function ofFailure(failure: Failure, { host, gate, log, redact }: VerdictDeps): ApiError {
  const errorId = redact(errorIdOf(failure));
  const comment = oneLine(failure.comment_for_user, 500);
  const userComment = comment === undefined ? undefined : redact(comment);
  const forDevelopers = oneLine(failure.comment_for_dev, 2000);
  const code = kindOfFailure(errorId);
  log({
    level: 'warn',
    event: 'pcvisit.failure',
    errorId,
    comment: forDevelopers === undefined ? null : redact(forDevelopers),
  });
  const problem: Problem = { code, host, errorId, userComment };
  if (code === 'rate-limited') {
    const retryAt = gate.readRetryAfter(retryAfterIn(failure.comment_for_dev));
    if (retryAt !== undefined) problem.retryAt = retryAt;
    gate.shut(problem);
  }
  return new ApiError(problem, { detail: errorId });
}

/** The transport let it pass as JSON, but it is broken or no GraphQL. */
function ofBadJson(error: Error, status: number | undefined, { host }: VerdictDeps): ApiError {
  const bad = status === undefined ? null : problemOfStatus(status);
  if (bad) return new ApiError({ code: bad, host, status }, { transient: status === 502 });
  // A body without a length ends where the connection does: cut JSON may come whole tomorrow.
  if (error instanceof SyntaxError) {
    return new ApiError(
      { code: 'malformed-response', host, status },
      { detail: 'broken JSON', transient: true },
    );
  }
  return new ApiError({ code: 'not-graphql', host, status });
}

function ofErrors(
  errors: GraphQLErrors,
  data: unknown,
  status: number | undefined,
  { host, log, redact }: VerdictDeps,
): ApiError | null {
  const codes = errors.map(({ extensions }) => oneLine(extensions?.code, 100)).filter(isText);
  const errorId = codes[0] === undefined ? undefined : redact(codes[0]);
  const detail = errorId ?? 'GraphQL errors';
  log({
    level: 'warn',
    event: 'pcvisit.graphql-errors',
    count: errors.length,
    message: redact(oneLine(errors[0]?.message, 500) ?? ''),
    errorId,
    status,
  });
  const problem = { host, status, errorId };
  if (codes.some((code) => authCodes.has(code)) || status === 401 || status === 403) {
    return new ApiError({ ...problem, code: 'jwt-rejected' }, { detail });
  }
  if (codes.some((code) => rateCodes.has(code))) {
    return new ApiError({ ...problem, code: 'rate-limited' }, { detail });
  }
  if (holdsSomething(data)) return null;
  // An error that knows its path comes from executing; one without refuses the request as a whole.
  const executed = errors.some(({ path }) => Array.isArray(path) && path.length > 0);
  if (executed || codes.includes('INTERNAL_SERVER_ERROR') || (status ?? 0) >= 500) {
    return new ApiError(
      { ...problem, code: 'server-error' },
      { detail, transient: status === 502 },
    );
  }
  return new ApiError({ ...problem, code: 'refused' }, { detail, requestRefused: true });
}

function holdsSomething(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.values(data as Record<string, unknown>).some(
    (value) => value !== null && value !== undefined,
  );
}

function statusOf(response: unknown): number | undefined {
  return response instanceof Response ? response.status : undefined;
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
