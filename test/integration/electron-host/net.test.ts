import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createRawServer, type AddressInfo, type Server } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Session } from 'electron';
import { afterAll, describe, expect, test } from 'vitest';
import { createFetch } from '../../electron-host/api/net.ts';
import type { HostSession } from '../../electron-host/api/session.ts';
import { Lifecycle } from '../../electron-host/lifecycle.ts';
import { sampleCertificate } from '../../sandbox/sample-certificate.ts';

const open: { close(): unknown }[] = [];
afterAll(() => open.forEach((server) => server.close()));

async function listen(server: Server): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = async (handler: RequestListener): Promise<string> =>
  `http://${await listen(createPlainServer(handler))}/`;

const life = new Lifecycle();
life.reachReady();
const handlers: Pick<HostSession['protocol'], 'handlerOf'> = {
  handlerOf: (url) =>
    url.startsWith('app://') ? (request) => new Response(`own ${request.url}`) : undefined,
};
const session = {
  protocol: handlers,
  face: { getUserAgent: () => 'Agent/1.0' },
} as unknown as HostSession;
const fetch: Session['fetch'] = createFetch(life, () => session);

const failure = (url: string, init?: RequestInit): Promise<string> =>
  fetch(url, init)
    .then((response) => response.text())
    .catch((error: Error) => error.message);

describe('net.fetch', () => {
  test('sends and receives as fetch does, in the browser’s name and without cookies', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        const { 'user-agent': agent, cookie } = request.headers;
        response.setHeader('set-cookie', 'a=b');
        response.end(JSON.stringify({ method: request.method, agent, cookie, body }));
      });
    });
    await fetch(url);
    const response = await fetch(url, { method: 'POST', body: 'text' });
    expect(await response.json()).toEqual({ method: 'POST', agent: 'Agent/1.0', body: 'text' });
  });

  test('does not follow a redirect it was told not to follow', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/there') response.end('there');
      else response.writeHead(302, { location: '/there' }).end();
    });
    expect(await failure(url)).toBe('there');
    expect(await failure(url, { redirect: 'manual' })).toBe('Redirect was cancelled');
    expect(await failure(url, { redirect: 'error' })).toBe(
      "Attempted to redirect, but redirect policy was 'error'",
    );
  });

  test('names network errors as Chromium does', async () => {
    const closed = createPlainServer();
    const address = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    expect(await failure(`http://${address}/`)).toBe('net::ERR_CONNECTION_REFUSED');
    expect(await failure('http://nowhere.invalid/')).toBe('net::ERR_NAME_NOT_RESOLVED');

    const hangsUp = createRawServer((socket) => socket.once('data', () => socket.end()));
    expect(await failure(`http://${await listen(hangsUp)}/`)).toBe('net::ERR_EMPTY_RESPONSE');

    const { key, cert } = sampleCertificate;
    const untrusted = await listen(createTlsServer({ key, cert }));
    expect(await failure(`https://${untrusted}/`)).toBe('net::ERR_CERT_AUTHORITY_INVALID');
    const plain = new URL(await serve((_request, response) => void response.end()));
    expect(await failure(`https://${plain.host}/`)).toBe('net::ERR_SSL_PROTOCOL_ERROR');
  });

  test('names a body that breaks off as Chromium does', async () => {
    const announced = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => response.destroy());
    });
    expect(await failure(announced)).toBe('net::ERR_CONTENT_LENGTH_MISMATCH');
    const chunked = await serve((_request, response) => {
      response.writeHead(200).write('half');
      setImmediate(() => response.destroy());
    });
    expect(await failure(chunked)).toBe('net::ERR_INCOMPLETE_CHUNKED_ENCODING');
  });

  test('an abort is the caller’s own reason', async () => {
    const url = await serve(() => undefined);
    const signal = AbortSignal.timeout(20);
    const outcome = await fetch(url, { signal }).catch((error: Error) => error.name);
    expect(outcome).toBe('TimeoutError');
  });

  test('answers the app’s own scheme and files', async () => {
    expect(await failure('app://fixture/a')).toBe('own app://fixture/a');
    const file = pathToFileURL(import.meta.filename).href;
    expect(await failure(file)).toContain('answers the app’s own scheme and files');
    expect(await failure(`${file}.missing`)).toBe('net::ERR_FILE_NOT_FOUND');
  });
});
