import { join } from 'node:path';
import type { TrayIcon } from './tray-state.ts';

export interface Look {
  readonly platform: NodeJS.Platform;
  /** Whether the system's own bars are dark. */
  readonly dark: boolean;
  /** `XDG_CURRENT_DESKTOP`, colon-separated; empty elsewhere. */
  readonly desktop: string;
}

/** Desktops whose panel is dark in the light theme, too. */
const darkPanels: ReadonlySet<string> = new Set(['gnome', 'unity', 'budgie', 'pantheon', 'cosmic']);

/**
 * The file of a tray icon. macOS tints templates itself; Windows wants an `.ico` to find the size
 * for its scale in; Linux takes a PNG and scales it.
 */
export function trayImageFile(folder: string, icon: TrayIcon, look: Look): string {
  if (look.platform === 'darwin') return join(folder, `${icon}Template.png`);
  const extension = look.platform === 'win32' ? 'ico' : 'png';
  return join(folder, `${icon}-on-${isDark(look) ? 'dark' : 'light'}.${extension}`);
}

function isDark({ platform, dark, desktop }: Look): boolean {
  if (platform === 'win32') return dark;
  return (
    dark ||
    desktop
      .toLowerCase()
      .split(':')
      .some((name) => darkPanels.has(name))
  );
}
