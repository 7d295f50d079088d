import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { networkInterfaces } from 'node:os';
import type { Net, Session } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { strict } from '../strict.ts';
import { toBodyError, toNetError } from './net-errors.ts';
import type { HostSession } from './session.ts';

type Input = Parameters<Session['fetch']>[0];
type Init = Parameters<Session['fetch']>[1];

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * `net.fetch` and `session.fetch`, on Node's. Without cookies, and with the words that Chromium's
 * network has for what goes wrong (`net::ERR_…`).
 */
export function createFetch(life: Lifecycle, session: () => HostSession): Session['fetch'] {
  return async (input: Input, init?: Init) => {
    life.requireReady('net.fetch can only be used after the app is ready');
    const request = new Request(input, init);
    const custom = init?.bypassCustomProtocolHandlers
      ? undefined
      : session().protocol.handlerOf(request.url);
    if (custom) return custom(request);
    const response = request.url.startsWith('file:')
      ? await readLocal(request.url)
      : await ask(request, session().face.getUserAgent());
    return response;
  };
}

async function ask(request: Request, userAgent: string): Promise<Response> {
  const headers = new Headers(request.headers);
  if (!headers.has('user-agent')) headers.set('user-agent', userAgent);
  const { redirect } = request;
  let response: Response;
  try {
    response = await fetch(
      new Request(request, { headers, redirect: redirect === 'follow' ? redirect : 'manual' }),
    );
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    throw toNetError(error);
  }
  // Electron's `Response` is made anew; what a page would see of redirects does not exist there.
  if (redirect !== 'follow' && isRedirect(response)) {
    await response.body?.cancel();
    throw new Error(
      redirect === 'error'
        ? "Attempted to redirect, but redirect policy was 'error'"
        : 'Redirect was cancelled',
    );
  }
  return withNetErrors(response);
}

/** A body that breaks off does so in Chromium's words as well. */
function withNetErrors(response: Response): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  const reader = body.getReader();
  const announced = headers.has('content-length');
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(toBodyError(error, announced));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(stream, { status, statusText, headers });
}

function isRedirect(response: Response): boolean {
  return [301, 302, 303, 307, 308].includes(response.status) && response.headers.has('location');
}

async function readLocal(url: string): Promise<Response> {
  const file = fileURLToPath(url.replace(/[?#].*$/s, ''));
  try {
    const type = mediaTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return new Response(await readFile(file), { headers: { 'content-type': type } });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(code === 'EACCES' ? 'net::ERR_ACCESS_DENIED' : 'net::ERR_FILE_NOT_FOUND', {
      cause: error,
    });
  }
}

/** `net`. */
export function createNet(fetch: Session['fetch']): Net {
  const isOnline = (): boolean =>
    Object.values(networkInterfaces()).some((each) => each?.some(({ internal }) => !internal));
  const face = {
    fetch,
    isOnline,
    get online() {
      return isOnline();
    },
  } satisfies Partial<Net>;
  return strict(face, 'net') as unknown as Net;
}
