import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';

/** Goes into `_electron.launch({ args })` before the app; what follows here needs it. */
export const recorderArgs: readonly string[] = ['-r', join(import.meta.dirname, 'recorder.cjs')];

export interface MenuRecord {
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

export interface TrayRecord {
  /** File of the image last set; null while it is the one the tray was made with. */
  readonly image: string | null;
  readonly toolTip: string;
  readonly title: string;
  readonly menu: readonly MenuRecord[];
}

export interface DialogRecord {
  /** Such as `showMessageBox`. */
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface NotificationRecord {
  readonly title: string;
  readonly body: string;
}

interface Emits {
  emit(event: string, details: object): boolean;
}

/** What `recorder.cjs` keeps in the main process. */
interface Recorded {
  readonly trays: ReadonlyMap<
    Emits,
    { image: string | null; toolTip: string; title: string; menu: Electron.Menu | null }
  >;
  readonly images: readonly string[];
  readonly links: readonly string[];
  readonly files: readonly string[];
  readonly notifications: readonly (NotificationRecord & Emits)[];
  readonly dialogs: readonly DialogRecord[];
  readonly answers: unknown[];
  readonly loginItems: readonly Electron.Settings[];
  readonly shortcuts: ReadonlyMap<string, () => void>;
}

/** Runs a function in the main process, on what was recorded there. */
async function ask<A, R>(
  app: ElectronApplication,
  argument: A,
  run: (record: Recorded, argument: A) => R,
): Promise<R> {
  const record = await app.evaluateHandle(() => {
    const known = globalThis as unknown as Record<symbol, Recorded | undefined>;
    const recorded = known[Symbol.for('electron-recorder')];
    if (recorded === undefined) throw new Error('launch with recorderArgs to use this');
    return recorded;
  });
  type Evaluate = (run: (record: Recorded, argument: A) => R, argument: A) => Promise<R>;
  return (record.evaluate.bind(record) as unknown as Evaluate)(run, argument);
}

/** The trays there are, with what they show. */
export function trays(app: ElectronApplication): Promise<TrayRecord[]> {
  return ask(app, null, (record) =>
    [...record.trays.values()].map(({ image, toolTip, title, menu }) => ({
      image,
      toolTip,
      title,
      menu: (menu?.items ?? []).map(({ label, type, enabled, checked }) => ({
        label,
        type,
        enabled,
        checked,
      })),
    })),
  );
}

/** Files that images were loaded from so far, in order. */
export function loadedImages(app: ElectronApplication): Promise<readonly string[]> {
  return ask(app, null, (record) => [...record.images]);
}

/** Clicks the app's tray icon. */
export function clickTray(app: ElectronApplication): Promise<void> {
  return ask(app, null, (record) => {
    const [tray] = record.trays.keys();
    if (!tray) throw new Error('there is no tray');
    tray.emit('click', {});
  });
}

/** Picks an item of the tray's menu by its label; a disabled one cannot be picked. */
export function clickTrayItem(app: ElectronApplication, label: string): Promise<void> {
  return ask(app, label, (record, argument) => {
    const items = [...record.trays.values()].flatMap(({ menu }) => menu?.items ?? []);
    const item = items.find((each) => each.label === argument);
    if (!item?.enabled) {
      const there = items.map((each) => each.label).join(', ');
      throw new Error(`no tray item "${argument}" to pick; there are: ${there}`);
    }
    (item.click as (event: object) => void)({});
  });
}

/** Addresses given to `shell.openExternal`. None was really opened. */
export function openedLinks(app: ElectronApplication): Promise<readonly string[]> {
  return ask(app, null, (record) => [...record.links]);
}

/** Paths given to `shell.openPath` and `shell.showItemInFolder`. None was really opened. */
export function openedFiles(app: ElectronApplication): Promise<readonly string[]> {
  return ask(app, null, (record) => [...record.files]);
}

export function notifications(app: ElectronApplication): Promise<readonly NotificationRecord[]> {
  return ask(app, null, (record) =>
    record.notifications.map(({ title, body }) => ({ title, body })),
  );
}

/** Clicks the newest notification. */
export function clickNotification(app: ElectronApplication): Promise<void> {
  return ask(app, null, (record) => {
    const newest = record.notifications.at(-1);
    if (!newest) throw new Error('there is no notification');
    newest.emit('click', {});
  });
}

/** Lays an answer ready for the next dialog: a `MessageBoxReturnValue`, a `SaveDialogReturnValue` … */
export function answerNextDialog(app: ElectronApplication, answer: unknown): Promise<void> {
  return ask(app, answer, (record, argument) => void record.answers.push(argument));
}

export function dialogs(app: ElectronApplication): Promise<readonly DialogRecord[]> {
  return ask(app, null, (record) => [...record.dialogs]);
}

/** What the app told the system about starting at login, oldest first. */
export function loginItems(app: ElectronApplication): Promise<readonly Electron.Settings[]> {
  return ask(app, null, (record) => [...record.loginItems]);
}

export function shortcuts(app: ElectronApplication): Promise<readonly string[]> {
  return ask(app, null, (record) => [...record.shortcuts.keys()]);
}

/** Presses a global shortcut. */
export function pressShortcut(app: ElectronApplication, accelerator: string): Promise<void> {
  return ask(app, accelerator, (record, argument) => {
    const callback = record.shortcuts.get(argument);
    if (!callback) throw new Error(`the shortcut ${argument} is not registered`);
    callback();
  });
}

/** Sends the machine to sleep and wakes it, as far as the app can tell. */
export function sleepAndWake(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
  });
}
