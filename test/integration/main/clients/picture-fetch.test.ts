import type { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createEncrypted } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createPictureFetch,
  type PictureDeps,
} from '../../../../src/main/clients/picture-fetch.ts';
import { sampleCertificate } from '../../../sandbox/sample-certificate.ts';
import { pictureOf } from '../../../sandbox/server/picture.ts';

const png = pictureOf('x');

async function serve(answer: RequestListener, encrypted = false): Promise<URL> {
  const server = encrypted ? createEncrypted(sampleCertificate, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return new URL(`${encrypted ? 'https' : 'http'}://127.0.0.1:${port}/`);
}

const fetchFrom = (endpoint: URL, deps: Partial<PictureDeps> = {}) =>
  createPictureFetch({ endpoint, ...deps });

const elsewhere = new URL('https://api.pcvisit.example/graphql');

/** Answers for every name with these addresses. */
const resolving = (...addresses: string[]): typeof lookup =>
  ((_name: string, _options: unknown, answer: (error: null, found: unknown) => void) =>
    answer(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as never;

describe('fetching a picture', () => {
  it('asks as nobody, and believes its bytes', async () => {
    let asked: unknown;
    const url = await serve((request, response) => {
      asked = request.headers;
      response.setHeader('set-cookie', 'id=1').setHeader('content-type', 'text/html').end(png);
    });
    const answer = await fetchFrom(url)(`${url.href}a.png`);
    expect(answer).toEqual({ ok: true, type: 'image/png', bytes: png });
    expect(asked).toEqual({
      accept: 'image/png, image/jpeg, image/webp, image/gif',
      host: url.host,
      connection: 'close',
    });
  });

  it('follows a few redirects within the origin', async () => {
    const url = await serve((request, response) => {
      const hops = Number(request.url?.slice(1));
      if (hops > 0) response.writeHead(302, { location: `/${hops - 1}` }).end();
      else response.end(png);
    });
    expect(await fetchFrom(url)(`${url.href}3`)).toMatchObject({ ok: true });
    expect(await fetchFrom(url)(`${url.href}4`)).toEqual({
      ok: false,
      fault: 'too-many-redirects',
    });
  });

  it.each([
    'http://example.com/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,AA==',
    'file:///etc/passwd',
    'ftp://example.com/a.png',
    'https://user:secret@example.com/a.png',
    'a.png',
    '',
  ])('refuses %s', async (address) => {
    expect(await fetchFrom(elsewhere)(address)).toEqual({ ok: false, fault: 'address-refused' });
  });

  it.each([
    'https://127.0.0.1/a.png',
    'https://2130706433/a.png',
    'https://0x7f.1/a.png',
    'https://[::1]/a.png',
    'https://[::ffff:192.168.0.1]/a.png',
    'https://10.0.0.1:8443/a.png',
    'https://169.254.169.254/latest/meta-data/',
  ])('goes to no address of the local network: %s', async (address) => {
    expect(await fetchFrom(elsewhere)(address)).toEqual({ ok: false, fault: 'local-network' });
  });

  it('goes to no name that leads into the local network, not even in part', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '192.168.0.1'], ['fd00::1']]) {
      const fetch = fetchFrom(elsewhere, { lookup: resolving(...addresses) });
      const answer = await fetch('https://pictures.example/a.png');
      expect(answer).toEqual({ ok: false, fault: 'local-network' });
    }
  });

  it('is not led there by a redirect', async () => {
    let reached = false;
    const inner = await serve((_, response) => {
      reached = true;
      response.end(png);
    });
    const url = await serve((_, response) =>
      response.writeHead(302, { location: inner.href }).end(),
    );
    expect(await fetchFrom(url)(url.href)).toEqual({ ok: false, fault: 'address-refused' });
    const encrypted = await serve((_, response) => response.end(png), true);
    const other = await serve((_, response) =>
      response.writeHead(302, { location: encrypted.href }).end(),
    );
    expect(await fetchFrom(other)(other.href)).toEqual({ ok: false, fault: 'local-network' });
    expect(reached).toBe(false);
  });

  it('trusts no certificate but those it is told to', async () => {
    const url = await serve((_, response) => response.end(png), true);
    expect(await fetchFrom(url)(url.href)).toEqual({ ok: false, fault: 'unreachable' });
    const authorities = () => [sampleCertificate.cert];
    expect(await fetchFrom(url, { authorities })(url.href)).toMatchObject({ ok: true });
  });

  it('ends what is too large, whatever it announces', async () => {
    let sent = 0;
    const url = await serve((request, response) => {
      if (request.url === '/announced') response.setHeader('content-length', 2 ** 30);
      response.write(png);
      const more = (): void => {
        if (response.destroyed || sent > 2 ** 28) return;
        sent += 65_536;
        response.write(Buffer.alloc(65_536), more);
      };
      more();
    });
    for (const path of ['announced', 'endless']) {
      const answer = await fetchFrom(url)(url.href + path);
      expect(answer).toEqual({ ok: false, fault: 'too-large' });
    }
    expect(sent).toBeLessThan(2 ** 28);
  });

  it('ends what never ends', async () => {
    const url = await serve((_, response) => void response.write(png.subarray(0, 20)));
    const fetch = fetchFrom(url, { limits: { totalMs: 200 } });
    expect(await fetch(url.href)).toEqual({ ok: false, fault: 'timeout' });
  });

  it.each([
    ['404', 404, png, 'no-such-picture'],
    ['204', 204, '', 'no-such-picture'],
    ['a page', 200, '<!doctype html><p>'.padEnd(100), 'no-picture'],
    ['half a head', 200, png.subarray(0, 10), 'no-picture'],
    ['nothing', 200, '', 'no-picture'],
  ])('takes %s for no picture', async (_, status, body, fault) => {
    const url = await serve((__, response) => response.writeHead(status).end(body));
    expect(await fetchFrom(url)(url.href)).toEqual({ ok: false, fault });
  });

  it('tells that nobody is there', async () => {
    const url = await serve((_, response) => void response.destroy());
    expect(await fetchFrom(url)(url.href)).toEqual({ ok: false, fault: 'unreachable' });
  });
});
