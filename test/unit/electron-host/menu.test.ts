import { describe, expect, test, vi } from 'vitest';
import { createMenus } from '../../electron-host/api/menu.ts';

const quit = vi.fn();
const { Menu, MenuItem } = createMenus({ quit, focused: () => null });
const press = (item: Electron.MenuItem | undefined): void => {
  (item?.click as ((event: object) => void) | undefined)?.({});
};

describe('Menu', () => {
  test('is built of a template, submenus and finished items', () => {
    const menu = Menu.buildFromTemplate([
      { label: 'One', id: 'one' },
      { type: 'separator' },
      { label: 'More', submenu: [{ label: 'Deep', id: 'deep', enabled: false }] },
      new MenuItem({ role: 'quit' }),
    ]);
    expect(menu.items.map(({ label, type }) => [label, type])).toEqual([
      ['One', 'normal'],
      ['', 'separator'],
      ['More', 'submenu'],
      ['Quit', 'normal'],
    ]);
    expect(menu.getMenuItemById('deep')?.enabled).toBe(false);
    expect(menu.getMenuItemById('none')).toBe(null);
  });

  test('an item is clicked, unless it is disabled', () => {
    const click = vi.fn();
    const menu = Menu.buildFromTemplate([
      { label: 'Yes', click },
      { label: 'No', enabled: false, click },
      { role: 'quit' },
    ]);
    for (const item of menu.items) press(item);
    expect(click).toHaveBeenCalledTimes(1);
    expect(click.mock.calls[0]?.[0]).toBe(menu.items[0]);
    expect(quit).toHaveBeenCalledTimes(1);
  });

  test('a check box turns, and of radio items beside each other one is on', () => {
    const menu = Menu.buildFromTemplate([
      { type: 'checkbox', label: 'Box' },
      { type: 'radio', label: 'A', checked: true },
      { type: 'radio', label: 'B' },
      { type: 'separator' },
      { type: 'radio', label: 'C', checked: true },
    ]);
    press(menu.items[0]);
    press(menu.items[2]);
    expect(menu.items.map(({ checked }) => checked)).toEqual([true, false, true, false, true]);
  });

  test('nonsense is refused', () => {
    expect(() => new MenuItem({ role: 'nonsense' as 'quit' })).toThrow('Invalid role: nonsense');
    expect(() => new MenuItem({ type: 'odd' as 'normal' })).toThrow('Unknown menu item type: odd');
    expect(() => new MenuItem({ type: 'submenu' })).toThrow('Invalid submenu');
    const item = new MenuItem({ role: 'togglefullscreen' });
    expect(() => press(item)).toThrow(/not implemented by the host: a click on the role/);
    expect(() => Reflect.get(item, 'unknown') as unknown).toThrow(/MenuItem\.unknown/);
  });
});
