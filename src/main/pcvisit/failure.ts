import { oneLine } from './foreign-text.ts';

/** The API's `Failure`, as it stands in for any result. */
export interface Failure {
  readonly error: unknown;
  readonly comment_for_user: unknown;
  readonly comment_for_dev: unknown;
}

const rateLimits = new Set(['TimeOut', 'TryAgainLater']);

/**
 * The ids are an open set of 95, of which none is known to speak of the JWT. One that sounds like
 * it costs a single renewal; taking it for a plain refusal would strand whoever's JWT ran out.
 */
const authWords = /jwt|token|auth|credential|log_?in|sign_?in/i;

/** What a Failure means for the request it answers. */
export type FailureKind = 'rate-limited' | 'jwt-rejected' | 'refused';

/** The first Failure among a result's root fields. */
export function failureIn(data: unknown): Failure | null {
  if (typeof data !== 'object' || data === null) return null;
  for (const value of Object.values(data as Record<string, unknown>)) {
    if (isFailure(value)) return value;
  }
  return null;
}

function isFailure(value: unknown): value is Failure {
  return (
    typeof value === 'object' &&
    value !== null &&
    '__typename' in value &&
    value.__typename === 'Failure'
  );
}

export function kindOfFailure(errorId: string): FailureKind {
  if (rateLimits.has(errorId)) return 'rate-limited';
  return authWords.test(errorId) ? 'jwt-rejected' : 'refused';
}

/** The error id as a short word; the server's set of ids is open. */
export function errorIdOf(failure: Failure): string {
  return oneLine(failure.error, 100) ?? 'unknown';
}
