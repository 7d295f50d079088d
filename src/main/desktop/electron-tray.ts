import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Menu, nativeImage, NativeTheme, Tray } from 'electron';
import { createSessionBus, type Run } from './session-bus.ts';
import { certainPresence, createLinuxPresence, type TrayPresence } from './tray-presence.ts';
import type { TrayAction } from './tray-state.ts';
import { createTrayView } from './tray-view.ts';
import { createTray, type TrayHandle } from './tray.ts';

export interface ElectronTrayDeps {
  readonly electron: {
    readonly Tray: typeof Tray;
    readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>;
    readonly nativeImage: Pick<typeof nativeImage, 'createFromPath'>;
    readonly nativeTheme: NativeTheme;
  };
  readonly process: Pick<NodeJS.Process, 'platform' | 'pid' | 'env'>;
  /** The folder with the tray's images. */
  readonly folder: string;
  readonly act: (action: TrayAction) => void;
  readonly report: (message: string, error?: unknown) => void;
}

/** The tray on real Electron. */
export function createElectronTray(deps: ElectronTrayDeps): TrayHandle {
  const { electron, process, report } = deps;
  const desktop = process.env['XDG_CURRENT_DESKTOP'] ?? '';
  const view = createTrayView({
    create: (image) => new electron.Tray(image),
    loadImage: (file) => electron.nativeImage.createFromPath(file),
    buildMenu: (template) => electron.Menu.buildFromTemplate(template),
    theme: electron.nativeTheme,
    platform: process.platform,
    desktop,
    folder: deps.folder,
    act: deps.act,
  });
  return createTray({ view, presence: presenceOn(process, desktop), report });
}

function presenceOn(process: ElectronTrayDeps['process'], desktop: string): TrayPresence {
  if (process.platform !== 'linux') return certainPresence;
  const bus = createSessionBus(runner(process.env));
  return createLinuxPresence({ bus, pid: process.pid, desktop, sleep: (ms) => sleep(ms) });
}

/** Gives a tool nothing of our environment but the way to the bus. */
function runner(env: NodeJS.ProcessEnv): Run {
  const names = ['PATH', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'DISPLAY'];
  const passed = Object.fromEntries(names.map((name) => [name, env[name]]));
  const execute = promisify(execFile);
  return async (program, args) => {
    const options = { env: passed, timeout: 3_000, maxBuffer: 1 << 20 };
    return (await execute(program, [...args], options)).stdout;
  };
}
