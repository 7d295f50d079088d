import { describe, expect, it, vi } from 'vitest';
import { createBroadcast, registerBridge } from '../../../../src/main/bridge/index.ts';
import { isTrustedSender } from '../../../../src/main/bridge/sender.ts';
import { channels } from '../../../../src/shared/bridge/names.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { createElectronDouble, WebContentsDouble } from '../../../support/electron-double.ts';
import { noBillingRules, noRounding } from '../../../../src/shared/billing/rule.ts';
import { idle, signedIn, todayOf } from '../desktop/states.ts';
import { clientsDouble, examples } from './client-examples.ts';
import { query, result, view } from './history-examples.ts';
import { exportList } from './ledger-examples.ts';

function pageAt(url: string) {
  const page = new WebContentsDouble();
  page.mainFrame = { url, parent: null };
  return page;
}

describe('isTrustedSender', () => {
  const ours = pageAt('app://tagwerk/');
  const window = ours.asElectron();
  const frame = { ...window.mainFrame, url: 'app://tagwerk/index.html', parent: null } as never;

  it('trusts our page in our window', () => {
    expect(isTrustedSender({ sender: window, senderFrame: frame }, [window])).toBe(true);
  });

  it.each([
    'https://tagwerk/',
    'app://tagwerk.evil.de/',
    'app://evil@tagwerk/',
    'file:///app/out/renderer/index.html',
    'about:blank',
    'data:text/html,x',
    '',
  ])('does not trust %s in our window', (url) => {
    const elsewhere = { ...window.mainFrame, url, parent: null } as never;
    expect(isTrustedSender({ sender: window, senderFrame: elsewhere }, [window])).toBe(false);
  });

  it('does not trust a frame within our page', () => {
    const inner = { url: 'app://tagwerk/', parent: window.mainFrame } as never;
    expect(isTrustedSender({ sender: window, senderFrame: inner }, [window])).toBe(false);
  });

  it('does not trust a window that is not ours', () => {
    const other = pageAt('app://tagwerk/').asElectron();
    expect(isTrustedSender({ sender: other, senderFrame: other.mainFrame }, [window])).toBe(false);
    expect(isTrustedSender({ sender: window, senderFrame: frame }, [])).toBe(false);
  });

  it('does not trust a frame that is gone', () => {
    expect(isTrustedSender({ sender: window, senderFrame: null }, [window])).toBe(false);
  });
});

describe('createBroadcast', () => {
  it('tells every open window, with what the contract names', () => {
    const [open, gone] = [pageAt('app://tagwerk/'), pageAt('app://tagwerk/')];
    gone.destroyed();
    const report = vi.fn();
    const windows = () => [open.asElectron(), gone.asElectron()];
    createBroadcast({ windows, report })('account.changed', {
      ...signedIn,
      userToken: 'secret',
    } as never);
    expect(open.sent).toEqual([{ channel: channels.event, args: ['account.changed', signedIn] }]);
    expect(gone.sent).toEqual([]);
    expect(report).not.toHaveBeenCalled();
  });

  it('sends nothing malformed, and says where it was wrong', () => {
    const open = pageAt('app://tagwerk/');
    const report = vi.fn();
    const broadcast = createBroadcast({ windows: () => [open.asElectron()], report });
    broadcast('sync.changed', { ...idle, phase: 'secret' } as never);
    expect(open.sent).toEqual([]);
    expect(report.mock.calls).toEqual([['sync.changed was not sent, it is malformed: phase']]);
  });
});

describe('registerBridge', () => {
  const today = todayOf([]);
  const deps = {
    app: {
      info: () => ({
        version: '1',
        platform: 'linux',
        language: 'de' as const,
        endpoint: 'https://a.example/',
        demoAvailable: false,
      }),
      openLink: vi.fn(() => Promise.resolve(true)),
      copyText: vi.fn(() => Promise.resolve()),
      print: vi.fn(() => Promise.resolve(false)),
    },
    settings: { read: () => defaultSettings, change: vi.fn(() => defaultSettings) },
    account: {
      state: () => signedIn,
      signIn: vi.fn(() => Promise.resolve({ ok: true as const, value: signedIn })),
      tryDemo: vi.fn(() => Promise.resolve({ ok: true as const, value: signedIn })),
      unlock: vi.fn(() => Promise.resolve(signedIn)),
      signOut: vi.fn(() => Promise.resolve({ ok: true as const, value: signedIn })),
    },
    workspace: {
      sync: () => idle,
      syncNow: vi.fn(),
      today: vi.fn(() => Promise.resolve({ ok: true as const, value: today })),
    },
    history: {
      search: vi.fn(() => Promise.resolve(result)),
      page: vi.fn(() => Promise.resolve(result.page)),
      session: vi.fn(() => Promise.resolve(null)),
      setNote: vi.fn(() => Promise.resolve()),
      copyRows: vi.fn(() => Promise.resolve(3)),
      views: vi.fn(() => Promise.resolve([view])),
      saveView: vi.fn(() => Promise.resolve([view])),
      removeView: vi.fn(() => Promise.resolve([])),
      rules: vi.fn(() => Promise.resolve(noBillingRules)),
      setRule: vi.fn(() => Promise.resolve(noBillingRules)),
      previewRule: vi.fn(() => Promise.resolve({ beforeMs: 1, afterMs: 2 })),
    },
    clients: clientsDouble(),
    exports: {
      serverProspect: vi.fn(() =>
        Promise.resolve({ formats: ['csv'], sessions: 2, untranslated: [] }),
      ),
      prospect: vi.fn(() =>
        Promise.resolve({
          outlook: {
            sessions: 2,
            running: 0,
            billableMs: 1,
            exportedBefore: 0,
            lastExportedAt: null,
          },
          folder: null,
        }),
      ),
      run: vi.fn(() => Promise.resolve({ kind: 'cancelled' as const })),
      cancel: vi.fn(() => false),
      open: vi.fn(() => Promise.resolve(true)),
      reveal: vi.fn(() => Promise.resolve(true)),
    },
    ledger: {
      list: vi.fn(() => Promise.resolve(exportList)),
      verify: vi.fn(() => Promise.resolve('gone' as const)),
      differences: vi.fn(() => Promise.resolve(null)),
    },
  };

  it('delegates every call to the part that knows', async () => {
    const { ipc } = createElectronDouble();
    const page = pageAt('app://tagwerk/').asElectron();
    registerBridge({ ...deps, ipcMain: ipc.asElectron(), windows: () => [page], report: vi.fn() });
    const sender = { sender: page, senderFrame: page.mainFrame };
    const call = (...args: unknown[]) => ipc.invoke(sender, channels.call, ...args);

    expect(await call('app.read')).toEqual(deps.app.info());
    expect(await call('app.openLink', 'https://example.de/')).toBe(true);
    expect(await call('settings.read')).toEqual(defaultSettings);
    expect(await call('settings.change', { theme: 'dark' })).toEqual(defaultSettings);
    for (const name of ['account.read', 'account.unlock']) {
      expect(await call(name)).toEqual(signedIn);
    }
    for (const name of ['account.tryDemo', 'account.signOut']) {
      expect(await call(name)).toEqual({ ok: true, value: signedIn });
    }
    const request = {
      endpoint: 'https://a.example/',
      integratorToken: 'i',
      userToken: 'u',
      ownEmail: null,
      storage: 'memory',
    };
    await call('account.signIn', request);
    expect(await call('sync.read')).toEqual(idle);
    expect(await call('sync.now')).toEqual(idle);
    expect(await call('today.read', { scope: 'mine' })).toEqual({ ok: true, value: today });

    expect(deps.app.openLink).toHaveBeenCalledWith('https://example.de/');
    expect(deps.settings.change).toHaveBeenCalledWith({ theme: 'dark' });
    expect(deps.account.signIn).toHaveBeenCalledWith(request);
    expect(deps.account.tryDemo).toHaveBeenCalledTimes(1);
    expect(deps.account.unlock).toHaveBeenCalledTimes(1);
    expect(deps.account.signOut).toHaveBeenCalledTimes(1);
    expect(deps.workspace.syncNow).toHaveBeenCalledTimes(1);
    expect(deps.workspace.today).toHaveBeenCalledWith('mine');
  });

  it('delegates what History asks', async () => {
    const { ipc } = createElectronDouble();
    const page = pageAt('app://tagwerk/').asElectron();
    registerBridge({ ...deps, ipcMain: ipc.asElectron(), windows: () => [page], report: vi.fn() });
    const sender = { sender: page, senderFrame: page.mainFrame };
    const call = (...args: unknown[]) => ipc.invoke(sender, channels.call, ...args);
    const { history } = deps;

    expect(await call('app.copyText', 'Müller')).toBe(true);
    expect(deps.app.copyText).toHaveBeenCalledWith('Müller');
    expect(await call('app.print')).toBe(false);
    const columns = ['date', 'client'];
    const rule = { ...noRounding, mode: 'up', step: 15 };
    for (const [name, request, asked, value] of [
      ['history.search', query, history.search, result],
      ['history.page', { result: 1, offset: 5, count: 10 }, history.page, result.page],
      ['history.session', 'a', history.session, null],
      ['history.setNote', { id: 'a', note: 'n' }, history.setNote, null],
      [
        'history.copyRows',
        { result: 1, ranges: [{ first: 0, last: 2 }], columns },
        history.copyRows,
        3,
      ],
      ['history.views', undefined, history.views, [view]],
      ['history.saveView', { view, replaces: 'x' }, history.saveView, [view]],
      ['history.removeView', 'x', history.removeView, []],
      ['history.rules', undefined, history.rules, noBillingRules],
      ['history.setRule', { client: 'f', rule }, history.setRule, noBillingRules],
      [
        'history.previewRule',
        { query, client: null, rule },
        history.previewRule,
        { beforeMs: 1, afterMs: 2 },
      ],
    ] as const) {
      expect(await call(name, request), name).toEqual({ ok: true, value });
      expect(asked.mock.calls, name).toEqual([request === undefined ? [] : [request]]);
    }
  });

  it('delegates what Clients and People ask', async () => {
    const { ipc } = createElectronDouble();
    const page = pageAt('app://tagwerk/').asElectron();
    registerBridge({ ...deps, ipcMain: ipc.asElectron(), windows: () => [page], report: vi.fn() });
    const sender = { sender: page, senderFrame: page.mainFrame };
    for (const [name, [request, value]] of Object.entries(examples)) {
      const answer = await ipc.invoke(sender, channels.call, name, request);
      expect(answer, name).toEqual({ ok: true, value });
    }
  });

  it('answers no other page', async () => {
    const { ipc } = createElectronDouble();
    const page = pageAt('https://example.de/').asElectron();
    const report = vi.fn();
    registerBridge({ ...deps, ipcMain: ipc.asElectron(), windows: () => [page], report });
    const sender = { sender: page, senderFrame: page.mainFrame };
    await expect(ipc.invoke(sender, channels.call, 'settings.read')).rejects.toThrow(/refused/);
  });

  it('has its channel once', () => {
    const { ipc } = createElectronDouble();
    const register = (): void =>
      registerBridge({ ...deps, ipcMain: ipc.asElectron(), windows: () => [], report: vi.fn() });
    register();
    expect(register).toThrow(/second handler/);
  });
});
