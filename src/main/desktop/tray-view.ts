import type { Menu, MenuItemConstructorOptions, NativeImage, NativeTheme, Tray } from 'electron';
import { trayImageFile } from './tray-image.ts';
import type { TrayAction, TrayItem, TrayState } from './tray-state.ts';

export interface TrayViewDeps {
  readonly create: (
    image: NativeImage,
  ) => Pick<Tray, 'on' | 'setImage' | 'setToolTip' | 'setContextMenu' | 'destroy'>;
  readonly loadImage: (file: string) => NativeImage;
  readonly buildMenu: (template: MenuItemConstructorOptions[]) => Menu;
  readonly theme: Pick<
    NativeTheme,
    | 'on'
    | 'off'
    | 'themeSource'
    | 'shouldUseDarkColors'
    | 'shouldUseDarkColorsForSystemIntegratedUI'
  >;
  readonly platform: NodeJS.Platform;
  /** `XDG_CURRENT_DESKTOP`; empty elsewhere. */
  readonly desktop: string;
  /** The folder with the tray's images. */
  readonly folder: string;
  readonly act: (action: TrayAction) => void;
}

/** Electron's tray, given only what has changed: on Linux every new menu travels over the bus. */
export interface TrayView {
  /** Makes the icon at the first call. Throws what Electron throws. */
  show(state: TrayState): void;
  destroy(): void;
}

/** To be made before a theme of Tagwerk's own is set. */
export function createTrayView(deps: TrayViewDeps): TrayView {
  let tray: ReturnType<TrayViewDeps['create']> | null = null;
  let state: TrayState | null = null;
  let dark = deps.theme.shouldUseDarkColors;
  const shown = { file: '', tooltip: '', menu: '' };

  const render = (): void => {
    dark = isSystemDark(deps, dark);
    if (state === null) return;
    const look = { platform: deps.platform, desktop: deps.desktop, dark };
    const file = trayImageFile(deps.folder, state.icon, look);
    const menu = JSON.stringify(state.menu);
    if (tray === null) {
      tray = deps.create(deps.loadImage(file));
      // macOS opens the menu on a click, as every menu there does.
      if (deps.platform !== 'darwin') tray.on('click', () => deps.act('open'));
    } else if (file !== shown.file) {
      tray.setImage(deps.loadImage(file));
    }
    if (state.tooltip !== shown.tooltip) tray.setToolTip(state.tooltip);
    if (menu !== shown.menu) tray.setContextMenu(deps.buildMenu(template(state.menu, deps.act)));
    Object.assign(shown, { file, tooltip: state.tooltip, menu });
  };

  deps.theme.on('updated', render);
  return {
    show: (next) => {
      state = next;
      render();
    },
    destroy: () => {
      deps.theme.off('updated', render);
      state = null;
      tray?.destroy();
    },
  };
}

/**
 * Whether the system's bars are dark. Windows tells them from programs; elsewhere a theme that was
 * set for Tagwerk hides the system's, and what was last known of it stays.
 */
function isSystemDark({ platform, theme }: TrayViewDeps, known: boolean): boolean {
  if (platform === 'win32') return theme.shouldUseDarkColorsForSystemIntegratedUI;
  return theme.themeSource === 'system' ? theme.shouldUseDarkColors : known;
}

function template(
  items: readonly TrayItem[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: item.label, enabled: false };
      case 'action':
        return { label: item.label, enabled: item.enabled, click: () => act(item.action) };
      default:
        return item satisfies never;
    }
  });
}
