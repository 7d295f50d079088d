import type { ProblemCode } from '../../shared/problem.ts';

/** What can be told of an HTTP answer before its JSON is read. */
export interface ResponseSketch {
  readonly status: number;
  readonly contentType: string;
  /** The first few hundred characters of the body. */
  readonly head: string;
  readonly hasRetryAfter: boolean;
}

/** Statuses with which gateways, hotels' hot spots and single sign-on put a page in between. */
const interposing = new Set([401, 403, 407, 511]);

/**
 * What an answer is, where it cannot be GraphQL.
 *
 * @returns null where the body is JSON and GraphQL has to say more.
 */
export function problemOfResponse(sketch: ResponseSketch): ProblemCode | null {
  const { status, contentType, head } = sketch;
  if (status === 429 || (status === 503 && sketch.hasRetryAfter)) return 'rate-limited';
  const json = /^\s*\{/.test(head) || (/json/i.test(contentType) && !/^\s*</.test(head));
  if (json) return null;
  const page = /html/i.test(contentType) || /^\s*<(!doctype\s+html|html)/i.test(head);
  if (page && (status < 300 || interposing.has(status))) return 'login-page';
  return problemOfStatus(status) ?? 'not-graphql';
}

/** What an HTTP status says by itself; null where it says nothing. */
export function problemOfStatus(status: number): ProblemCode | null {
  if (status === 401 || status === 403) return 'jwt-rejected';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : null;
}
