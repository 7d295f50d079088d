import type {
  BaseWindow,
  BrowserWindow,
  KeyboardEvent as ClickModifiers,
  Menu,
  MenuItem,
  MenuItemConstructorOptions,
  PopupOptions,
  WebContents,
} from 'electron';
import { createEvent, faceOf, KnownEvents, strict } from '../strict.ts';
import { isRole, labelOfRole, performRole, type RoleActions } from './menu-roles.ts';

const itemTypes = new Set([
  'normal',
  'separator',
  'submenu',
  'checkbox',
  'radio',
  'header',
  'palette',
]);

export interface Menus {
  readonly Menu: typeof Menu;
  readonly MenuItem: typeof MenuItem;
  readonly application: { get(): Menu | null; set(menu: Menu | null): void };
}

/** Electron's `Menu` and `MenuItem`: kept, not drawn; a test clicks their items. */
export function createMenus(actions: RoleActions): Menus {
  let application: Menu | null = null;
  let lastCommand = 0;

  class HostMenuItem {
    readonly commandId = ++lastCommand;
    readonly id: string;
    readonly role: MenuItem['role'];
    readonly type: MenuItem['type'];
    readonly accelerator: string | null;
    readonly userAccelerator = null;
    readonly submenu: Menu | undefined;
    readonly icon: MenuItem['icon'];
    readonly registerAccelerator: boolean;
    label: string;
    sublabel: string;
    toolTip: string;
    enabled: boolean;
    visible: boolean;
    checked: boolean;
    menu: Menu | null = null;

    constructor(options: MenuItemConstructorOptions) {
      this.role = options.role as MenuItem['role'];
      if (options.role !== undefined && !isRole(options.role)) {
        throw new TypeError(`Invalid role: ${String(options.role)}`);
      }
      this.submenu = toMenu(options.submenu);
      this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
      if (!itemTypes.has(this.type)) throw new TypeError(`Unknown menu item type: ${this.type}`);
      if (this.type === 'submenu' && !this.submenu && !this.role) {
        throw new TypeError('Invalid submenu');
      }
      this.id = options.id ?? '';
      this.label = options.label ?? labelOfRole(options.role);
      this.sublabel = options.sublabel ?? '';
      this.toolTip = options.toolTip ?? '';
      this.accelerator = options.accelerator ?? null;
      this.icon = options.icon;
      this.enabled = options.enabled ?? true;
      this.visible = options.visible ?? true;
      this.checked = options.checked ?? false;
      this.registerAccelerator = options.registerAccelerator ?? true;
      const { click } = options;
      this.click = (event: ClickModifiers, window?: BaseWindow, contents?: WebContents) => {
        if (!this.enabled) return;
        if (this.type === 'checkbox') this.checked = !this.checked;
        if (this.type === 'radio') this.pick();
        if (this.role !== undefined && click === undefined) {
          performRole(this.role, actions, window as BrowserWindow | undefined, contents);
          return;
        }
        click?.(faceOfItem(this), window, event);
      };
      return faceOfItem(this) as unknown as HostMenuItem;
    }

    readonly click: (event: ClickModifiers, window?: BaseWindow, contents?: WebContents) => void;

    /** Of neighbouring radio items one is checked. */
    private pick(): void {
      const items = this.menu?.items ?? [];
      const own = items.findIndex((each) => each.commandId === this.commandId);
      const isRadio = (index: number): boolean => items[index]?.type === 'radio';
      let first = own;
      while (isRadio(first - 1)) first -= 1;
      for (let index = first; isRadio(index); index += 1) {
        const item = items[index];
        if (item) item.checked = index === own;
      }
    }
  }

  const faces = new WeakMap<HostMenuItem, MenuItem>();
  const faceOfItem = (item: HostMenuItem): MenuItem => {
    const face = faces.get(item) ?? (strict(item, 'MenuItem') as unknown as MenuItem);
    faces.set(item, face);
    return face;
  };

  class HostMenu extends KnownEvents {
    readonly items: MenuItem[] = [];

    static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
      if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu');
      const menu = new HostMenu() as unknown as Menu;
      for (const each of template) {
        const item =
          each instanceof HostMenuItem
            ? each
            : new HostMenuItem(each as MenuItemConstructorOptions);
        menu.append(item as unknown as MenuItem);
      }
      return menu;
    }

    static setApplicationMenu(menu: Menu | null): void {
      application = menu;
    }

    static getApplicationMenu(): Menu | null {
      return application;
    }

    constructor() {
      super('Menu', ['menu-will-close', 'menu-will-show']);
      return faceOf(this, 'Menu');
    }

    append(item: MenuItem): void {
      this.insert(this.items.length, item);
    }

    insert(position: number, item: MenuItem): void {
      if (!(item instanceof HostMenuItem)) throw new TypeError('Invalid item');
      item.menu = this;
      this.items.splice(position, 0, item as unknown as MenuItem);
    }

    getMenuItemById(id: string): MenuItem | null {
      for (const item of this.items) {
        if (item.id === id) return item;
        const found = item.submenu?.getMenuItemById(id);
        if (found) return found;
      }
      return null;
    }

    popup({ callback }: PopupOptions = {}): void {
      this.emit('menu-will-show', createEvent({}));
      this.emit('menu-will-close', createEvent({}));
      callback?.();
    }

    closePopup(): void {
      this.emit('menu-will-close', createEvent({}));
    }
  }

  const toMenu = (submenu: MenuItemConstructorOptions['submenu']): Menu | undefined =>
    Array.isArray(submenu) ? HostMenu.buildFromTemplate(submenu) : submenu;

  return {
    Menu: strict(HostMenu, 'Menu') as unknown as typeof Menu,
    MenuItem: strict(HostMenuItem, 'MenuItem') as unknown as typeof MenuItem,
    application: { get: () => application, set: (menu) => void (application = menu) },
  };
}
