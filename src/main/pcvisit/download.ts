import { isIP } from 'node:net';
import { isLoopback } from '../../shared/endpoint.ts';
import { ApiError } from './api-error.ts';
import { networkFault, type Phase } from './network-fault.ts';
import { problemOfStatus } from './response-kind.ts';
import type { ExportFile } from './types.ts';
import { createWatchdog, type Watchdog, type WatchdogLimits } from './watchdog.ts';

export interface DownloadLimits extends WatchdogLimits {
  /** Largest file taken, bytes. */
  readonly fileBytes: number;
}

export interface DownloadDeps {
  readonly endpoint: URL;
  readonly fetch: typeof globalThis.fetch;
  readonly limits: DownloadLimits;
  /** Name and value of the header that carries the JWT; null while there is none. */
  readonly jwtHeader: () => readonly [name: string, value: string] | null;
}

/** As much of a file tells whether it is a web page instead. */
const headBytes = 512;

/**
 * Makes a link that the server gave for a file into the file. The JWT goes along to the API's own origin alone; no
 * redirect is followed; neither this machine nor a bare address in a network is asked unless the API itself lies there.
 *
 * @throws ApiError `download-refused` with the host, where the link leads to what must not be asked.
 */
export function createDownload(deps: DownloadDeps): (link: string) => ExportFile {
  const { endpoint, limits } = deps;

  function check(link: string): URL {
    const url = URL.canParse(link, endpoint.href) ? new URL(link, endpoint.href) : null;
    if (url === null) throw new ApiError({ code: 'download-refused' }, { detail: 'no address' });
    const isOwn = url.origin === endpoint.origin;
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    const isNear = isLoopback(url) || isIP(literal) !== 0;
    const isRefused =
      (url.protocol !== 'https:' && !isOwn) || (isNear && !isOwn) || url.username || url.password;
    if (!isRefused) return url;
    throw new ApiError({ code: 'download-refused', host: url.host }, { detail: url.protocol });
  }

  async function* read(url: URL, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const { host } = url;
    const overdue = () => new ApiError({ code: 'timeout', host });
    const watch = createWatchdog(limits, signal, overdue);
    try {
      yield* checked(bytesOf(await request(url, watch), watch, host), host);
    } finally {
      watch.end();
    }
  }

  async function request(url: URL, watch: Watchdog): Promise<Response> {
    const { host } = url;
    const jwt = url.origin === endpoint.origin ? deps.jwtHeader() : null;
    const response = await during('head', host, () =>
      watch.race(
        deps.fetch(url.href, {
          headers: { accept: '*/*', ...(jwt && { [jwt[0]]: jwt[1] }) },
          signal: watch.signal,
          redirect: 'manual',
          credentials: 'omit',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
        }),
      ),
    );
    const problem = problemOfHead(response, host);
    if (!problem) return response;
    response.body?.cancel().catch(() => undefined);
    throw problem;
  }

  function problemOfHead(response: Response, host: string): ApiError | null {
    const { status, headers } = response;
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
      return new ApiError({ code: 'redirected', host, status });
    if (status === 404 || status === 410 || status === 403)
      return new ApiError({ code: 'download-gone', host, status });
    if (status !== 200)
      return new ApiError({ code: problemOfStatus(status) ?? 'server-error', host, status });
    if (/html/i.test(headers.get('content-type') ?? ''))
      return new ApiError({ code: 'download-no-file', host, status });
    return Number(headers.get('content-length') ?? 0) > limits.fileBytes
      ? new ApiError({ code: 'download-endless', host, status })
      : null;
  }

  async function* bytesOf(
    { body }: Response,
    watch: Watchdog,
    host: string,
  ): AsyncGenerator<Uint8Array> {
    const reader = body?.getReader();
    let length = 0;
    try {
      while (reader) {
        const { done, value } = await during('body', host, () => watch.race(reader.read()));
        if (done) return;
        watch.heard();
        length += value.byteLength;
        if (length > limits.fileBytes) throw new ApiError({ code: 'download-endless', host });
        yield value;
      }
    } finally {
      reader?.cancel().catch(() => undefined);
    }
  }

  return (link) => {
    const url = check(link);
    return {
      host: url.host,
      isForeign: url.origin !== endpoint.origin,
      read: (signal) => read(url, signal),
    };
  };
}

/** Passes bytes on once it is known that they are no web page, and fails at the end where there were none. */
async function* checked(
  bytes: AsyncIterable<Uint8Array>,
  host: string,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < headBytes) continue;
    yield fileLike(head, host);
    head = null;
  }
  if (head !== null) yield fileLike(head, host);
}

function fileLike(head: Buffer, host: string): Uint8Array {
  const text = head.toString('utf8', 0, headBytes);
  const isPage = /^\uFEFF?\s*<(!doctype\s+html|html)/i.test(text);
  if (isPage || head.length === 0) throw new ApiError({ code: 'download-no-file', host });
  return head;
}

async function during<T>(phase: Phase, host: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const { code, detail } = networkFault(error, phase);
    // What is no GraphQL is no file either.
    const meant = phase === 'body' || code === 'not-graphql' ? 'download-cut' : code;
    throw new ApiError({ code: code === 'timeout' ? code : meant, host }, { detail });
  }
}
