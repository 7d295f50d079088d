import type { ProblemCode } from '../../shared/problem.ts';

/** What kept a request from being answered. */
export interface NetworkFault {
  readonly code: ProblemCode;
  /** Worth repeating at once. */
  readonly transient: boolean;
  /** The system's or Chromium's own code, for the log. */
  readonly detail: string;
}

/** While connecting and waiting, or while the answer was already coming in. */
export type Phase = 'head' | 'body';

type Rule = readonly [pattern: RegExp, code: ProblemCode];

/**
 * Codes of Node's (`cause.code`) and of Chromium's network stack (`net::ERR_…`, its prefix taken
 * off), most specific first.
 */
const rules: readonly Rule[] = [
  [/^(ERR_INVALID_URL|ERR_UNSAFE_PORT|ERR_(DISALLOWED|UNKNOWN)_URL_SCHEME)$/, 'invalid-endpoint'],
  [/^ERR_(TOO_MANY_REDIRECTS|UNSAFE_REDIRECT|INVALID_REDIRECT)$/, 'redirected'],
  [/TIMED_?OUT|TIMEOUT/, 'timeout'],
  [
    /CERT|SSL|TLS|^EPROTO$|^UNABLE_TO_|SELF_SIGNED|^INVALID_(CA|PURPOSE)$|^HOSTNAME_MISMATCH$/,
    'tls',
  ],
  [
    /^HPE_|^ERR_(INVALID_HTTP_RESPONSE|RESPONSE_HEADERS_|INVALID_RESPONSE|UNEXPECTED)/,
    'not-graphql',
  ],
  [/CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_|CONTENT_DECODING|^Z_/, 'malformed-response'],
  [/^(EAI_|E[A-Z]|UND_ERR_SOCKET|ERR_)/, 'offline'],
];

/** The connection was there and broke. */
const cut =
  /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|ERR_EMPTY_RESPONSE|ERR_CONNECTION_(RESET|ABORTED|CLOSED)|ERR_HTTP2_|ERR_QUIC_|ERR_NETWORK_CHANGED)/;

/**
 * What Electron's and Node's fetch say when a redirect was not to be followed. Neither gives a
 * code; a change of these words turns a redirect into `unexpected`, never into success.
 */
const redirectWords = new Set([
  'Redirect was cancelled',
  "Attempted to redirect, but redirect policy was 'error'",
  'unexpected redirect',
]);

/** Tells what a rejection of `fetch`, or of reading its body, means. Goes by codes, not by prose. */
export function networkFault(error: unknown, phase: Phase): NetworkFault {
  const found = findCode(error, 0);
  if (found === null) {
    // An answer that stops for a reason nobody names is still an answer that was cut.
    return phase === 'body'
      ? { code: 'malformed-response', transient: true, detail: 'cut' }
      : { code: 'unexpected', transient: false, detail: 'no code' };
  }
  if (found === 'redirect') return { code: 'redirected', transient: false, detail: found };
  const code = rules.find(([pattern]) => pattern.test(found))?.[1] ?? 'unexpected';
  const wasCut = cut.test(found);
  if (wasCut && phase === 'body')
    return { code: 'malformed-response', transient: true, detail: found };
  return { code, transient: wasCut || code === 'malformed-response', detail: found };
}

/** The first code on the way down an error's causes; addresses tried in parallel come as a list. */
function findCode(error: unknown, depth: number): string | null {
  if (typeof error !== 'object' || error === null || depth > 5) return null;
  const { code, message, cause, errors } = error as Record<string, unknown>;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code;
  if (typeof message === 'string') {
    const chromium = /^net::(ERR_[A-Z0-9_]{2,60})/.exec(message);
    if (chromium?.[1]) return chromium[1];
    if (redirectWords.has(message)) return 'redirect';
  }
  return (
    findCode(cause, depth + 1) ?? (Array.isArray(errors) ? findCode(errors[0], depth + 1) : null)
  );
}
