import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { trayImageFile } from '../../../../src/main/desktop/tray-image.ts';
import { certainPresence, type TrayPresence } from '../../../../src/main/desktop/tray-presence.ts';
import {
  trayState,
  type TrayAction,
  type TrayState,
} from '../../../../src/main/desktop/tray-state.ts';
import { createTrayView } from '../../../../src/main/desktop/tray-view.ts';
import { createTray } from '../../../../src/main/desktop/tray.ts';
import { createElectronDouble, type ElectronDouble } from '../../../support/electron-double.ts';
import { idle, now, row, signedIn, todayOf } from './states.ts';

const folder = join(import.meta.dirname, '../../../../resources/tray');
const calm = trayState({
  account: signedIn,
  sync: idle,
  today: todayOf([row(0)]),
  canRepeat: false,
  language: 'en',
  now,
});

let electron: ElectronDouble;
let acted: TrayAction[];
beforeEach(() => {
  electron = createElectronDouble();
  acted = [];
});

function createView(platform: NodeJS.Platform = 'win32', desktop = '') {
  return createTrayView({
    create: (image) => new electron.modules.Tray(image),
    loadImage: (file) => electron.modules.nativeImage.createFromPath(file),
    buildMenu: (template) => electron.modules.Menu.buildFromTemplate(template),
    theme: electron.modules.nativeTheme,
    platform,
    desktop,
    folder,
    act: (action) => acted.push(action),
  });
}

describe('the tray’s view', () => {
  it('shows icon, tooltip and menu', () => {
    createView().show(calm);
    expect(electron.tray().image.file).toBe(join(folder, 'idle-on-light.ico'));
    expect(electron.tray().tooltip).toBe(calm.tooltip);
    expect(electron.tray().menu.template.map((item) => item.label ?? item.type)).toEqual(
      calm.menu.map((item) => (item.kind === 'separator' ? 'separator' : item.label)),
    );
    expect(electron.tray().menu.template[0]).toMatchObject({ enabled: false });
  });

  it('touches only what has changed', () => {
    const view = createView();
    view.show(calm);
    const { changes } = electron.tray();
    changes.length = 0;
    view.show(structuredClone(calm));
    expect(changes).toEqual([]);
    view.show({ ...calm, tooltip: 'other' });
    expect(changes).toEqual(['tooltip']);
    view.show({ ...calm, tooltip: 'other', icon: 'running' });
    expect(changes).toEqual(['tooltip', 'image']);
    view.show({ ...calm, tooltip: 'other', icon: 'running', menu: calm.menu.slice(1) });
    expect(changes).toEqual(['tooltip', 'image', 'menu']);
    expect(electron.trays).toHaveLength(1);
  });

  it('does what is chosen', () => {
    createView().show(calm);
    for (const label of ['Open Tagwerk', 'Sync now', 'Sign out …', 'Quit Tagwerk']) {
      electron.tray().choose(label);
    }
    expect(acted).toEqual(['open', 'syncNow', 'signOut', 'quit']);
  });

  it.each([
    ['win32', ['open']],
    ['linux', ['open']],
    ['darwin', []],
  ] as const)('on a click on %s', (platform, expected) => {
    createView(platform).show(calm);
    electron.tray().emit('click');
    expect(acted).toEqual(expected);
  });

  it('follows the theme of the system’s bars, not that of programs, on Windows', () => {
    createView().show(calm);
    electron.theme.set(false, true);
    expect(electron.tray().image.file).toBe(join(folder, 'idle-on-dark.ico'));
    electron.theme.set(true, false);
    expect(electron.tray().image.file).toBe(join(folder, 'idle-on-light.ico'));
  });

  it('does not take the app’s own theme for the panel’s on Linux', () => {
    createView('linux').show(calm);
    electron.theme.themeSource = 'dark';
    electron.theme.set(true);
    expect(electron.tray().image.file).toBe(join(folder, 'idle-on-light.png'));
    electron.theme.themeSource = 'system';
    electron.theme.set(true);
    expect(electron.tray().image.file).toBe(join(folder, 'idle-on-dark.png'));
  });

  it('stops following the theme once it is gone', () => {
    const view = createView();
    view.show(calm);
    view.destroy();
    electron.theme.set(true);
    expect(electron.tray().isDestroyed()).toBe(true);
    expect(electron.trays).toHaveLength(1);
  });
});

describe('trayImageFile', () => {
  const icons = ['idle', 'running', 'problem', 'offline'] as const;
  const looks = (['darwin', 'win32', 'linux'] as const).flatMap((platform) =>
    [true, false].map((dark) => ({ platform, dark, desktop: '' })),
  );

  it.each(icons)('names files that exist for %s', (icon) => {
    const files = looks.map((look) => trayImageFile(folder, icon, look));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(new Set(files).size).toBe(5);
  });

  it.each([
    ['ubuntu:GNOME', false, 'dark'],
    ['Unity', false, 'dark'],
    ['Budgie:GNOME', false, 'dark'],
    ['KDE', false, 'light'],
    ['KDE', true, 'dark'],
    ['XFCE', false, 'light'],
    ['', true, 'dark'],
  ])('knows the panel of %s (dark: %s)', (desktop, dark, ground) => {
    const look = { platform: 'linux', dark, desktop } as const;
    expect(trayImageFile('', 'idle', look)).toBe(`idle-on-${ground}.png`);
  });
});

describe('createTray', () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const reports: string[] = [];
  const start = (presence: TrayPresence, view = createView()) =>
    createTray({ view, presence, report: (message) => reports.push(message) });
  beforeEach(() => void reports.splice(0));

  it('is present where there is a tray', async () => {
    const tray = start(certainPresence);
    tray.update(calm);
    await settled();
    expect(tray.present()).toBe(true);
    expect(electron.tray().tooltip).toBe(calm.tooltip);
    expect(reports).toEqual([]);
  });

  it('makes no icon before there is a panel to show it, and then shows the newest state', async () => {
    let panelComes: (there: boolean) => void = () => undefined;
    const panel = new Promise<boolean>((resolve) => (panelComes = resolve));
    const tray = start({ ...certainPresence, waitForPanel: () => panel });
    tray.update(calm);
    tray.update({ ...calm, tooltip: 'newest' });
    await settled();
    expect(electron.trays).toEqual([]);
    expect(tray.present()).toBe(false);
    panelComes(true);
    await settled();
    expect(electron.tray().tooltip).toBe('newest');
    expect(tray.present()).toBe(true);
  });

  it.each([
    ['no panel came', { waitForPanel: () => Promise.resolve(false) }],
    ['the panel refused the icon', { isShown: () => Promise.resolve(false) }],
  ])('is not present where %s', async (_what, change) => {
    const tray = start({ ...certainPresence, ...change });
    tray.update(calm);
    await settled();
    expect(tray.present()).toBe(false);
    expect(reports).toEqual(['There is no tray here; the window stays.']);
  });

  it('survives a tray that cannot be made', async () => {
    const show = vi.fn((_state: TrayState) => {
      throw new Error('no tray');
    });
    const tray = start(certainPresence, { show, destroy: () => undefined });
    tray.update(calm);
    await settled();
    tray.update({ ...calm, tooltip: 'other' });
    expect(tray.present()).toBe(false);
    expect(show).toHaveBeenCalledTimes(1);
    expect(reports).toEqual(['The tray icon could not be shown.']);
  });

  it('is gone once destroyed, even while it still waited', async () => {
    const tray = start(certainPresence);
    tray.destroy();
    tray.update(calm);
    await settled();
    expect(electron.trays).toEqual([]);
    expect(tray.present()).toBe(false);
  });
});
