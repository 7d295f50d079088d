import type {
  App,
  CommandLine,
  LoginItemSettings,
  Menu,
  RelaunchOptions,
  Settings,
} from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { KnownEvents, strict } from '../strict.ts';
import type { Ending } from './ending.ts';
import { languages } from './languages.ts';
import type { Paths } from './paths.ts';
import { createInstanceLock } from './single-instance.ts';

const events = [
  'accessibility-support-changed',
  'activate',
  'before-quit',
  'browser-window-blur',
  'browser-window-created',
  'browser-window-focus',
  'certificate-error',
  'child-process-gone',
  'continue-activity',
  'did-become-active',
  'did-resign-active',
  'gpu-info-update',
  'login',
  'new-window-for-tab',
  'open-file',
  'open-url',
  'quit',
  'ready',
  'render-process-gone',
  'second-instance',
  'select-client-certificate',
  'session-created',
  'web-contents-created',
  'will-finish-launching',
  'will-quit',
  'window-all-closed',
];

/** What the app is, as its package says. */
export interface AppIdentity {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

export interface AppDeps {
  readonly identity: () => AppIdentity;
  readonly life: Lifecycle;
  readonly commandLine: CommandLine;
  readonly paths: Paths;
  readonly ending: (events: KnownEvents) => Ending;
  readonly menu: { get(): Menu | null; set(menu: Menu | null): void };
  readonly relaunch: (options: RelaunchOptions) => void;
  readonly userAgent: () => string;
}

type Implemented = Partial<App> & Pick<App, 'quit' | 'exit' | 'getPath' | 'whenReady'>;

/** Electron's `app`. */
export function createApp(deps: AppDeps): { face: App; events: KnownEvents; ending: Ending } {
  const emitter = new KnownEvents('app', events);
  const ending = deps.ending(emitter);
  const { life, paths } = deps;
  let name: string | null = null;
  let login: Settings = {};
  let userAgent: string | null = null;
  let badge = 0;
  const recorded = { appUserModelId: '', sandboxed: false };

  const lock = createInstanceLock(
    () => paths.get('userData'),
    ({ argv, cwd, data }) => {
      life
        .whenReady()
        .then(() => emitter.emit('second-instance', {}, argv, cwd, data))
        .catch(() => undefined);
    },
  );
  emitter.once('quit', () => lock.release());

  const members = {
    getName: () => name ?? deps.identity().name,
    setName: (value: string) => void (name = value),
    get name() {
      return members.getName();
    },
    set name(value: string) {
      name = value;
    },
    getVersion: () => deps.identity().version,
    getAppPath: () => deps.identity().path,
    getPath: (which: string) => paths.get(which),
    setPath: (which: string, path: string) => paths.set(which, path),
    setAppLogsPath: (path?: string) => paths.set('logs', path ?? paths.get('logs')),
    whenReady: () => life.whenReady(),
    isReady: () => life.isReady,
    quit: () => ending.quit(),
    exit: (code?: number) => ending.exit(code),
    relaunch: (options: RelaunchOptions = {}) => deps.relaunch(options),
    focus: () => undefined,
    hide: () => undefined,
    show: () => undefined,
    isHidden: () => false,
    isPackaged: false,
    dock: process.platform === 'darwin' ? createDock() : undefined,
    runningUnderARM64Translation: false,
    commandLine: deps.commandLine,
    requestSingleInstanceLock: (data?: Record<string, unknown>) =>
      lock.request({ argv: process.argv, cwd: process.cwd(), data: data ?? null }),
    hasSingleInstanceLock: () => lock.held,
    releaseSingleInstanceLock: () => lock.release(),
    enableSandbox(): void {
      life.requireNotReady('app.enableSandbox() can only be called before app is ready');
      recorded.sandboxed = true;
    },
    disableHardwareAcceleration(): void {
      const message = 'app.disableHardwareAcceleration() can only be called before app is ready';
      life.requireNotReady(message);
      deps.commandLine.appendSwitch('disable-gpu');
    },
    setAppUserModelId: (id: string) => void (recorded.appUserModelId = id),
    setDesktopName: () => undefined,
    setAboutPanelOptions: () => undefined,
    setLoginItemSettings: (settings: Settings) => void (login = { ...settings }),
    getLoginItemSettings: (): LoginItemSettings => ({
      openAtLogin: login.openAtLogin ?? false,
      wasOpenedAtLogin: false,
      executableWillLaunchAtLogin: login.openAtLogin ?? false,
      status: login.openAtLogin ? 'enabled' : 'not-registered',
      launchItems: [],
    }),
    getLocale: () => {
      life.requireReady('app.getLocale() can only be called after the app is ready');
      return languages(process.env, deps.commandLine.getSwitchValue('lang')).ui;
    },
    getSystemLocale: () => languages(process.env, '').system,
    getLocaleCountryCode: () => languages(process.env, '').system.split('-')[1] ?? '',
    getPreferredSystemLanguages: () => languages(process.env, '').preferred,
    setBadgeCount: (count = 0) => {
      badge = count;
      return true;
    },
    getBadgeCount: () => badge,
    get applicationMenu() {
      return deps.menu.get();
    },
    set applicationMenu(menu: Menu | null) {
      deps.menu.set(menu);
    },
    get userAgentFallback() {
      return userAgent ?? deps.userAgent();
    },
    set userAgentFallback(value: string) {
      userAgent = value;
    },
    getAppMetrics: () => [],
    isAccessibilitySupportEnabled: () => false,
    setAccessibilitySupportEnabled: () => undefined,
  } satisfies Omit<Implemented, keyof NodeJS.EventEmitter>;

  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members));
  return { face: strict(emitter, 'app') as unknown as App, events: emitter, ending };
}

/** The Dock, where there is one: nothing in it changes. */
function createDock(): Electron.Dock {
  const dock = {
    show: () => Promise.resolve(),
    hide: () => undefined,
    isVisible: () => true,
    setIcon: () => undefined,
    setMenu: () => undefined,
    setBadge: () => undefined,
    getBadge: () => '',
  } satisfies Partial<Electron.Dock>;
  return strict(dock, 'app.dock') as unknown as Electron.Dock;
}
