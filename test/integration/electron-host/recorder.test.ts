import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as testing from '../../electron-host/testing.ts';
import { openFixture, type Fixture } from './support.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture(testing.recorderArgs);
});
afterAll(() => fixture.app.close());

/** An icon as every platform takes it: one red point. */
const icon =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

describe('the tray', () => {
  test('is seen and operated from outside', async () => {
    const { app } = fixture;
    expect(await testing.trays(app)).toEqual([]);
    await app.evaluate(({ Menu, nativeImage, Tray }, url) => {
      const clicks: string[] = [];
      const tray = new Tray(nativeImage.createFromDataURL(url));
      tray.setToolTip('3:24 h');
      tray.on('click', () => clicks.push('tray'));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: 'Open', click: () => clicks.push('open') },
          { type: 'separator' },
          { label: 'Total', enabled: false, click: () => clicks.push('total') },
        ]),
      );
      Object.assign(globalThis, { clicks, tray });
    }, icon);
    const normal = { type: 'normal', checked: false };
    expect(await testing.trays(app)).toEqual([
      {
        image: null,
        toolTip: '3:24 h',
        title: '',
        menu: [
          { ...normal, label: 'Open', enabled: true },
          { ...normal, label: '', type: 'separator', enabled: true },
          { ...normal, label: 'Total', enabled: false },
        ],
      },
    ]);
    await testing.clickTrayItem(app, 'Open');
    await testing.clickTray(app);
    await expect(testing.clickTrayItem(app, 'Total')).rejects.toThrow(/Open, , Total/);
    const clicks = await app.evaluate(() => (globalThis as unknown as { clicks: string[] }).clicks);
    expect(clicks).toEqual(['open', 'tray']);
    await app.evaluate(() => (globalThis as unknown as { tray: Electron.Tray }).tray.destroy());
    expect(await testing.trays(app)).toEqual([]);
  });

  test('wants an image that is one', async () => {
    const missing = join(import.meta.dirname, 'nowhere.png');
    const messages = await fixture.app.evaluate(
      ({ nativeImage, Tray }, path) =>
        [nativeImage.createEmpty(), path].map((image) => {
          try {
            return new Tray(image).getTitle();
          } catch (error) {
            return (error as Error).message;
          }
        }),
      missing,
    );
    expect(messages).toEqual([
      "Failed to load image from path 'the given image': a tray icon must not be empty",
      `Failed to load image from path '${missing}': a tray icon must not be empty`,
    ]);
  });
});

describe('what goes to the desktop', () => {
  test('links and files are seen, and opened nowhere', async () => {
    await fixture.app.evaluate(async ({ shell }) => {
      await shell.openExternal('https://example.invalid/');
      await shell.openPath('/tmp/file');
      shell.showItemInFolder('/tmp/other');
    });
    expect(await testing.openedLinks(fixture.app)).toEqual(['https://example.invalid/']);
    expect(await testing.openedFiles(fixture.app)).toEqual(['/tmp/file', '/tmp/other']);
  });

  test('notifications are seen and clicked', async () => {
    await fixture.app.evaluate(({ Notification }) => {
      const notification = new Notification({ title: 'Done', body: '7 sessions' });
      const events: string[] = [];
      notification.on('show', () => events.push('show'));
      notification.on('click', () => events.push('click'));
      notification.show();
      Object.assign(globalThis, { noticed: events });
    });
    expect(await testing.notifications(fixture.app)).toEqual([
      { title: 'Done', body: '7 sessions' },
    ]);
    await testing.clickNotification(fixture.app);
    const events = await fixture.app.evaluate(
      () => (globalThis as unknown as { noticed: string[] }).noticed,
    );
    expect(events).toEqual(['show', 'click']);
  });

  test('a notification that is not there is not closed, and no event comes that Electron lacks', async () => {
    const told = await fixture.app.evaluate(({ Notification }) => {
      const notification = new Notification({ title: 'Done' });
      const events: string[] = [];
      notification.on('close', () => events.push('close'));
      notification.close();
      try {
        notification.on('clicked' as 'click', () => undefined);
      } catch (error) {
        events.push((error as Error).message);
      }
      return events;
    });
    expect(told).toEqual(['not implemented by the host: the event "clicked" of Notification']);
  });

  test('dialogs are answered ahead; one without an answer fails', async () => {
    await testing.answerNextDialog(fixture.app, { response: 1, checkboxChecked: false });
    const outcomes = await fixture.app.evaluate(async ({ dialog }) => {
      const ask = (): Promise<unknown> =>
        dialog.showMessageBox({ message: 'Sure?' }).then(
          ({ response }) => response,
          (error: Error) => error.message,
        );
      return [await ask(), await ask()];
    });
    expect(outcomes).toEqual([1, 'an unanswered dialog: electron.dialog.showMessageBox']);
    expect(await testing.dialogs(fixture.app)).toEqual([
      { name: 'showMessageBox', options: { message: 'Sure?' } },
      { name: 'showMessageBox', options: { message: 'Sure?' } },
    ]);
  });

  test('start at login, shortcuts, sleep', async () => {
    const { app } = fixture;
    const heard = await app.evaluate((electron) => {
      const events: string[] = [];
      electron.powerMonitor.on('suspend', () => events.push('suspend'));
      electron.powerMonitor.on('resume', () => events.push('resume'));
      electron.globalShortcut.register('Ctrl+Shift+T', () => events.push('shortcut'));
      electron.app.setLoginItemSettings({ openAtLogin: true, args: ['--hidden'] });
      Object.assign(globalThis, { events });
      return electron.app.getLoginItemSettings().openAtLogin;
    });
    expect(heard).toBe(true);
    expect(await testing.loginItems(app)).toEqual([{ openAtLogin: true, args: ['--hidden'] }]);
    expect(await testing.shortcuts(app)).toEqual(['Ctrl+Shift+T']);
    await testing.pressShortcut(app, 'Ctrl+Shift+T');
    await testing.sleepAndWake(app);
    const events = await app.evaluate(() => (globalThis as unknown as { events: string[] }).events);
    expect(events).toEqual(['shortcut', 'suspend', 'resume']);
  });
});
