import type { Electron } from './electron.ts';

/**
 * What `import … from 'electron'` and `require('electron')` resolve to. The double itself is made by
 * the host before anything is imported, and handed over under this name.
 */
const electron = (globalThis as unknown as Record<symbol, Electron & Record<string, unknown>>)[
  Symbol.for('electron-host')
];
if (!electron) throw new Error('electron can only be imported in the main process of the host');

export const {
  app,
  autoUpdater,
  BaseWindow,
  BrowserView,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  contentTracing,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  ipcMain,
  Menu,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  pushNotifications,
  safeStorage,
  screen,
  session,
  ShareMenu,
  shell,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webContents,
  WebContentsView,
  webFrameMain,
} = electron;

export default electron;
export { electron as 'module.exports' };
