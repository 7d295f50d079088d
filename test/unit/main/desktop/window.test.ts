import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WindowBounds } from '../../../../src/main/desktop/window-bounds.ts';
import { ground, windowOptions } from '../../../../src/main/desktop/window-options.ts';
import { createMainWindow, type MainWindowDeps } from '../../../../src/main/desktop/window.ts';
import { createElectronDouble, type ElectronDouble } from '../../../support/electron-double.ts';

let electron: ElectronDouble;
let kept: { read: unknown; written: WindowBounds[] };
let told: { crashes: number; open: boolean[]; reports: string[] };
beforeEach(() => {
  electron = createElectronDouble();
  kept = { read: undefined, written: [] };
  told = { crashes: 0, open: [], reports: [] };
});

function create(change: Partial<MainWindowDeps> = {}) {
  return createMainWindow({
    app: electron.app.asElectron(),
    create: electron.createWindow,
    theme: electron.theme.asElectron(),
    workAreas: () => [{ x: 0, y: 0, width: 1920, height: 1080 }],
    bounds: { read: () => kept.read, write: (bounds) => kept.written.push(bounds) },
    session: electron.session.asElectron(),
    preload: '/app/out/preload/index.cjs',
    packaged: true,
    icon: null,
    headless: false,
    trayPresent: () => true,
    tellCrash: () => (told.crashes += 1),
    onChange: (open) => told.open.push(open),
    report: (message) => told.reports.push(message),
    ...change,
  });
}

describe('what the page is given', () => {
  const preferences = (packaged: boolean) =>
    windowOptions({
      bounds: { width: 1, height: 1, maximized: false },
      preload: '/app/out/preload/index.cjs',
      session: electron.session.asElectron(),
      dark: false,
      packaged,
      icon: null,
    }).webPreferences ?? {};

  it.each([
    ['contextIsolation', true],
    ['sandbox', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['plugins', false],
    ['spellcheck', false],
    ['devTools', false],
    ['preload', '/app/out/preload/index.cjs'],
  ] as const)('sets %s to %s', (name, value) => {
    expect(preferences(true)[name]).toBe(value);
  });

  it('lives in the session that is guarded', () => {
    expect(preferences(true).session).toBe(electron.session);
  });

  it('has developer tools only where it is not packaged', () => {
    expect(preferences(false).devTools).toBe(true);
  });

  it('turns nothing else on', () => {
    const on = Object.entries(preferences(true)).filter(([, value]) => value === true);
    expect(on.map(([name]) => name).sort()).toEqual(['contextIsolation', 'sandbox', 'webSecurity']);
  });
});

describe('the window', () => {
  it('opens where it was, no smaller than 720 × 480', () => {
    kept.read = { x: 100, y: 80, width: 900, height: 600, maximized: false };
    create().show();
    expect(electron.window().options).toMatchObject({
      x: 100,
      y: 80,
      width: 900,
      height: 600,
      minWidth: 720,
      minHeight: 480,
    });
  });

  it('loads the page of our own scheme', () => {
    create().show();
    expect(electron.window().webContents.mainFrame.url).toBe('app://tagwerk/');
  });

  it.each(['ready-to-show', 'did-finish-load'])('is shown after %s, not before', (event) => {
    create().show();
    const window = electron.window();
    expect(window.isVisible()).toBe(false);
    (event === 'ready-to-show' ? window : window.webContents).emit(event);
    expect(window.isVisible()).toBe(true);
  });

  it('comes back maximised', () => {
    kept.read = { x: 0, y: 0, width: 900, height: 600, maximized: true };
    create().show();
    electron.window().emit('ready-to-show');
    expect(electron.window().isMaximized()).toBe(true);
  });

  it('is there once, and comes to the front when it is wanted again', () => {
    const main = create();
    main.show();
    const window = electron.window();
    window.emit('ready-to-show');
    window.minimize();
    main.show();
    expect(electron.app.windows).toHaveLength(1);
    expect([window.isMinimized(), window.isVisible(), window.isFocused()]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('ends its renderer when it is closed, keeps the app, and remembers its place', () => {
    const main = create();
    main.show();
    const window = electron.window();
    window.bounds = { x: 5, y: 6, width: 800, height: 500 };
    window.close();
    expect(window.isDestroyed()).toBe(true);
    expect(window.webContents.isDestroyed()).toBe(true);
    expect(electron.app.hasQuit).toBe(false);
    expect(kept.written).toEqual([{ x: 5, y: 6, width: 800, height: 500, maximized: false }]);
    expect(main.isOpen()).toBe(false);
    expect(main.contents()).toEqual([]);
    expect(told.open).toEqual([true, false]);
    main.show();
    expect(electron.window()).not.toBe(window);
  });

  it('is minimised instead where nothing else would bring it back', () => {
    create({ trayPresent: () => false }).show();
    const window = electron.window();
    window.close();
    expect(window.isDestroyed()).toBe(false);
    expect(window.isMinimized()).toBe(true);
  });

  it('does not hold up quitting, tray or not', () => {
    create({ trayPresent: () => false }).show();
    electron.app.quit();
    expect(electron.app.hasQuit).toBe(true);
  });

  it('closes although its place cannot be kept', () => {
    const write = (): never => {
      throw new Error('ENOSPC');
    };
    create({ bounds: { read: () => undefined, write } }).show();
    const window = electron.window();
    window.close();
    expect(window.isDestroyed()).toBe(true);
    expect(told.reports).toEqual(['The window’s place could not be kept.']);
  });

  it('shows itself when macOS activates the app', () => {
    create();
    electron.app.emit('activate');
    expect(electron.app.windows).toHaveLength(1);
  });

  it('is never shown headless, but runs', () => {
    const main = create({ headless: true, trayPresent: () => false });
    main.show();
    const window = electron.window();
    window.emit('ready-to-show');
    main.show();
    expect(window.isVisible()).toBe(false);
    window.close();
    expect(window.isDestroyed()).toBe(true);
    expect(electron.app.hasQuit).toBe(false);
  });

  it('has the page’s ground from the start, and when the theme changes', () => {
    electron.theme.set(true);
    create().show();
    expect(electron.window().background).toBe(ground.dark);
    electron.theme.set(false);
    expect(electron.window().background).toBe(ground.light);
    electron.window().close();
    electron.theme.set(true);
  });

  it('has the very ground that the page has', () => {
    const colours = readFileSync(
      join(import.meta.dirname, '../../../../src/renderer/styles/colours.css'),
      'utf8',
    );
    const [, light, dark] = /--ground: light-dark\((\S+), (\S+)\);/.exec(colours) ?? [];
    expect({ light, dark }).toEqual(ground);
  });
});

describe('a page that crashes', () => {
  const crash = (reason = 'crashed'): void => {
    electron.window().webContents.emit('render-process-gone', {}, { reason, exitCode: 11 });
  };

  it('is loaded again, once', () => {
    create().show();
    crash();
    expect(electron.window().webContents.reloads).toBe(1);
    expect(told.crashes).toBe(0);
    expect(told.reports).toEqual(['The page is gone: crashed, exit code 11.']);
  });

  it('is closed and told of the second time, and can be opened again', () => {
    const main = create();
    main.show();
    crash();
    crash('oom');
    expect(told.crashes).toBe(1);
    expect(electron.app.windows).toEqual([]);
    expect(electron.app.hasQuit).toBe(false);
    main.show();
    crash();
    expect(electron.window().webContents.reloads).toBe(1);
  });

  it('ends the app the second time where there is no tray: a start brings it back', () => {
    create({ trayPresent: () => false }).show();
    crash();
    crash();
    expect(electron.app.hasQuit).toBe(true);
  });

  it('is none where the renderer ended as it should', () => {
    create().show();
    crash('clean-exit');
    expect(electron.window().webContents.reloads).toBe(0);
    expect(told.reports).toEqual([]);
  });
});
