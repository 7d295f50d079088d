import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { BrowserWindow, BrowserWindowConstructorOptions, PowerMonitor } from 'electron';
import { AppDouble } from './electron-double/app.ts';
import { IpcDouble } from './electron-double/ipc.ts';
import { SessionDouble } from './electron-double/session.ts';
import {
  buildMenu,
  DialogDouble,
  loadImage,
  ThemeDouble,
  TrayDouble,
} from './electron-double/shell.ts';
import { WindowDouble } from './electron-double/window.ts';

export { WebContentsDouble } from './electron-double/contents.ts';
export { IpcRendererDouble } from './electron-double/ipc.ts';
export { AppDouble, SessionDouble, TrayDouble, WindowDouble };

/** Electron's main process in miniature: what a part under test is given in its place. */
export function createElectronDouble() {
  const app = new AppDouble();
  const trays: TrayDouble[] = [];
  const theme = new ThemeDouble();
  return {
    app,
    trays,
    theme,
    ipc: new IpcDouble(),
    session: new SessionDouble(),
    dialog: new DialogDouble(),
    powerMonitor: new EventEmitter() as unknown as PowerMonitor & EventEmitter,
    createWindow: (options: BrowserWindowConstructorOptions): BrowserWindow =>
      new WindowDouble(app, options).asElectron(),
    /** The newest window. */
    window: (): WindowDouble => {
      const newest = app.windows.at(-1);
      if (!newest) throw new Error('There is no window.');
      return newest;
    },
    /** The newest tray icon. */
    tray: (): TrayDouble => {
      const newest = trays.at(-1);
      if (!newest) throw new Error('There is no tray.');
      return newest;
    },
    modules: {
      Tray: class extends TrayDouble {
        constructor(...args: ConstructorParameters<typeof TrayDouble>) {
          super(...args);
          trays.push(this);
        }
      } as unknown as typeof Electron.Tray,
      Menu: { buildFromTemplate: (template) => buildMenu(template as never) },
      nativeImage: { createFromPath: loadImage },
      nativeTheme: theme.asElectron(),
    } satisfies Partial<Record<keyof typeof Electron, unknown>> & {
      Menu: Pick<typeof Electron.Menu, 'buildFromTemplate'>;
      nativeImage: Pick<typeof Electron.nativeImage, 'createFromPath'>;
    },
  };
}

export type ElectronDouble = ReturnType<typeof createElectronDouble>;
