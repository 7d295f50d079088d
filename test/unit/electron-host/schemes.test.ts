import { describe, expect, test } from 'vitest';
import { originOf, Schemes } from '../../electron-host/schemes.ts';

const schemes = new Schemes();
schemes.register([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

describe('a custom scheme', () => {
  test.each([
    ['app://tagwerk/', 'https://tagwerk.app.invalid/'],
    ['app://tagwerk/a/b.js?x=1#y', 'https://tagwerk.app.invalid/a/b.js?x=1#y'],
    ['app://tagwerk', 'https://tagwerk.app.invalid'],
  ])('%s is %s in Chromium, and back', (own, page) => {
    expect(schemes.toPage(own)).toBe(page);
    expect(schemes.fromPage(page)).toBe(own);
  });

  test.each([
    'https://example.com/',
    'https://tagwerk.app.example.com/',
    'https://tagwerk.other.invalid/',
    'https://tagwerk.app.invalid.example.com/',
    'about:blank',
    'mailto:a@b.invalid',
  ])('%s is left alone', (url) => {
    expect(schemes.toPage(url)).toBe(url);
    expect(schemes.fromPage(url)).toBe(url);
  });

  test('is named in a policy as Chromium knows it', () => {
    expect(schemes.policyToPage("default-src 'self'; img-src app: data:; font-src app://x")).toBe(
      "default-src 'self'; img-src https://*.app.invalid data:; font-src https://x.app.invalid",
    );
  });

  test('needs the privileges that make it an origin', () => {
    expect(() => schemes.register([{ scheme: 'plain' }])).toThrow(/without standard and secure/);
    const privileges = { standard: true, secure: true, bypassCSP: true };
    expect(() => schemes.register([{ scheme: 'free', privileges }])).toThrow(/bypassCSP/);
  });
});

test.each([
  ['app://tagwerk/a', 'app://tagwerk'],
  ['https://example.com:8443/a', 'https://example.com:8443'],
  ['file:///a', 'file://'],
  ['about:blank', 'null'],
  ['nonsense', 'null'],
])('the origin of %s is %s', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});
