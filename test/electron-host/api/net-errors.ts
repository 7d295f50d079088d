/** Node's error codes, with the names Chromium gives the same failures. */
const names: readonly (readonly [code: RegExp, name: string])[] = [
  [/^ECONNREFUSED$/, 'ERR_CONNECTION_REFUSED'],
  [/^(ECONNRESET|EPIPE)$/, 'ERR_CONNECTION_RESET'],
  [/^UND_ERR_SOCKET$/, 'ERR_EMPTY_RESPONSE'],
  [/^(ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, 'ERR_NAME_NOT_RESOLVED'],
  [/^EAI_AGAIN$/, 'ERR_NAME_NOT_RESOLVED'],
  [/^ENETUNREACH$/, 'ERR_INTERNET_DISCONNECTED'],
  [/^(EHOSTUNREACH|EADDRNOTAVAIL)$/, 'ERR_ADDRESS_UNREACHABLE'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'ERR_CONNECTION_TIMED_OUT'],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'ERR_TIMED_OUT'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'ERR_CERT_COMMON_NAME_INVALID'],
  [/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/, 'ERR_CERT_DATE_INVALID'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT(_LOCALLY)?|VERIFY_LEAF_SIGNATURE)|CERT_UNTRUSTED)$/,
    'ERR_CERT_AUTHORITY_INVALID',
  ],
  [/^CERT_REVOKED$/, 'ERR_CERT_REVOKED'],
  [/^(ERR_SSL_|EPROTO)/, 'ERR_SSL_PROTOCOL_ERROR'],
  [/^HPE_/, 'ERR_INVALID_HTTP_RESPONSE'],
];

/** What Electron's `net.fetch` rejects with, for what Node's `fetch` rejected with. */
export function toNetError(error: unknown): Error {
  if (error instanceof DOMException) return error;
  const cause = (error as { cause?: unknown }).cause ?? error;
  const name = nameOf(cause) ?? namesWithin(cause) ?? 'ERR_FAILED';
  return new Error(`net::${name}`);
}

/**
 * What reading a body rejects with where the connection broke.
 *
 * @param announced whether the answer had said how long it would be
 */
export function toBodyError(error: unknown, announced: boolean): Error {
  const translated = toNetError(error);
  // Node tells one thing of an answer that stops short; Chromium two.
  if (translated.message !== 'net::ERR_EMPTY_RESPONSE') return translated;
  const name = announced ? 'ERR_CONTENT_LENGTH_MISMATCH' : 'ERR_INCOMPLETE_CHUNKED_ENCODING';
  return new Error(`net::${name}`);
}

function nameOf(cause: unknown): string | undefined {
  const { code } = cause as { code?: string };
  return names.find(([pattern]) => code !== undefined && pattern.test(code))?.[1];
}

/** Where a name has several addresses, each of them failed. */
function namesWithin(cause: unknown): string | undefined {
  if (!(cause instanceof AggregateError)) return undefined;
  return cause.errors.map(nameOf).find((name) => name !== undefined);
}
