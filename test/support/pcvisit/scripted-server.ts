import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it arrived. */
export interface Asked {
  /** The name of the operation; empty where the body is no GraphQL. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly query: string;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body?: unknown;
  /** Breaks the connection: before a byte is sent, or after half of the body. */
  readonly cut?: 'at once' | 'halfway';
  /** Never answers, or stops halfway and stays silent. */
  readonly hang?: 'at once' | 'halfway';
  /** Sends this text over and over again for ever. */
  readonly endless?: string;
}

export type Script = (asked: Asked, nth: number) => Reply | Promise<Reply>;

export interface ScriptedServer {
  readonly url: URL;
  readonly asked: readonly Asked[];
  /** How often an operation was asked. */
  count(operation: string): number;
  close(): Promise<void>;
}

/** A real HTTP server on the loopback interface that answers as a test has it. */
export async function serve(
  script: Script,
  tls?: { readonly key: string; readonly cert: string },
): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const one = readAsked(request, await text(request));
      asked.push(one);
      const nth = asked.filter(({ operation }) => operation === one.operation).length;
      const reply = await script(one, nth);
      const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
      if (reply.cut === 'at once') return request.socket.destroy();
      if (reply.hang === 'at once') return;
      response.writeHead(reply.status ?? 200, {
        'content-type': 'application/json',
        ...reply.headers,
        ...(reply.cut && { 'content-length': String(Buffer.byteLength(body)) }),
      });
      if (reply.endless !== undefined) return pour(response, reply.endless);
      if (!reply.cut && !reply.hang) return response.end(body);
      response.write(body.slice(0, Math.ceil(body.length / 2)), () => {
        if (reply.cut) request.socket.destroy();
      });
    })();
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`${tls ? 'https' : 'http'}://127.0.0.1:${port}/graphql`),
    asked,
    count: (operation) => asked.filter((one) => one.operation === operation).length,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pour(response: NodeJS.WritableStream, chunk: string): void {
  const next = () => {
    if (response.writable) response.write(chunk, () => setImmediate(next));
  };
  next();
}

function readAsked(request: IncomingMessage, body: string): Asked {
  const { method = '', url = '', headers } = request;
  let sent: Partial<Record<string, unknown>> = {};
  try {
    sent = JSON.parse(body) as typeof sent;
  } catch {
    // No GraphQL: the test will see an empty operation.
  }
  const { operationName, query, variables } = sent;
  return {
    operation: typeof operationName === 'string' ? operationName : '',
    query: typeof query === 'string' ? query : '',
    variables: (variables ?? {}) as Asked['variables'],
    method,
    url,
    headers,
  };
}
