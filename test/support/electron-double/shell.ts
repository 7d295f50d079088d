import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type {
  Menu,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NativeImage,
  NativeTheme,
  Tray,
} from 'electron';

/** A menu, as what it was built from. */
export interface MenuDouble {
  readonly template: readonly MenuItemConstructorOptions[];
}

export function buildMenu(template: MenuItemConstructorOptions[]): Menu {
  for (const item of template) {
    if (!item.label && !item.role && item.type !== 'separator') {
      throw new Error('Invalid template for MenuItem: must have submenu, label, role or type');
    }
  }
  return { template } as unknown as Menu;
}

/** A file's image; one that is not there is empty, as in Electron, and shows as nothing. */
export interface ImageDouble {
  readonly file: string;
}

export function loadImage(file: string): NativeImage {
  return { file, isEmpty: () => !existsSync(file) } as unknown as NativeImage;
}

export class TrayDouble
  extends EventEmitter
  implements Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'destroy' | 'isDestroyed'>
{
  image: ImageDouble & { isEmpty(): boolean };
  tooltip = '';
  menu: MenuDouble = { template: [] };
  readonly changes: ('image' | 'tooltip' | 'menu')[] = [];
  #destroyed = false;

  constructor(image: NativeImage) {
    super();
    this.image = image as unknown as ImageDouble & { isEmpty(): boolean };
  }

  setImage(image: NativeImage | string): void {
    this.#change('image');
    this.image = image as unknown as ImageDouble & { isEmpty(): boolean };
  }
  setToolTip(tooltip: string): void {
    this.#change('tooltip');
    this.tooltip = tooltip;
  }
  setContextMenu(menu: Menu | null): void {
    this.#change('menu');
    this.menu = menu as unknown as MenuDouble;
  }
  destroy(): void {
    this.#destroyed = true;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** A person chooses the item with these words. */
  choose(label: string): void {
    const item = this.menu.template.find((each) => each.label === label);
    if (!item || item.enabled === false) throw new Error(`There is no “${label}” to choose.`);
    item.click?.({} as never, undefined, {});
  }

  #change(what: 'image' | 'tooltip' | 'menu'): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    this.changes.push(what);
  }

  asElectron(): Tray {
    return this as unknown as Tray;
  }
}

export class ThemeDouble
  extends EventEmitter
  implements
    Pick<
      NativeTheme,
      'themeSource' | 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI'
    >
{
  themeSource: NativeTheme['themeSource'] = 'system';
  shouldUseDarkColors = false;
  shouldUseDarkColorsForSystemIntegratedUI = false;

  set(dark: boolean, systemDark: boolean = dark): void {
    this.shouldUseDarkColors = dark;
    this.shouldUseDarkColorsForSystemIntegratedUI = systemDark;
    this.emit('updated');
  }

  asElectron(): NativeTheme {
    return this as unknown as NativeTheme;
  }
}

export class DialogDouble {
  readonly boxes: MessageBoxOptions[] = [];
  readonly errors: { readonly title: string; readonly content: string }[] = [];
  /** The button a person will press. */
  press = 0;

  showMessageBox(options: unknown): Promise<{ response: number; checkboxChecked: boolean }> {
    this.boxes.push(options as MessageBoxOptions);
    return Promise.resolve({ response: this.press, checkboxChecked: false });
  }
  showErrorBox(title: string, content: string): void {
    this.errors.push({ title, content });
  }
}
