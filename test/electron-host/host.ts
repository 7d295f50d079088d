import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { RelaunchOptions, WebContents } from 'electron';
import { createApp, type AppIdentity } from './api/app.ts';
import { ClipboardItem, createClipboard } from './api/clipboard.ts';
import { createSwitchBoard } from './api/command-line.ts';
import { createDialog } from './api/dialog.ts';
import { createEnding } from './api/ending.ts';
import { createMessageHub } from './api/ipc-main.ts';
import { createMenus } from './api/menu.ts';
import { nativeImage } from './api/native-image.ts';
import { createFetch, createNet } from './api/net.ts';
import { createNotificationClass } from './api/notification.ts';
import { createPaths } from './api/paths.ts';
import { createScreen } from './api/screen.ts';
import { createSessions } from './api/session.ts';
import * as small from './api/small-modules.ts';
import { createTrayClass } from './api/tray.ts';
import type { CommandLine } from './command-line.ts';
import type { Context, Running } from './context.ts';
import { assembleElectron, type Electron } from './electron.ts';
import { Lifecycle } from './lifecycle.ts';
import { Interception } from './network/interception.ts';
import { Schemes } from './schemes.ts';
import { isForPerson, startChromium } from './start-chromium.ts';
import { strict } from './strict.ts';
import { createBrowserWindowClass } from './window/browser-window.ts';

export interface HostDeps {
  readonly commandLine: CommandLine;
  readonly executable: string;
  readonly identity: () => AppIdentity;
  /** Ends the process. */
  readonly leave: (code: number) => never;
}

export interface Host {
  /** What `require('electron')` gives. */
  readonly electron: Electron;
  /** Starts Chromium, while the app is still being loaded. */
  start(): void;
  /** The app has been loaded: once Chromium is there too, the app is ready. */
  loaded(): Promise<void>;
  quit(): void;
}

/** Puts the double together. Nothing is started yet. */
export function createHost(deps: HostDeps): Host {
  const { commandLine, executable } = deps;
  const life = new Lifecycle();
  const schemes = new Schemes();
  const switches = createSwitchBoard(commandLine.switches);
  const ipc = createMessageHub('ipcMain');
  const windows: Context['windows'] = new Map();
  const pages: Context['pages'] = new Map();
  let starting: ReturnType<typeof startChromium> | null = null;
  let up: Running | null = null;

  const running = (): Running => {
    if (up === null) throw new Error('Chromium has not started yet');
    return up;
  };
  const menus = createMenus({
    quit: () => app.ending.quit(),
    focused: () => BrowserWindowClass.getFocusedWindow(),
  });
  const userData = commandLine.switches.get('user-data-dir') ?? '';
  const name = (): string => app.face.getName();
  const paths = createPaths({ name, executable, userData, env: process.env });
  const app = createApp({
    identity: deps.identity,
    life,
    commandLine: switches.face,
    paths,
    ending: (events) => createEnding(events, windows, deps.leave),
    menu: menus.application,
    relaunch: (options) => process.once('exit', () => relaunch(executable, options)),
    userAgent: () => running().chromium.userAgent,
  });

  const sessions = createSessions({
    life,
    schemes,
    running,
    onInterest() {
      if (up) interception.refresh(up.chromium.connection.browser).catch(() => undefined);
    },
    fetch: (session) => createFetch(life, () => session),
  });
  const nativeTheme = small.createNativeTheme(() => {
    const value = nativeTheme.themeSource === 'system' ? '' : nativeTheme.themeSource;
    for (const page of pages.values()) page.emulate('prefers-color-scheme', value);
  });

  const context: Context = {
    life,
    schemes,
    app: app.events,
    ipcMain: ipc.hub,
    running,
    windows,
    pages,
    session: (given, partition) =>
      given === undefined ? sessions.get(partition ?? '') : sessions.of(given),
    onAllClosed: () => app.ending.onAllClosed(),
    appPath: () => app.face.getAppPath(),
    processInPage: {
      type: 'renderer',
      platform: process.platform,
      arch: process.arch,
      version: process.version,
      versions: { ...process.versions },
      sandboxed: true,
      contextIsolated: true,
    },
    colorScheme: () => nativeTheme.themeSource,
  };
  const interception = new Interception({ context, sessions });
  const BrowserWindowClass = createBrowserWindowClass(context);

  const electron = assembleElectron({
    app: app.face,
    autoUpdater: small.createAutoUpdater(),
    BrowserWindow: BrowserWindowClass,
    clipboard: createClipboard(),
    ClipboardItem,
    crashReporter: small.createCrashReporter(),
    dialog: createDialog(life),
    globalShortcut: small.createGlobalShortcut(life),
    ipcMain: ipc.face,
    Menu: menus.Menu,
    MenuItem: menus.MenuItem,
    nativeImage: nativeImage as unknown as Electron['nativeImage'],
    nativeTheme,
    net: createNet(createFetch(life, () => sessions.get(''))),
    Notification: createNotificationClass(life),
    powerMonitor: small.createPowerMonitor(),
    protocol: sessions.get('').protocol.face,
    screen: createScreen(life),
    session: sessions.face,
    shell: small.createShell(isForPerson(process.env, commandLine)),
    Tray: createTrayClass(life),
    webContents: webContentsModule(pages),
  });

  const startWith = (appended: ReadonlyMap<string, string>): ReturnType<typeof startChromium> =>
    startChromium({ commandLine, appended: new Map(appended), onLost: () => deps.leave(1) });

  return {
    electron,
    start() {
      starting = startWith(switches.appended);
      starting.ready.catch(() => undefined);
    },
    async loaded() {
      // What the app added in the meantime, Chromium has to be started anew with.
      if (starting === null || !starting.startedWith(switches.appended)) {
        starting?.kill();
        starting = startWith(switches.appended);
      }
      up = await starting.ready;
      starting.announce();
      Object.defineProperty(process.versions, 'chrome', {
        value: up.chromium.version,
        enumerable: true,
        configurable: true,
      });
      mkdirSync(paths.get('userData'), { recursive: true });
      await Promise.all([up.targets.start(), interception.start(up.chromium.connection.browser)]);
      app.events.emit('will-finish-launching');
      life.reachReady();
      app.events.emit('ready', {}, {});
    },
    quit: () => app.ending.quit(),
  };
}

function webContentsModule(pages: Context['pages']): Electron['webContents'] {
  const faces = (): WebContents[] => [...pages.values()].map((page) => page.face);
  const face = {
    getAllWebContents: faces,
    fromId: (id: number) => faces().find((each) => each.id === id),
    getFocusedWebContents: () => faces().find((each) => each.isFocused()) ?? null,
    fromDevToolsTargetId: (targetId: string) =>
      [...pages.values()].find((page) => page.targetId === targetId)?.face,
  };
  return strict(face, 'webContents') as unknown as Electron['webContents'];
}

function relaunch(executable: string, options: RelaunchOptions): void {
  const args = options.args ?? process.argv.slice(1);
  const child = spawn(options.execPath ?? executable, args, { detached: true, stdio: 'ignore' });
  child.unref();
}
