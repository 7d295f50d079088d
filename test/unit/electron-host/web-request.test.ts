import { expect, test } from 'vitest';
import { createWebRequests } from '../../electron-host/api/web-request.ts';

test.each([
  [['<all_urls>'], 'app://x/', true],
  [['*://*.example.com/*'], 'https://a.example.com/x?y', true],
  [['*://*.example.com/*'], 'https://example.com/', true],
  [['*://*.example.com/*'], 'https://example.com.evil.invalid/', false],
  [['https://example.com/only*'], 'https://example.com/other', false],
  [['app://*/*'], 'app://tagwerk/index.html', true],
  [['*://*/*'], 'app://tagwerk/index.html', false],
])('a request filter of %s asked for %s: %s', async (urls, url, heard) => {
  const requests = createWebRequests(() => undefined);
  requests.face.onBeforeRequest({ urls }, (_details, answer) => answer({ cancel: true }));
  const answer = await requests.ask('onBeforeRequest', url, {});
  expect(answer).toEqual(heard ? { cancel: true } : null);
});
