import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate, type MenuLook } from '../../../../src/main/desktop/menu.ts';

const items = (look: Partial<MenuLook>): MenuItemConstructorOptions[] =>
  menuTemplate({ platform: 'win32', packaged: true, language: 'en', ...look }).flatMap((menu) => [
    menu,
    ...(Array.isArray(menu.submenu) ? menu.submenu : []),
  ]);
const roles = (look: Partial<MenuLook>) => items(look).flatMap((item) => item.role ?? []);

describe('menuTemplate', () => {
  it.each(['win32', 'linux', 'darwin'] as const)(
    'can quit, close, edit and zoom on %s',
    (platform) => {
      expect(roles({ platform })).toEqual(
        expect.arrayContaining([
          'quit',
          'close',
          'undo',
          'redo',
          'cut',
          'copy',
          'paste',
          'selectAll',
          'resetZoom',
          'zoomIn',
          'zoomOut',
        ]),
      );
    },
  );

  it.each(['win32', 'linux'] as const)('gives quitting and closing a key on %s', (platform) => {
    const keys = items({ platform }).flatMap(({ role, accelerator }) =>
      role === 'quit' || role === 'close' ? [[role, accelerator]] : [],
    );
    expect(keys).toEqual([
      ['close', 'Ctrl+W'],
      ['quit', 'Ctrl+Q'],
    ]);
  });

  it('is macOS’s standard one there', () => {
    expect(roles({ platform: 'darwin' })).toEqual(
      expect.arrayContaining(['about', 'hide', 'hideOthers', 'unhide', 'minimize', 'front']),
    );
  });

  it('offers developer tools only where the app is not packaged, and never to reload', () => {
    expect(roles({ packaged: true })).not.toContain('toggleDevTools');
    expect(roles({ packaged: false })).toContain('toggleDevTools');
    for (const packaged of [true, false]) {
      expect(roles({ packaged })).not.toContain('reload');
      expect(roles({ packaged })).not.toContain('forceReload');
    }
  });

  it('speaks the language in use everywhere it is read', () => {
    const words = (language: 'de' | 'en'): (string | undefined)[] =>
      items({ platform: 'darwin', language, packaged: false })
        .filter((item) => item.type !== 'separator' && item.visible !== false)
        .map((item) => item.label);
    expect(words('de')).toContain('Tagwerk beenden');
    expect(words('de')).toHaveLength(words('en').length);
    expect([...words('de'), ...words('en')]).not.toContain(undefined);
  });
});
