import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerControl, type Controls } from './control-route.ts';
import { buildEngine, type Answer } from './engine.ts';
import { exportFile, mediaTypes } from './export.ts';
import { answerGraphql } from './graphql-route.ts';
import { sendHostilePicture } from './hostile-picture.ts';
import { pictureOf } from './picture.ts';
import { loginPage, replacement } from './strike.ts';
import type { World } from './world.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  readonly count: (operations: readonly string[]) => void;
}

const mostBytes = 1_000_000;
const notFound: Answer = {
  status: 404,
  headers: { 'content-type': 'text/plain' },
  body: 'Not Found',
};

/** Serves a world on the loopback interface, and on no other. */
export async function listen(
  world: World,
  controls: Controls,
  options: ListenOptions,
): Promise<Listening> {
  const handle = buildHandler(world, controls, options.count);
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    response.setHeader('date', new Date(world.clock()).toUTCString());
    // Whoever hangs up early ends up here as well: there is nobody left to tell.
    handle(request, response).catch(() => response.destroy());
  };
  const server = options.tls ? createHttps({ ...options.tls }, onRequest) : createHttp(onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function buildHandler(world: World, controls: Controls, count: ListenOptions['count']) {
  const engine = buildEngine(world);

  const graphql = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    // A sandbox that is closed meanwhile does not wait for its slow answers.
    await sleep(world.faults.current.slowMs, undefined, { ref: false });
    const outcome = await answerGraphql(world, engine, body, headersOf(request), count);
    if (outcome.cut) await sendHalf(response, outcome);
    else send(response, outcome);
  };

  const download = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> => {
    count(['download']);
    const { faults, clock, auth, exports } = world;
    const fault = faults.strike(['download']);
    const instead = fault && replacement(fault.kind, faults.current, clock());
    if (instead) return send(response, instead);
    if (faults.current.exportNeedsJwt && (await auth.check(request.headers.authorization))) {
      return send(response, { ...notFound, status: 401, body: 'Unauthorized' });
    }
    const order = exports.get(/^\/exports\/([\w-]+)\./.exec(path)?.[1] ?? '');
    if (order === undefined) return send(response, notFound);
    response.setHeader('content-type', mediaTypes[order.format] ?? 'application/octet-stream');
    response.setHeader('content-disposition', `attachment; filename="sessions.${order.format}"`);
    const file = Readable.from(exportFile(world, order));
    if (fault?.kind === 'cut') {
      file.once('data', (piece: string) => response.write(piece, () => response.destroy()));
      return;
    }
    await pipeline(file, response);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://sandbox.invalid').pathname;
    const method = request.method ?? 'GET';
    if (path === '/graphql') {
      if (method === 'POST') return graphql(request, response);
      // Queries by GET would leave tokens in the logs of whatever lies between.
      return send(response, { ...notFound, status: 405, headers: { allow: 'POST' } });
    }
    if (path.startsWith('/control/')) {
      // A page in a browser has no business here, even where it runs on this machine.
      if (request.headers.origin !== undefined) return send(response, { ...notFound, status: 403 });
      return send(response, answerControl(controls, method, path, await bodyOf(request)));
    }
    if (path.startsWith('/exports/')) return download(request, response, path);
    const picture = /^\/pictures\/([\w-]+)\.png$/.exec(path)?.[1];
    if (picture !== undefined) {
      count(['picture']);
      response.setHeader('content-type', 'image/png').end(pictureOf(picture));
      return;
    }
    const hostile = /^\/pictures\/hostile\/([\w-]+)$/.exec(path)?.[1];
    if (hostile !== undefined) {
      count(['picture']);
      if (await sendHostilePicture(response, hostile, path)) return;
    }
    if (path === '/login') {
      return send(response, {
        ...notFound,
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: loginPage,
      });
    }
    send(response, notFound);
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length }).end(bytes);
}

/** Promises all of it, sends half and breaks the connection. */
async function sendHalf(
  response: ServerResponse,
  { status, headers, body }: Answer,
): Promise<void> {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  await new Promise((resolve) => response.write(half, resolve));
  response.destroy();
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return Object.fromEntries(entries);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > mostBytes) throw new Error('the request is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
