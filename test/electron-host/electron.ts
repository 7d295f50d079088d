import type * as Electron from 'electron';
import { absent, strict } from './strict.ts';

/** Everything an app can import of `electron`; the check below keeps the list complete. */
export type Electron = Pick<
  typeof Electron,
  | 'app'
  | 'autoUpdater'
  | 'BrowserWindow'
  | 'clipboard'
  | 'ClipboardItem'
  | 'crashReporter'
  | 'dialog'
  | 'globalShortcut'
  | 'ipcMain'
  | 'Menu'
  | 'MenuItem'
  | 'nativeImage'
  | 'nativeTheme'
  | 'net'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
  | 'webContents'
>;

/** What Electron has and the host does not: importing it is fine, using it throws. */
export const absentModules = [
  'BaseWindow',
  'BrowserView',
  'contentTracing',
  'desktopCapturer',
  'ImageView',
  'inAppPurchase',
  'MessageChannelMain',
  'netLog',
  'powerSaveBlocker',
  'pushNotifications',
  'safeStorage',
  'ShareMenu',
  'systemPreferences',
  'TouchBar',
  'utilityProcess',
  'View',
  'WebContentsView',
  'webFrameMain',
] as const satisfies readonly (keyof typeof Electron)[];

/** The module, as `require('electron')` gives it in main. */
export function assembleElectron(parts: Electron): Electron {
  const missing = Object.fromEntries(
    absentModules.map((name) => [name, absent(`electron.${name}`)]),
  );
  const module = { ...missing, ...parts } satisfies Partial<typeof Electron>;
  return strict(module, 'electron');
}
