import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  NativeTheme,
  Rectangle,
  RenderProcessGoneDetails,
  WebContents,
} from 'electron';
import { appUrl } from './origin.ts';
import { startBounds, type WindowBounds } from './window-bounds.ts';
import { ground, windowOptions, type WindowLook } from './window-options.ts';

export interface MainWindowDeps extends Pick<
  WindowLook,
  'preload' | 'session' | 'packaged' | 'icon'
> {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly theme: Pick<NativeTheme, 'on' | 'shouldUseDarkColors'>;
  /** The screens without their bars, in points. */
  readonly workAreas: () => readonly Rectangle[];
  readonly bounds: { read(): unknown; write(bounds: WindowBounds): void };
  /** Nothing is shown; the page runs all the same. */
  readonly headless: boolean;
  /** Whether the app can be reached without its window. */
  readonly trayPresent: () => boolean;
  /** Tells a person that the page failed twice. */
  readonly tellCrash: () => void;
  /** Told when the window comes and goes. */
  readonly onChange: (open: boolean) => void;
  readonly report: (message: string, error?: unknown) => void;
}

export interface MainWindow {
  /** Shows the window: makes it, or brings the one there is to the front. */
  show(): void;
  isOpen(): boolean;
  /** Whether a person has it before them. */
  isFocused(): boolean;
  /** The open window's contents: whom to tell, and whom to listen to. */
  contents(): readonly WebContents[];
}

/**
 * The one window. Closing it ends its renderer, which is most of the app's memory, and leaves the
 * tray; where there is no tray it is minimised instead, because nothing else would bring it back.
 */
export function createMainWindow(deps: MainWindowDeps): MainWindow {
  let window: BrowserWindow | null = null;
  let quitting = false;

  const open = (): BrowserWindow => {
    const bounds = startBounds(deps.bounds.read(), deps.workAreas());
    const dark = deps.theme.shouldUseDarkColors;
    const made = deps.create(windowOptions({ ...deps, bounds, dark }));
    if (!deps.headless) showWhenPainted(made, bounds.maximized);
    recover(made, deps);
    made.on('close', (event) => {
      keepBounds(made, deps);
      if (quitting || deps.headless || deps.trayPresent()) return;
      event.preventDefault();
      made.minimize();
    });
    made.on('closed', () => {
      window = null;
      deps.onChange(false);
    });
    made.loadURL(appUrl).catch((error: unknown) => deps.report('The page did not load.', error));
    return made;
  };

  const show = (): void => {
    if (window === null) {
      window = open();
      deps.onChange(true);
    } else if (!deps.headless) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    }
  };

  deps.app.on('before-quit', () => (quitting = true));
  deps.app.on('activate', show);
  // Without this listener Electron ends the app with its window.
  deps.app.on('window-all-closed', () => {
    if (!deps.headless && !deps.trayPresent()) deps.app.quit();
  });
  deps.theme.on('updated', () => {
    window?.setBackgroundColor(deps.theme.shouldUseDarkColors ? ground.dark : ground.light);
  });

  return {
    show,
    isOpen: () => window !== null,
    isFocused: () => window !== null && !window.isDestroyed() && window.isFocused(),
    contents: () => (window === null || window.isDestroyed() ? [] : [window.webContents]),
  };
}

/** Whichever comes first: some compositors never paint a window that is not shown. */
function showWhenPainted(window: BrowserWindow, maximized: boolean): void {
  let shown = false;
  const once = (): void => {
    if (shown || window.isDestroyed()) return;
    shown = true;
    if (maximized) window.maximize();
    window.show();
  };
  window.once('ready-to-show', once);
  window.webContents.once('did-finish-load', once);
}

function keepBounds(window: BrowserWindow, { bounds, report }: MainWindowDeps): void {
  try {
    const { x, y, width, height } = window.getNormalBounds();
    bounds.write({ x, y, width, height, maximized: window.isMaximized() });
  } catch (error) {
    report('The window’s place could not be kept.', error);
  }
}

/** A page that crashes is loaded again, once; after that a person is told and the window closed. */
function recover(window: BrowserWindow, deps: MainWindowDeps): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_event, details: RenderProcessGoneDetails) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    crashes += 1;
    deps.report(`The page is gone: ${details.reason}, exit code ${details.exitCode}.`);
    if (crashes === 1) {
      window.webContents.reload();
      return;
    }
    deps.tellCrash();
    window.destroy();
  });
}
