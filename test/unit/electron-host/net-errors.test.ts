import { expect, test } from 'vitest';
import { toNetError } from '../../electron-host/api/net-errors.ts';

test.each([
  ['ECONNREFUSED', 'net::ERR_CONNECTION_REFUSED'],
  ['ENOTFOUND', 'net::ERR_NAME_NOT_RESOLVED'],
  ['ENETUNREACH', 'net::ERR_INTERNET_DISCONNECTED'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'net::ERR_CERT_AUTHORITY_INVALID'],
  ['CERT_HAS_EXPIRED', 'net::ERR_CERT_DATE_INVALID'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'net::ERR_CERT_COMMON_NAME_INVALID'],
  ['UND_ERR_CONNECT_TIMEOUT', 'net::ERR_CONNECTION_TIMED_OUT'],
  ['SOMETHING_ELSE', 'net::ERR_FAILED'],
])('%s is %s', (code, message) => {
  const cause = Object.assign(new Error('inner'), { code });
  expect(toNetError(new TypeError('fetch failed', { cause })).message).toBe(message);
  const several = new AggregateError([cause]);
  expect(toNetError(new TypeError('fetch failed', { cause: several })).message).toBe(message);
});
