import type { Problem } from '../../shared/problem.ts';
import { ApiError } from './api-error.ts';
import { networkFault, type Phase } from './network-fault.ts';
import type { RateGate } from './rate-gate.ts';
import { problemOfResponse } from './response-kind.ts';
import { createWatchdog, type Watchdog, type WatchdogLimits } from './watchdog.ts';

export interface TransportLimits extends WatchdogLimits {
  /** Largest answer read, bytes. */
  readonly bodyBytes: number;
}

export interface TransportDeps {
  readonly endpoint: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly gate: RateGate;
  readonly limits: TransportLimits;
}

/** An answer whose text is already here, so that handing it on costs no second copy. */
class ReadResponse extends Response {
  readonly #text: string;

  constructor(text: string, status: number) {
    // No status text: urql would put it in place of what went wrong while parsing.
    super(null, { status, statusText: '', headers: { 'content-type': 'application/json' } });
    this.#text = text;
  }

  override text(): Promise<string> {
    return Promise.resolve(this.#text);
  }
}

/**
 * The `fetch` that urql is given. It sends to the endpoint and nowhere else, follows no redirect,
 * keeps no cookie, ends what hangs and caps what does not end.
 *
 * @returns an answer that is JSON, whatever its status; everything else rejects with an
 * {@link ApiError}. Aborting rejects with the signal's reason.
 */
export function createTransport(deps: TransportDeps): typeof globalThis.fetch {
  const { endpoint, gate, limits } = deps;
  const { host } = endpoint;

  async function exchange(init: RequestInit | undefined, watch: Watchdog): Promise<Response> {
    const response = await during('head', () =>
      watch.race(
        deps.fetch(endpoint.href, {
          ...init,
          signal: watch.signal,
          // Node answers with the 3xx itself, Chromium rejects; `follow` would carry the JWT away.
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
        }),
      ),
    );
    const { status, headers } = response;
    gate.heardDate(headers.get('date'));
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      discard(response);
      throw new ApiError({ code: 'redirected', host, status });
    }
    const text = await during('body', () => readText(response, watch));
    const retryAfter = headers.get('retry-after');
    const code = problemOfResponse({
      status,
      contentType: headers.get('content-type') ?? '',
      head: text.slice(0, 512),
      hasRetryAfter: retryAfter !== null,
    });
    if (code === null) return new ReadResponse(text, Math.min(status, 599));
    if (code === 'rate-limited') throw rateLimited(status, retryAfter);
    // A gateway that lost its server for a moment; every other status is meant.
    throw new ApiError({ code, host, status }, { transient: status === 502 });
  }

  function rateLimited(status: number, retryAfter: string | null): ApiError {
    const retryAt = gate.readRetryAfter(retryAfter);
    const problem: Problem = { code: 'rate-limited', host, status, ...(retryAt && { retryAt }) };
    gate.shut(problem);
    return new ApiError(problem);
  }

  async function readText(response: Response, watch: Watchdog): Promise<string> {
    const announced = Number(response.headers.get('content-length') ?? 0);
    if (announced > limits.bodyBytes) {
      discard(response);
      throw tooLarge(response.status);
    }
    if (response.body === null) return '';
    const reader = response.body.getReader();
    const chunks: Uint8Array[] = [];
    let length = 0;
    try {
      for (;;) {
        const { done, value } = await watch.race(reader.read());
        if (done) break;
        watch.heard();
        length += value.byteLength;
        if (length > limits.bodyBytes) throw tooLarge(response.status);
        chunks.push(value);
      }
    } catch (error) {
      reader.cancel().catch(ignore);
      throw error;
    }
    return decode(chunks, length);
  }

  function tooLarge(status: number): ApiError {
    return new ApiError({ code: 'malformed-response', host, status }, { detail: 'too large' });
  }

  async function during<T>(phase: Phase, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApiError || isAbort(error)) throw error;
      const { code, transient, detail } = networkFault(error, phase);
      throw new ApiError({ code, host }, { transient, detail });
    }
  }

  return async (input, init) => {
    if (!isEndpoint(input, endpoint)) throw new ApiError({ code: 'invalid-request' });
    gate.pass();
    const overdue = () => new ApiError({ code: 'timeout', host });
    const watch = createWatchdog(limits, init?.signal, overdue);
    try {
      return await exchange(init, watch);
    } finally {
      watch.end();
    }
  };
}

function isEndpoint(input: string | URL | Request, endpoint: URL): boolean {
  return (input instanceof Request ? input.url : String(input)) === endpoint.href;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function discard(response: Response): void {
  response.body?.cancel().catch(ignore);
}

/** What is thrown away may fail to go. */
function ignore(): void {}

function decode(chunks: readonly Uint8Array[], length: number): string {
  const text = Buffer.concat(chunks, length).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
