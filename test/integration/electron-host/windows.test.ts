import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFixture, type Fixture } from './support.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.app.close());

describe('a window', () => {
  test('says what happens to it, in order', async () => {
    const events = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const heard: string[] = [];
      const window = new BrowserWindow({ show: false, width: 400, height: 300 });
      type Listen = (event: string, listener: () => void) => void;
      const names = ['show', 'hide', 'focus', 'blur', 'minimize', 'restore', 'resize', 'closed'];
      for (const name of names) (window.on.bind(window) as Listen)(name, () => heard.push(name));
      let stay = true;
      window.on('close', (event) => {
        heard.push('close');
        if (stay) event.preventDefault();
      });
      const state = (): string =>
        [window.isVisible(), window.isFocused(), window.isMinimized()].map(Number).join('');
      heard.push(state());
      await window.loadURL('app://fixture/second.html');
      window.show();
      heard.push(state());
      window.setSize(500, 350);
      window.minimize();
      heard.push(state());
      window.restore();
      window.hide();
      heard.push(state());
      window.showInactive();
      heard.push(state());
      window.close();
      heard.push(String(window.isDestroyed()));
      stay = false;
      window.close();
      heard.push(String(window.isDestroyed()));
      return heard;
    });
    expect(events).toEqual([
      '000',
      'show',
      'focus',
      '110',
      'resize',
      'blur',
      'minimize',
      '101',
      'restore',
      'focus',
      'blur',
      'hide',
      '000',
      'show',
      '100',
      'close',
      'false',
      'close',
      'closed',
      'true',
    ]);
  });

  test('has the size of its page, and changes it', async () => {
    const sizes = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, width: 640, height: 480 });
      await window.loadURL('app://fixture/second.html');
      const inner = (): Promise<unknown> =>
        window.webContents.executeJavaScript('[innerWidth, innerHeight]');
      const first = await inner();
      window.setBounds({ width: 700, height: 500 });
      // The page hears of it when it gets round to it; where it never does, the test's time runs out.
      let second = await inner();
      while (String(second) === String(first)) second = await inner();
      const bounds = window.getBounds();
      window.destroy();
      return { first, second, bounds };
    });
    expect(sizes.first).toEqual([640, 480]);
    expect(sizes.second).toEqual([700, 500]);
    expect(sizes.bounds).toMatchObject({ width: 700, height: 500 });
  });

  test('that is destroyed says so', async () => {
    const said = await fixture.app.evaluate(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const contents = window.webContents;
      window.destroy();
      const attempt = (run: () => unknown): string => {
        try {
          return String(run());
        } catch (error) {
          return String(error);
        }
      };
      return [
        attempt(() => window.isDestroyed()),
        attempt(() => contents.isDestroyed()),
        attempt(() => window.show()),
        attempt(() => window.webContents),
        attempt(() => contents.send('x')),
        attempt(() => contents.getURL()),
      ];
    });
    const gone = 'TypeError: Object has been destroyed';
    expect(said).toEqual(['true', 'true', gone, gone, gone, gone]);
  });

  test('shows files, and what an address itself holds', async () => {
    const titles = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      const title = (): Promise<unknown> =>
        window.webContents.executeJavaScript("document.querySelector('h1').textContent");
      await window.loadFile('pages/second.html', { hash: 'here' });
      const file = [await title(), window.webContents.getURL().replace(/.*\//, '')];
      await window.loadURL('data:text/html,<h1>Data</h1>');
      const data = await title();
      window.destroy();
      return [...file, data];
    });
    expect(titles).toEqual(['Second', 'second.html#here', 'Data']);
  });

  test('is pictured', async () => {
    const size = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const image = await window?.webContents.capturePage();
      return [image?.isEmpty(), image?.getSize(), image?.toPNG().subarray(1, 4).toString()];
    });
    expect(size).toEqual([false, { width: 900, height: 600 }, 'PNG']);
  });

  test('shows its title, unless the app keeps its own', async () => {
    const titles = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const made = [true, false].map((keep) => {
        const window = new BrowserWindow({ show: false, title: 'Own' });
        const changed = new Promise<void>((resolve) => {
          window.on('page-title-updated', (event, title) => {
            if (keep) event.preventDefault();
            if (title === 'Second') setImmediate(resolve);
          });
        });
        return { window, changed };
      });
      for (const { window } of made) void window.loadURL('app://fixture/second.html');
      await Promise.all(made.map(({ changed }) => changed));
      return made.map(({ window }) => {
        const title = window.getTitle();
        window.destroy();
        return title;
      });
    });
    expect(titles).toEqual(['Own', 'Second']);
  });

  test('tells of keys, and of what its page logs', async () => {
    const heard = fixture.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<unknown[]>((resolve) => {
          const lines: unknown[] = [];
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.on('before-input-event', (_event, { type, key, control }) => {
            lines.push([type, key, control]);
          });
          contents?.on('console-message', ({ level, message }) => {
            lines.push([level, message]);
            resolve(lines);
          });
        }),
    );
    await expect
      .poll(async () => {
        await fixture.page.keyboard.press('Control+k');
        await fixture.page.evaluate(() => console.warn('careful', 1));
        return Promise.race([heard, Promise.resolve('nothing yet')]);
      })
      .not.toBe('nothing yet');
    const lines = await heard;
    expect(lines).toContainEqual(['keyDown', 'k', true]);
    expect(lines).toContainEqual(['warning', 'careful 1']);
  });
});

describe('what happens to a page', () => {
  test('its renderer crashes: the app is told, and loads it again', async () => {
    const story = await fixture.app.evaluate(
      ({ BrowserWindow, app }) =>
        new Promise<unknown[]>((resolve) => {
          const told: unknown[] = [];
          app.once('render-process-gone', (_event, _contents, { reason }) => told.push(reason));
          const { fixture: own } = globalThis as unknown as {
            fixture: { createWindow(): Electron.BrowserWindow };
          };
          const window = own.createWindow();
          const { webContents } = window;
          webContents.once('render-process-gone', (_event, { reason }) => {
            told.push(reason, webContents.isCrashed());
            webContents.once('did-finish-load', () => {
              const alive = webContents.executeJavaScript("window.bridge.invoke('echo', 'alive')");
              void alive.then((answer: unknown) => {
                window.destroy();
                resolve([...told, answer, BrowserWindow.getAllWindows().length]);
              });
            });
            webContents.reload();
          });
          webContents.once('did-finish-load', () => webContents.forcefullyCrashRenderer());
        }),
    );
    expect(story).toEqual(['crashed', true, 'crashed', ['alive'], 1]);
  });

  test('the theme the app sets is the one its pages see', async () => {
    const dark = (): Promise<unknown> =>
      fixture.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
    const set = (source: 'dark' | 'light' | 'system'): Promise<boolean> =>
      fixture.app.evaluate(({ nativeTheme }, value) => {
        nativeTheme.themeSource = value;
        return nativeTheme.shouldUseDarkColors;
      }, source);
    expect(await set('dark')).toBe(true);
    await expect.poll(dark).toBe(true);
    expect(await set('light')).toBe(false);
    await expect.poll(dark).toBe(false);
    await set('system');
  });
});
