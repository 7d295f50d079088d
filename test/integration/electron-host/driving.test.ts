import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFixture, temporaryFolder, type Fixture } from './support.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.app.close());

type Options = Pick<Electron.BrowserWindowConstructorOptions, 'kiosk'> & {
  webPreferences?: Pick<
    Electron.WebPreferences,
    'sandbox' | 'contextIsolation' | 'nodeIntegration' | 'webSecurity' | 'preload' | 'zoomFactor'
  >;
};

/** What making a window with these options throws. */
function refusal(options: Options): Promise<string> {
  return fixture.app.evaluate(({ BrowserWindow }, given) => {
    try {
      new BrowserWindow(given).destroy();
      return 'made';
    } catch (error) {
      return (error as Error).message;
    }
  }, options);
}

describe('driven by Playwright as Electron is', () => {
  test('windows, browserWindow, evaluate and tracing', async () => {
    const { app, page } = fixture;
    expect(app.windows()).toEqual([page]);
    const trace = join(temporaryFolder(), 'trace.zip');
    await app.context().tracing.start({ snapshots: true, screenshots: true });
    const window = await app.browserWindow(page);
    expect(await window.evaluate((each: Electron.BrowserWindow) => each.getBounds())).toMatchObject(
      {
        width: 900,
        height: 600,
      },
    );
    expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([900, 600]);
    await app.context().tracing.stop({ path: trace });
    expect(statSync(trace).size).toBeGreaterThan(1_000);
  });

  test('versions, names and arguments are those of the app', async () => {
    const said = await fixture.app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      packaged: app.isPackaged,
      electron: process.versions.electron,
      chrome: process.versions['chrome'],
      type: (process as unknown as { type: string }).type,
      argument: process.argv[1],
    }));
    expect(said).toMatchObject({ name: 'Fixture', version: '1.2.3', packaged: false });
    expect(said.electron).toMatch(/^\d+\.\d+\.\d+/);
    expect(said.chrome).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(said.type).toBe('browser');
    expect(said.argument).toMatch(/fixtures\/app$/);
  });

  test('a page that is closed closes its window, and the app stays', async () => {
    const { app } = fixture;
    const opened = app.waitForEvent('window');
    await app.evaluate(() => {
      const { fixture: own } = globalThis as unknown as { fixture: { createWindow(): void } };
      own.createWindow();
    });
    const page = await opened;
    await page.getByRole('heading', { name: 'Fixture' }).waitFor();
    await page.close();
    const left = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(left).toBe(1);
  });
});

describe('a window', () => {
  test('cannot be made less safe', async () => {
    const prefix = 'the host only runs sandboxed, isolated windows: webPreferences.';
    expect(await refusal({ webPreferences: { sandbox: false } })).toBe(`${prefix}sandbox is false`);
    expect(await refusal({ webPreferences: { contextIsolation: false } })).toBe(
      `${prefix}contextIsolation is false`,
    );
    expect(await refusal({ webPreferences: { nodeIntegration: true } })).toBe(
      `${prefix}nodeIntegration is true`,
    );
    expect(await refusal({ webPreferences: { webSecurity: false } })).toBe(
      'not implemented by the host: webPreferences.webSecurity: false',
    );
    expect(await refusal({ webPreferences: { preload: 'preload.js' } })).toBe(
      'preload script must have absolute path: preload.js',
    );
  });

  test('does not take what the host does not know', async () => {
    expect(await refusal({ kiosk: true })).toBe(
      'not implemented by the host: BrowserWindow option "kiosk"',
    );
    expect(await refusal({ webPreferences: { zoomFactor: 2 } })).toBe(
      'not implemented by the host: webPreferences.zoomFactor',
    );
  });
});

describe('what the host does not know', () => {
  test('throws, by name, wherever it is met', async () => {
    const said = await fixture.app.evaluate((electron) => {
      const { app, BrowserWindow, session, webContents } = electron;
      const [window] = BrowserWindow.getAllWindows();
      const attempt = (run: () => unknown): string => {
        try {
          return String(run());
        } catch (error) {
          return (error as Error).message.replace('not implemented by the host: ', '');
        }
      };
      type Loose = Record<string, () => unknown>;
      return [
        attempt(() => app.getGPUInfo('basic')),
        attempt(() => app.on('login', () => undefined) && 'known'),
        attempt(() => app.on('not-an-event' as 'ready', () => undefined)),
        attempt(() => window?.setKiosk(true)),
        attempt(() => window?.webContents.invalidate()),
        attempt(() => session.defaultSession.cookies),
        attempt(() => electron.safeStorage.isEncryptionAvailable()),
        attempt(() => new electron.WebContentsView()),
        attempt(() => webContents.fromFrame),
        attempt(() => (electron as unknown as Loose)['notThere']?.()),
      ];
    });
    expect(said).toEqual([
      'app.getGPUInfo',
      'known',
      'the event "not-an-event" of app',
      'BrowserWindow.setKiosk',
      'webContents.invalidate',
      'session.cookies',
      'electron.safeStorage.isEncryptionAvailable',
      'electron.WebContentsView',
      'webContents.fromFrame',
      'electron.notThere',
    ]);
  });
});
