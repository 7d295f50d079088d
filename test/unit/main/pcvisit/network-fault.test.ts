import { describe, expect, it } from 'vitest';
import { networkFault } from '../../../../src/main/pcvisit/network-fault.ts';

/** As Node's fetch rejects: a TypeError whose cause holds the system's code. */
const node = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('some prose'), { code }) });
/** As Electron's net.fetch rejects. */
const chromium = (code: string) => new Error(`net::${code}`);

describe('networkFault', () => {
  it.each([
    [node('ENOTFOUND'), 'offline'],
    [node('EAI_AGAIN'), 'offline'],
    [node('ECONNREFUSED'), 'offline'],
    [node('ENETUNREACH'), 'offline'],
    [node('EHOSTUNREACH'), 'offline'],
    [chromium('ERR_NAME_NOT_RESOLVED'), 'offline'],
    [chromium('ERR_INTERNET_DISCONNECTED'), 'offline'],
    [chromium('ERR_CONNECTION_REFUSED'), 'offline'],
    [chromium('ERR_ADDRESS_UNREACHABLE'), 'offline'],
    [chromium('ERR_PROXY_CONNECTION_FAILED'), 'offline'],
    [node('ETIMEDOUT'), 'timeout'],
    [node('UND_ERR_CONNECT_TIMEOUT'), 'timeout'],
    [node('UND_ERR_HEADERS_TIMEOUT'), 'timeout'],
    [chromium('ERR_TIMED_OUT'), 'timeout'],
    [chromium('ERR_CONNECTION_TIMED_OUT'), 'timeout'],
    [node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls'],
    [node('SELF_SIGNED_CERT_IN_CHAIN'), 'tls'],
    [node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'tls'],
    [node('CERT_HAS_EXPIRED'), 'tls'],
    [node('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls'],
    [node('ERR_SSL_WRONG_VERSION_NUMBER'), 'tls'],
    [node('EPROTO'), 'tls'],
    [chromium('ERR_CERT_AUTHORITY_INVALID'), 'tls'],
    [chromium('ERR_CERT_DATE_INVALID'), 'tls'],
    [chromium('ERR_SSL_PROTOCOL_ERROR'), 'tls'],
    [chromium('ERR_BAD_SSL_CLIENT_AUTH_CERT'), 'tls'],
    [chromium('ERR_UNSAFE_PORT'), 'invalid-endpoint'],
    [chromium('ERR_TOO_MANY_REDIRECTS'), 'redirected'],
    [node('HPE_INVALID_CONSTANT'), 'not-graphql'],
    [chromium('ERR_INVALID_HTTP_RESPONSE'), 'not-graphql'],
    [chromium('ERR_CONTENT_LENGTH_MISMATCH'), 'malformed-response'],
    [new Error('Redirect was cancelled'), 'redirected'],
    [new Error("Attempted to redirect, but redirect policy was 'error'"), 'redirected'],
    [new TypeError('fetch failed', { cause: new Error('unexpected redirect') }), 'redirected'],
  ] as const)('%s is %s', (error, code) => {
    expect(networkFault(error, 'head').code).toBe(code);
  });

  it('reads the first of several addresses tried in parallel', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    const error = new TypeError('fetch failed', { cause: new AggregateError([refused]) });
    expect(networkFault(error, 'head')).toMatchObject({ code: 'offline', detail: 'ECONNREFUSED' });
  });

  it('takes a connection that broke for passing, one that was refused not', () => {
    expect(networkFault(node('ECONNRESET'), 'head')).toMatchObject({ transient: true });
    expect(networkFault(chromium('ERR_CONNECTION_RESET'), 'head')).toMatchObject({
      transient: true,
    });
    expect(networkFault(node('ECONNREFUSED'), 'head')).toMatchObject({ transient: false });
    expect(networkFault(node('DEPTH_ZERO_SELF_SIGNED_CERT'), 'head').transient).toBe(false);
  });

  it('tells a cut answer from no connection', () => {
    expect(networkFault(node('UND_ERR_SOCKET'), 'head').code).toBe('offline');
    expect(networkFault(node('UND_ERR_SOCKET'), 'body').code).toBe('malformed-response');
    expect(networkFault(new TypeError('terminated'), 'body')).toMatchObject({
      code: 'malformed-response',
      transient: true,
    });
    expect(networkFault(chromium('ERR_INTERNET_DISCONNECTED'), 'body').code).toBe('offline');
  });

  it('goes by codes, not by prose', () => {
    for (const prose of ['getaddrinfo ENOTFOUND', 'certificate has expired', 'timed out']) {
      expect(networkFault(new Error(prose), 'head').code).toBe('unexpected');
    }
    expect(networkFault(null, 'head').code).toBe('unexpected');
    expect(networkFault('net::ERR_TIMED_OUT', 'head').code).toBe('unexpected');
  });

  it('does not follow causes round in circles', () => {
    const error: Error & { cause?: unknown } = new Error('x');
    error.cause = error;
    expect(networkFault(error, 'head').code).toBe('unexpected');
  });
});
