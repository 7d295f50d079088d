import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  app,
  BrowserWindow,
  dialog,
  Menu,
  nativeImage,
  nativeTheme,
  screen,
  Tray,
  type Session,
} from 'electron';
import type { Language } from '../shared/language.ts';
import { tellCrash } from './desktop/dialogs.ts';
import { menuTemplate } from './desktop/menu.ts';
import { createSessionBus } from './desktop/session-bus.ts';
import {
  certainPresence,
  createLinuxPresence,
  type TrayPresence,
} from './desktop/tray-presence.ts';
import type { TrayAction, TrayState } from './desktop/tray-state.ts';
import { createTrayView } from './desktop/tray-view.ts';
import { createTray } from './desktop/tray.ts';
import { createMainWindow, type MainWindow, type MainWindowDeps } from './desktop/window.ts';

export interface PresentationDeps {
  readonly session: Session;
  readonly bounds: MainWindowDeps['bounds'];
  /** Where the built bundles and the images lie. */
  readonly out: string;
  readonly resources: string;
  readonly headless: boolean;
  readonly language: () => Language;
  readonly act: (action: TrayAction) => void;
  readonly onWindow: (open: boolean) => void;
  readonly report: (message: string, error?: unknown) => void;
}

/** What Electron shows of the app: its window, its tray and its menu. */
export interface Presentation {
  readonly window: MainWindow;
  showTray(state: TrayState): void;
  /** Builds the menu again, in the language there is now. */
  showMenu(): void;
}

/** Gives the desktop's parts what they need of Electron. */
export function present(deps: PresentationDeps): Presentation {
  const packaged = app.isPackaged;
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  const tray = deps.headless
    ? null
    : createTray({
        presence: presenceOf(desktop),
        report: deps.report,
        view: createTrayView({
          create: (image) => new Tray(image),
          loadImage: (file) => nativeImage.createFromPath(file),
          buildMenu: (template) => Menu.buildFromTemplate(template),
          theme: nativeTheme,
          platform: process.platform,
          desktop,
          folder: join(deps.resources, 'tray'),
          act: deps.act,
        }),
      });
  const window = createMainWindow({
    app,
    create: (options) => new BrowserWindow(options),
    theme: nativeTheme,
    workAreas: () => screen.getAllDisplays().map((display) => display.workArea),
    bounds: deps.bounds,
    preload: join(deps.out, 'preload/index.cjs'),
    session: deps.session,
    packaged,
    icon: process.platform === 'linux' ? join(deps.resources, 'icons/256x256.png') : null,
    headless: deps.headless,
    trayPresent: () => tray?.present() ?? false,
    tellCrash: () => tellCrash(dialog, deps.language()),
    onChange: deps.onWindow,
    report: deps.report,
  });
  return {
    window,
    showTray: (state) => tray?.update(state),
    showMenu() {
      const { platform } = process;
      const template = menuTemplate({ platform, packaged, language: deps.language() });
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}

function presenceOf(desktop: string): TrayPresence {
  if (process.platform !== 'linux') return certainPresence;
  const execute = promisify(execFile);
  // No more of the environment than it takes to find the bus.
  const env = Object.fromEntries(
    ['PATH', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY'].map((name) => [
      name,
      process.env[name],
    ]),
  );
  const bus = createSessionBus(async (program, args) => {
    const { stdout } = await execute(program, [...args], { timeout: 3_000, env });
    return stdout;
  });
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  return createLinuxPresence({ bus, pid: process.pid, desktop, sleep });
}
