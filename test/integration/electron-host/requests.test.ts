import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFixture, type Fixture } from './support.ts';

interface FixturePage {
  permission(name: string): Promise<string>;
}
declare const page: FixturePage;

interface InMain {
  fixture: { asked: string[]; requests: string[]; downloads: string[] };
}

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.app.close());

function inMain(): Promise<InMain['fixture']> {
  return fixture.app.evaluate(() => {
    const { asked, requests, downloads } = (globalThis as unknown as InMain).fixture;
    return { asked, requests, downloads };
  });
}

describe('other windows', () => {
  test('are asked for and denied: nothing opens, and the page learns nothing', async () => {
    const opened = await fixture.page.evaluate(() => {
      const { open } = globalThis as unknown as { open(url: string): unknown };
      return String(open('https://example.invalid/open'));
    });
    expect(opened).toBe('null');
    await fixture.page.click('#blank');
    await fixture.page.click('#inside', { modifiers: ['Control'] });
    await expect
      .poll(async () => (await inMain()).asked)
      .toEqual([
        'https://example.invalid/open',
        'https://example.invalid/blank',
        'app://fixture/second.html',
      ]);
    expect(fixture.app.windows()).toHaveLength(1);
  });

  test('by a form that wants one are closed before they ask for anything', async () => {
    const before = (await inMain()).asked.length;
    await fixture.page.evaluate(() => {
      const { document } = globalThis as unknown as {
        document: { querySelector(name: string): { requestSubmit(): void } };
      };
      document.querySelector('form').requestSubmit();
    });
    await expect.poll(async () => (await inMain()).asked.length).toBe(before + 1);
    await expect.poll(() => fixture.app.windows().length).toBe(1);
    expect((await inMain()).requests).not.toContain('app://fixture/second.html');
  });
});

describe('what a page asks of the browser', () => {
  test('is refused where the app’s handlers say so', async () => {
    const states = await fixture.page.evaluate(() =>
      Promise.all(['geolocation', 'notifications', 'camera', 'microphone'].map(page.permission)),
    );
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
    const position = await fixture.page.evaluate(
      () =>
        new Promise((resolve) => {
          const { geolocation } = navigator as unknown as {
            geolocation: {
              getCurrentPosition(yes: () => void, no: (error: { code: number }) => void): void;
            };
          };
          geolocation.getCurrentPosition(
            () => resolve('located'),
            ({ code }) => resolve(code),
          );
        }),
    );
    expect(position).toBe(1);
  });

  test('is granted where there is no handler, as in Electron', async () => {
    const state = await fixture.app.evaluate(async ({ BrowserWindow, session }) => {
      const own = session.fromPartition('careless');
      own.protocol.handle('app', () => new Response('hello'));
      const window = new BrowserWindow({ show: false, webPreferences: { session: own } });
      await window.loadURL('app://careless/');
      const answer: unknown = await window.webContents.executeJavaScript(
        "navigator.permissions.query({ name: 'geolocation' }).then((each) => each.state)",
      );
      window.destroy();
      return answer;
    });
    expect(state).toBe('granted');
  });

  test('downloads reach the session, and never the disk', async () => {
    await fixture.page.click('#download');
    await expect
      .poll(async () => (await inMain()).downloads)
      .toEqual(['app://fixture/page.js page.js']);
  });
});

describe('webRequest', () => {
  test('blocks, and sees what goes by', async () => {
    const seen = await fixture.app.evaluate(async ({ BrowserWindow, session }) => {
      const own = session.fromPartition('watched');
      const lines: string[] = [];
      own.webRequest.onBeforeRequest((details, answer) => {
        lines.push(`${details.resourceType} ${details.url}`);
        answer({ cancel: details.url.endsWith('.js') });
      });
      own.webRequest.onHeadersReceived((details, answer) => {
        lines.push(`${details.statusCode} ${details.url}`);
        answer({ responseHeaders: { ...details.responseHeaders, 'x-added': ['by the app'] } });
      });
      own.protocol.handle('app', (request) =>
        request.url.endsWith('/data')
          ? new Response('data')
          : new Response('<script src="/blocked.js"></script>', {
              headers: { 'content-type': 'text/html' },
            }),
      );
      const window = new BrowserWindow({ show: false, webPreferences: { session: own } });
      await window.loadURL('app://watched/');
      const added: unknown = await window.webContents.executeJavaScript(
        "fetch('/data').then((answer) => answer.headers.get('x-added'))",
      );
      window.destroy();
      return { lines, added };
    });
    expect(seen).toEqual({
      added: 'by the app',
      lines: [
        'mainFrame app://watched/',
        '200 app://watched/',
        'script app://watched/blocked.js',
        'xhr app://watched/data',
        '200 app://watched/data',
      ],
    });
  });
});
