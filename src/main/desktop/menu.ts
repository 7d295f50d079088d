import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/language.ts';
import { textsOf, type Texts } from './texts/index.ts';

export interface MenuLook {
  readonly platform: NodeJS.Platform;
  /** A packaged program has no developer tools. */
  readonly packaged: boolean;
  readonly language: Language;
}

/**
 * The application's menu: the standard one on macOS. On Windows and Linux it is hidden, but it is
 * what Ctrl+Q, Ctrl+W, zooming and the keys for editing come from.
 */
export function menuTemplate({
  platform,
  packaged,
  language,
}: MenuLook): MenuItemConstructorOptions[] {
  const texts = textsOf(language);
  const mac = platform === 'darwin';
  return [
    mac ? applicationMenu(texts) : fileMenu(texts),
    editMenu(texts),
    viewMenu(texts, packaged),
    ...(mac ? [windowMenu(texts)] : []),
  ];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function applicationMenu(texts: Texts): MenuItemConstructorOptions {
  return {
    label: 'Tagwerk',
    submenu: [
      { role: 'about', label: texts.menuAbout },
      separator,
      { role: 'hide', label: texts.menuHide },
      { role: 'hideOthers', label: texts.menuHideOthers },
      { role: 'unhide', label: texts.menuShowAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function fileMenu(texts: Texts): MenuItemConstructorOptions {
  return {
    label: texts.menuFile,
    submenu: [
      { role: 'close', label: texts.menuClose, accelerator: 'Ctrl+W' },
      // Windows gives the role no key of its own.
      { role: 'quit', label: texts.quit, accelerator: 'Ctrl+Q' },
    ],
  };
}

function editMenu(texts: Texts): MenuItemConstructorOptions {
  return {
    label: texts.menuEdit,
    submenu: [
      { role: 'undo', label: texts.menuUndo },
      { role: 'redo', label: texts.menuRedo },
      separator,
      { role: 'cut', label: texts.menuCut },
      { role: 'copy', label: texts.menuCopy },
      { role: 'paste', label: texts.menuPaste },
      { role: 'selectAll', label: texts.menuSelectAll },
    ],
  };
}

function viewMenu(texts: Texts, packaged: boolean): MenuItemConstructorOptions {
  return {
    label: texts.menuView,
    submenu: [
      { role: 'resetZoom', label: texts.menuActualSize },
      { role: 'zoomIn', label: texts.menuZoomIn },
      // Where + needs no Shift (as on a German keyboard) and where it does.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: texts.menuZoomOut },
      separator,
      { role: 'togglefullscreen', label: texts.menuFullScreen },
      ...(packaged
        ? []
        : [separator, { role: 'toggleDevTools', label: texts.menuDeveloper } as const]),
    ],
  };
}

function windowMenu(texts: Texts): MenuItemConstructorOptions {
  return {
    label: texts.menuWindow,
    role: 'window',
    submenu: [
      { role: 'close', label: texts.menuClose },
      { role: 'minimize', label: texts.menuMinimize },
      { role: 'zoom', label: texts.menuZoomWindow },
      separator,
      { role: 'front', label: texts.menuFront },
    ],
  };
}
