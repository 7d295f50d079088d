import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appSchemes,
  listFiles,
  respond,
  serveApp,
} from '../../../../src/main/desktop/app-protocol.ts';
import { contentSecurityPolicy } from '../../../../src/main/desktop/csp.ts';
import { isAppUrl } from '../../../../src/main/desktop/origin.ts';
import { SessionDouble } from '../../../support/electron-double.ts';

let outer: string;
let root: string;
beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'tagwerk-protocol-'));
  root = join(outer, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(outer, 'secret.js'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/index-1.js'), 'export {}');
  writeFileSync(join(root, 'assets/style.css'), ':root{}');
  writeFileSync(join(root, 'assets/Inter Ü.woff2'), 'font');
  writeFileSync(join(root, 'assets/index-1.js.map'), '{}');
  writeFileSync(join(root, '.env'), 'secret');
  symlinkSync(join(outer, 'secret.js'), join(root, 'assets/link.js'));
  symlinkSync(outer, join(root, 'outer'));
});
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => respond({ url, method }, listFiles(root));

describe('the scheme', () => {
  it('is standard and secure, and may nothing else', () => {
    expect(appSchemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
    ]);
  });
});

describe('what is served', () => {
  it.each([
    ['app://tagwerk/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://tagwerk/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://tagwerk/index.html?x=1#y', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://tagwerk/assets/index-1.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['app://tagwerk/assets/style.css', 'text/css; charset=utf-8', ':root{}'],
    ['app://tagwerk/assets/Inter%20%C3%9C.woff2', 'font/woff2', 'font'],
  ])('%s', async (url, type, body) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(body);
  });

  it.each([
    ['what is not there', 'app://tagwerk/missing.js'],
    ['a folder', 'app://tagwerk/assets/'],
    ['a kind that the page does not need', 'app://tagwerk/assets/index-1.js.map'],
    ['a hidden file', 'app://tagwerk/.env'],
    ['a file outside', 'app://tagwerk/../secret.js'],
    ['a file outside, encoded', 'app://tagwerk/%2e%2e/secret.js'],
    ['a file outside, encoded whole', 'app://tagwerk/%2e%2e%2fsecret.js'],
    ['a file outside, encoded twice', 'app://tagwerk/%252e%252e%252fsecret.js'],
    ['a file outside with backslashes', 'app://tagwerk/..\\secret.js'],
    ['a file outside with encoded backslashes', 'app://tagwerk/..%5csecret.js'],
    ['a file outside from a folder', 'app://tagwerk/assets/%2e%2e/%2e%2e/secret.js'],
    ['a link', 'app://tagwerk/assets/link.js'],
    ['a file behind a linked folder', 'app://tagwerk/outer/secret.js'],
    ['a name with a NUL', 'app://tagwerk/index.html%00.js'],
    ['an absolute path', 'app://tagwerk//etc/passwd'],
    ['a drive', 'app://tagwerk/C:/Windows/win.ini'],
    ['a broken encoding', 'app://tagwerk/%E0%A4%A'],
    ['another host', 'app://elsewhere/index.html'],
    ['another scheme', 'https://tagwerk/index.html'],
    ['another writing of the name', 'app://tagwerk/INDEX.HTML'],
  ])('is not %s', async (_what, url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is not written to with %s', async (method) => {
    expect((await get('app://tagwerk/', method)).status).toBe(405);
  });

  it('tells of a file without sending it', async () => {
    const response = await get('app://tagwerk/', 'HEAD');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('is never anything from outside, whatever is asked for', async () => {
    const pieces = fc.constantFrom(
      '..',
      '%2e',
      '/',
      '\\',
      '%5c',
      '%2f',
      'secret.js',
      'outer',
      '%00',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async (path) => {
        const response = await get(`app://tagwerk/${path.join('')}`);
        expect(await response.text()).not.toContain('secret');
      }),
    );
  });

  it('is served through the session that it is given', async () => {
    const session = new SessionDouble();
    serveApp(session.protocol, root);
    const handler = session.handlers.get('app');
    const response = await handler?.(new Request('app://tagwerk/index.html'));
    expect(await response?.text()).toBe('<!doctype html>');
  });
});

describe('what goes along', () => {
  it.each(['app://tagwerk/', 'app://tagwerk/assets/index-1.js', 'app://tagwerk/missing'])(
    'guards %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
    },
  );

  const directives = new Map(
    contentSecurityPolicy.split('; ').map((directive): [string, string] => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['connect-src', "'none'"],
    ['font-src', "'self'"],
    ['img-src', "'self' data:"],
    ['frame-src', "'none'"],
    ['worker-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
  ])('limits %s to %s', (name, sources) => {
    expect(directives.get(name)).toBe(sources);
  });

  it('names no host, no scheme but data:, and nothing unsafe for scripts', () => {
    const sources = [...directives.values()].join(' ');
    expect(sources).not.toMatch(/https?:|wss?:|\*|unsafe-eval|strict-dynamic|blob:/);
    expect(directives.get('script-src')).not.toContain('unsafe');
  });
});

describe('isAppUrl', () => {
  it.each([
    ['app://tagwerk/', true],
    ['app://tagwerk/index.html#/today', true],
    ['app://tagwerk:80/', false],
    ['app://tagwerk.de/', false],
    ['app://x@tagwerk/', false],
    ['app:///tagwerk/', false],
    ['https://tagwerk/', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (url, ours) => {
    expect(isAppUrl(url)).toBe(ours);
  });
});
