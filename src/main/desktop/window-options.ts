import type { BrowserWindowConstructorOptions, Session } from 'electron';
import { smallest, type StartBounds } from './window-bounds.ts';

export interface WindowLook {
  readonly bounds: StartBounds;
  /** The built preload, absolute. */
  readonly preload: string;
  /** The session that `secureSession` and `serveApp` were given. */
  readonly session: Session;
  readonly dark: boolean;
  /** A packaged program has no developer tools. */
  readonly packaged: boolean;
  /** The window's icon where the program file does not bring it (Linux); else null. */
  readonly icon: string | null;
}

/** The page's own grounds, so that nothing flashes before its first paint. */
export const ground = { light: '#ffffff', dark: '#14181a' } as const;

/** How the one window is made. What a page must never get is said outright, not left to defaults. */
export function windowOptions(look: WindowLook): BrowserWindowConstructorOptions {
  const { x, y, width, height } = look.bounds;
  return {
    width,
    height,
    ...(x === undefined || y === undefined ? {} : { x, y }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Tagwerk',
    show: false,
    backgroundColor: look.dark ? ground.dark : ground.light,
    autoHideMenuBar: true,
    ...(look.icon === null ? {} : { icon: look.icon }),
    webPreferences: {
      preload: look.preload,
      session: look.session,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      devTools: !look.packaged,
    },
  };
}
