import { EventEmitter } from 'node:events';
import type { GlobalShortcut, NativeTheme, PowerMonitor, Shell } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { KnownEvents, NotImplementedError, strict } from '../strict.ts';

/** `powerMonitor`: nothing happens by itself; a test emits `suspend`, `resume` and the rest. */
export function createPowerMonitor(): PowerMonitor {
  const emitter = new KnownEvents('powerMonitor', [
    'lock-screen',
    'on-ac',
    'on-battery',
    'resume',
    'shutdown',
    'speed-limit-change',
    'suspend',
    'thermal-state-change',
    'unlock-screen',
    'user-did-become-active',
    'user-did-resign-active',
  ]);
  const members = {
    getSystemIdleTime: () => 0,
    getSystemIdleState: () => 'active' as const,
    isOnBatteryPower: () => false,
    onBatteryPower: false,
  } satisfies Partial<PowerMonitor>;
  return strict(Object.assign(emitter, members), 'powerMonitor') as unknown as PowerMonitor;
}

/** `nativeTheme`; what it says is what pages are shown as. */
export function createNativeTheme(onChange: () => void): NativeTheme {
  const emitter = new KnownEvents('nativeTheme', ['updated']);
  let source: NativeTheme['themeSource'] = 'system';
  const members = {
    get themeSource() {
      return source;
    },
    set themeSource(value: NativeTheme['themeSource']) {
      if (!['system', 'light', 'dark'].includes(value)) {
        throw new TypeError(
          `Error processing argument at index 0, conversion failure from ${value}`,
        );
      }
      if (value === source) return;
      source = value;
      onChange();
      emitter.emit('updated', {});
    },
    get shouldUseDarkColors() {
      return source === 'dark';
    },
    get shouldUseDarkColorsForSystemIntegratedUI() {
      return false;
    },
    shouldUseHighContrastColors: false,
    shouldUseInvertedColorScheme: false,
    inForcedColorsMode: false,
    prefersReducedTransparency: false,
    shouldDifferentiateWithoutColor: false,
  };
  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members));
  return strict(emitter, 'nativeTheme') as unknown as NativeTheme;
}

/**
 * `shell`: nothing ever leaves the program. A test puts its own functions in to see what would.
 *
 * @param forPerson whether somebody sits there who would wait for what was opened, and is told
 */
export function createShell(forPerson: boolean): Shell {
  const face = {
    openExternal: (url: string) => {
      if (!URL.canParse(url)) return Promise.reject(new Error('Invalid URL'));
      return forPerson ? Promise.reject(new Error('the host opens no other program')) : done();
    },
    openPath: () => Promise.resolve(forPerson ? 'the host opens no other program' : ''),
    showItemInFolder: () => undefined,
    beep: () => undefined,
  } satisfies Partial<Shell>;
  return strict(face, 'shell') as unknown as Shell;
}

const done = (): Promise<void> => Promise.resolve();

/** `globalShortcut`: kept; a test presses a key by calling what was registered. */
export function createGlobalShortcut(life: Lifecycle): GlobalShortcut & {
  readonly registered: ReadonlyMap<string, () => void>;
} {
  const registered = new Map<string, () => void>();
  const requireReady = (): void =>
    life.requireReady('globalShortcut cannot be used before the app is ready');
  const face = {
    registered,
    register(accelerator: string, callback: () => void): boolean {
      requireReady();
      if (registered.has(accelerator)) return false;
      registered.set(accelerator, callback);
      return true;
    },
    registerAll(accelerators: string[], callback: () => void): void {
      for (const each of accelerators) this.register(each, callback);
    },
    isRegistered(accelerator: string): boolean {
      requireReady();
      return registered.has(accelerator);
    },
    unregister(accelerator: string): void {
      requireReady();
      registered.delete(accelerator);
    },
    unregisterAll(): void {
      requireReady();
      registered.clear();
    },
  };
  return strict(face, 'globalShortcut') as unknown as ReturnType<typeof createGlobalShortcut>;
}

/** `crashReporter`: takes its settings and reports nothing. */
export function createCrashReporter(): Electron.CrashReporter {
  const face = {
    start: () => undefined,
    addExtraParameter: () => undefined,
    getParameters: () => ({}),
    getUploadedReports: () => [],
    getUploadToServer: () => false,
    setUploadToServer: () => undefined,
  };
  return strict(face, 'crashReporter') as unknown as Electron.CrashReporter;
}

/** `autoUpdater`: there is nothing to update. */
export function createAutoUpdater(): Electron.AutoUpdater {
  const refuse = (): never => {
    throw new NotImplementedError('electron.autoUpdater');
  };
  const members = { setFeedURL: refuse, checkForUpdates: refuse, quitAndInstall: refuse };
  return strict(
    Object.assign(new EventEmitter(), members),
    'autoUpdater',
  ) as unknown as Electron.AutoUpdater;
}
