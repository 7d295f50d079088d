import type { Faults, Injection } from '../faults/faults.ts';

/** `Failure` as GraphQL gives it. */
export interface Failure {
  readonly __typename: 'Failure';
  readonly error: string;
  readonly comment_for_user: string | null;
  readonly comment_for_dev: string | null;
}

export function failure(error: string, user: string | null, dev: string | null): Failure {
  return { __typename: 'Failure', error, comment_for_user: user, comment_for_dev: dev };
}

/** The value of a Retry-After header, in the form switched on. @param now the server's clock, UTC ms */
export function retryAfter({ retryAfter: { seconds, form } }: Faults, now: number): string {
  return form === 'seconds' ? String(seconds) : new Date(now + seconds * 1000).toUTCString();
}

/** The failure a fault stands for, or null where it is none that GraphQL would tell. */
export function failureOf(fault: Injection, faults: Faults, now: number): Failure | null {
  const { kind, error, commentForUser = null, commentForDev = null } = fault;
  if (kind === 'failure') return failure(error ?? 'Unknown', commentForUser, commentForDev);
  if (kind !== 'time-out' && kind !== 'try-again-later') return null;
  const id = kind === 'time-out' ? 'TimeOut' : 'TryAgainLater';
  const dev = commentForDev ?? `Retry-After: ${retryAfter(faults, now)}`;
  return failure(id, commentForUser ?? 'Bitte später erneut versuchen.', dev);
}
