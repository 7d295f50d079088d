import { EventEmitter } from 'node:events';
import type { Notification, NotificationConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import {
  createExportNotifier,
  type ExportNotifierDeps,
} from '../../../../src/main/desktop/export-notification.ts';
import type { ExportRecord } from '../../../../src/shared/exports/record.ts';
import type { ExportEnd } from '../../../../src/shared/bridge/export-calls.ts';

const record = {
  id: 7,
  finishedAt: Date.UTC(2026, 10, 23, 14),
  path: '/home/jana/Exporte & <b>Co</b>/Tagwerk_2026-11_Mueller.csv',
  format: 'csv-excel' as const,
  rows: 1234,
  bytes: 4711,
  sha256: 'ab',
  measuredMs: 1,
  billableMs: 3.4 * 3_600_000,
};
const done = (change: Partial<ExportRecord> = {}): { ok: true; value: ExportEnd } => ({
  ok: true,
  value: { kind: 'done', record: { ...record, ...change } },
});

class NotificationDouble extends EventEmitter {
  readonly options: NotificationConstructorOptions;
  shown = 0;

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    this.shown += 1;
  }
  close(): void {
    this.emit('close', {});
  }
  asElectron(): Notification {
    return this as unknown as Notification;
  }
  press(actionIndex: number): void {
    this.emit('action', { actionIndex, selectionIndex: -1 }, actionIndex, -1);
  }
}

function stage(change: Partial<ExportNotifierDeps> = {}, there = true) {
  const made: NotificationDouble[] = [];
  const open = vi.fn(() => Promise.resolve(there));
  const reveal = vi.fn(() => Promise.resolve(there));
  const showWindow = vi.fn();
  const report = vi.fn();
  const tell = createExportNotifier({
    isSupported: () => true,
    create(options) {
      const notification = new NotificationDouble(options);
      made.push(notification);
      return notification.asElectron();
    },
    platform: 'linux',
    language: () => 'de',
    open,
    reveal,
    showWindow,
    report,
    ...change,
  });
  const newest = (): NotificationDouble => {
    const last = made.at(-1);
    if (!last) throw new Error('nothing was told');
    return last;
  };
  return { tell, made, newest, open, reveal, showWindow, report };
}

describe('an export that was made', () => {
  it('is told by its file’s name, never by what is in it', () => {
    const { tell, newest } = stage();
    tell(done());
    expect(newest().shown).toBe(1);
    expect(newest().options).toEqual({
      title: 'Tagwerk_2026-11_Mueller.csv',
      body: 'Exportiert: 1.234 Sitzungen · 3:24 Std.\nEin Klick öffnet die Datei.',
    });
  });

  it('has a Windows file’s name alone, on one line and in one direction', () => {
    const { tell, newest } = stage({ platform: 'win32' });
    tell(done({ path: 'C:\\Users\\jana\\a\u202egpj\n.csv', rows: 1 }));
    expect(newest().options.title).toBe('a gpj .csv');
    expect(newest().options.body).toContain('1 Sitzung ·');
  });

  it.each(['darwin', 'win32'] as const)('offers to open and to show it on %s', (platform) => {
    const { tell, newest, open, reveal } = stage({ platform, language: () => 'en' });
    tell(done());
    expect(newest().options.actions).toEqual([
      { type: 'button', text: 'Open' },
      { type: 'button', text: 'Show in folder' },
    ]);
    expect(newest().options.body).not.toContain('click');
    newest().press(1);
    expect([open, reveal].map((each) => each.mock.calls)).toEqual([[], [[7]]]);
    newest().press(0);
    newest().emit('click', {});
    expect(open.mock.calls).toEqual([[7], [7]]);
    expect(() => newest().press(5)).not.toThrow();
  });

  it('is opened by a click on Linux, where there are no buttons', () => {
    const { tell, newest, open } = stage();
    tell(done());
    expect(newest().options.actions).toBeUndefined();
    newest().emit('click', {});
    expect(open).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('on the clipboard has no file to open, and leads to the window', () => {
    const { tell, newest, open, showWindow } = stage({ platform: 'win32' });
    tell(done({ path: '', format: 'clipboard' }));
    expect(newest().options).toEqual({
      title: 'In der Zwischenablage',
      body: 'Exportiert: 1.234 Sitzungen · 3:24 Std.',
    });
    newest().emit('click', {});
    expect(showWindow).toHaveBeenCalledOnce();
    expect(open).not.toHaveBeenCalled();
  });

  it('leads to the window where its file is gone by then', async () => {
    const { tell, newest, showWindow } = stage({}, false);
    tell(done());
    newest().emit('click', {});
    await vi.waitFor(() => expect(showWindow).toHaveBeenCalledOnce());
  });
});

describe('an export that failed', () => {
  it.each([
    ['disk-full', 'The disk is full'],
    ['file-not-written', 'could not be written there'],
    ['sessions-removed', 'were removed'],
    ['history-damaged', 'unexpected'],
  ] as const)('is told with what to do: %s', (code, words) => {
    const { tell, newest, showWindow } = stage({ language: () => 'en' });
    tell({ ok: false, problem: { code, path: '/home/jana/secret.csv' } });
    expect(newest().options.title).toBe('The export did not come about');
    expect(newest().options.body).toContain(words);
    expect(JSON.stringify(newest().options)).not.toContain('secret');
    newest().emit('click', {});
    expect(showWindow).toHaveBeenCalledOnce();
  });
});

it('says nothing of one that was called off, nor where nothing can be shown', () => {
  const quiet = stage();
  quiet.tell({ ok: true, value: { kind: 'cancelled' } });
  expect(quiet.made).toEqual([]);
  const without = stage({ isSupported: () => false });
  without.tell(done());
  expect(without.made).toEqual([]);
});

it('notes in the log where the system refuses one, and goes on', () => {
  const { tell, newest, report } = stage();
  tell(done());
  newest().emit('failed', {}, 'not signed');
  expect(report).toHaveBeenCalledWith(expect.any(String), 'not signed');
  const broken = stage({
    create: () => {
      throw new Error('no bus');
    },
  });
  expect(() => broken.tell(done())).not.toThrow();
  expect(broken.report).toHaveBeenCalledOnce();
});
