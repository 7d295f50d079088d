import { beforeEach, describe, expect, it, vi } from 'vitest';
import { registerCalls, type Handlers } from '../../../../src/main/bridge/calls.ts';
import { callNames, channels } from '../../../../src/shared/bridge/names.ts';
import type { CallName, SignIn } from '../../../../src/shared/bridge/contract.ts';
import { calls, events } from '../../../../src/shared/bridge/contract.ts';
import { eventNames } from '../../../../src/shared/bridge/names.ts';
import { ProblemError } from '../../../../src/shared/problem.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { createElectronDouble, WebContentsDouble } from '../../../support/electron-double.ts';
import { noBillingRules, noRounding } from '../../../../src/shared/billing/rule.ts';
import { idle, row, signedIn, todayOf } from '../desktop/states.ts';
import { clientHandlers } from '../../../../src/main/bridge/clients.ts';
import { clientsDouble, examples } from './client-examples.ts';
import { query, result, view } from './history-examples.ts';
import { differences, exportList } from './ledger-examples.ts';

const page = new WebContentsDouble().asElectron();
const sender = { sender: page, senderFrame: page.mainFrame };

const info = {
  version: '1.0.0',
  platform: 'linux',
  language: 'de',
  endpoint: 'https://api.example.de/graphql',
  demoAvailable: true,
} as const;

const handlers = {
  'app.read': () => info,
  'app.openLink': vi.fn((_url: string) => true),
  'settings.read': () => defaultSettings,
  'settings.change': vi.fn((_change: Partial<Settings>) => defaultSettings),
  'account.read': () => signedIn,
  'account.signIn': vi.fn((_request: SignIn) => ({ ok: true as const, value: signedIn })),
  'account.tryDemo': () => ({ ok: true, value: signedIn }),
  'account.unlock': () => signedIn,
  'account.signOut': () => ({ ok: true, value: signedIn }),
  'sync.read': () => idle,
  'sync.now': () => idle,
  'today.read': vi.fn(() => ({ ok: true as const, value: todayOf([row(0)]) })),
  'app.copyText': vi.fn((_text: string) => true),
  'app.print': vi.fn(() => true),
  'history.search': vi.fn(() => ({ ok: true as const, value: result })),
  'history.page': vi.fn(() => ({ ok: true as const, value: result.page })),
  'history.session': vi.fn(() => ({ ok: true as const, value: null })),
  'history.setNote': vi.fn(() => ({ ok: true as const, value: null })),
  'history.copyRows': vi.fn(() => ({ ok: true as const, value: 3 })),
  'history.views': () => ({ ok: true, value: [view] }),
  'history.saveView': vi.fn(() => ({ ok: true as const, value: [view] })),
  'history.removeView': vi.fn(() => ({ ok: true as const, value: [] })),
  'history.rules': () => ({ ok: true, value: noBillingRules }),
  'history.setRule': vi.fn(() => ({ ok: true as const, value: noBillingRules })),
  'history.previewRule': vi.fn(() => ({ ok: true as const, value: { beforeMs: 1, afterMs: 2 } })),
  'exports.prospect': vi.fn(() => ({
    ok: true as const,
    value: {
      outlook: { sessions: 2, running: 0, billableMs: 1, exportedBefore: 0, lastExportedAt: null },
      folder: '/home/jana/Rechnungen',
    },
  })),
  'exports.serverProspect': vi.fn(() => ({
    ok: true as const,
    value: { formats: ['csv'], sessions: 2, untranslated: ['sort' as const] },
  })),
  'exports.run': vi.fn(() => ({ ok: true as const, value: { kind: 'cancelled' as const } })),
  'exports.cancel': vi.fn(() => false),
  'exports.open': vi.fn(() => ({ ok: true as const, value: true })),
  'exports.reveal': vi.fn(() => ({ ok: true as const, value: true })),
  'exports.list': vi.fn(() => ({ ok: true as const, value: exportList })),
  'exports.verify': vi.fn(() => ({ ok: true as const, value: 'same' as const })),
  'exports.differences': vi.fn(() => ({ ok: true as const, value: differences })),
  ...clientHandlers(clientsDouble()),
} satisfies Handlers;

const requests: { readonly [N in CallName]?: unknown } = {
  'app.openLink': 'https://example.de/',
  'settings.change': { language: 'de' },
  'account.signIn': {
    endpoint: 'https://api.example.de/graphql',
    integratorToken: 'integrator-secret',
    userToken: 'user-secret',
    ownEmail: null,
    storage: 'keychain',
  },
  'today.read': { scope: 'team' },
  'app.copyText': 'Müller',
  'app.print': undefined,
  'history.search': query,
  'history.page': { result: 1, offset: 0, count: 100 },
  'history.session': 'a',
  'history.setNote': { id: 'a', note: 'Rückruf' },
  'history.copyRows': { result: 1, ranges: [{ first: 0, last: 2 }], columns: ['date'] },
  'history.saveView': { view, replaces: null },
  'history.removeView': 'Offen',
  'history.setRule': { client: null, rule: noRounding },
  'history.previewRule': { query, client: null, rule: null },
  'exports.prospect': query,
  'exports.serverProspect': query,
  'exports.run': {
    query,
    options: { format: 'csv', columns: ['id'], language: 'de' },
    label: null,
    askWhere: false,
    again: false,
  },
  'exports.open': 1,
  'exports.reveal': 1,
  'exports.list': { offset: 0, count: 100 },
  'exports.verify': 1,
  'exports.differences': { id: 1, offset: 0, count: 100 },
  ...Object.fromEntries(Object.entries(examples).map(([name, [request]]) => [name, request])),
};

let reports: [string, unknown][];
beforeEach(() => {
  reports = [];
  vi.clearAllMocks();
});

function register(change: Partial<Handlers> = {}, isTrusted = () => true) {
  const { ipc } = createElectronDouble();
  registerCalls({
    ipcMain: ipc.asElectron(),
    handlers: { ...handlers, ...change },
    isTrusted,
    report: (message, error) => reports.push([message, error]),
  });
  return (...args: unknown[]) => ipc.invoke(sender, channels.call, ...args);
}

describe('the contract', () => {
  it('has a schema for every name, and a name for every schema', () => {
    expect(Object.keys(calls)).toEqual(callNames);
    expect(Object.keys(events)).toEqual(eventNames);
  });

  it('does not compile with a handler missing', () => {
    const others: Omit<Handlers, 'today.read'> = handlers;
    // @ts-expect-error -- the point: take the handler away and the compiler says so
    const incomplete: Handlers = others;
    expect(incomplete).toBe(handlers);
  });
});

describe('a call', () => {
  it.each(callNames)('%s is answered', async (name) => {
    const answer = await register()(name, requests[name]);
    expect(answer).toEqual(await (handlers[name] as (request: unknown) => unknown)(requests[name]));
  });

  it('reaches its handler with the parsed request', async () => {
    const request = { ...(requests['account.signIn'] as SignIn), ownEmail: ' me@example.de ' };
    await register()('account.signIn', { ...request, more: 'x' });
    expect(handlers['account.signIn'].mock.calls).toEqual([
      [{ ...request, ownEmail: 'me@example.de' }],
    ]);
  });

  it('takes nothing across that the contract does not name', async () => {
    const state = { ...signedIn, userToken: 'user-secret' };
    const answer = await register({ 'account.read': () => state })('account.read');
    expect(answer).toEqual(signedIn);
  });

  it('is refused from elsewhere, before anything is looked at', async () => {
    const call = register({}, () => false);
    await expect(call('today.read', requests['today.read'])).rejects.toThrow(/refused/);
    expect(handlers['today.read']).not.toHaveBeenCalled();
  });

  it.each([
    ['an unknown name', 'app.quit'],
    ['a name of every object', '__proto__'],
    ['another', 'constructor'],
    ['and another', 'toString'],
    ['no name', undefined],
    ['a list', ['app.read']],
    ['an object', { toString: 'app.read' }],
  ])('is refused by %s', async (_what, name) => {
    await expect(register()(name)).rejects.toThrow('A call by an unknown name was refused.');
  });

  const signIn = requests['account.signIn'] as SignIn;
  it.each([
    ['app.openLink', 1],
    ['app.openLink', undefined],
    ['app.openLink', 'x'.repeat(8193)],
    ['settings.change', null],
    ['settings.change', { language: 'fr' }],
    ['settings.change', { jwtHeader: 'X-A\r\nHost: evil' }],
    ['settings.change', { retentionDays: 1 }],
    ['account.read', 'something'],
    ['account.signIn', undefined],
    ['account.signIn', { ...signIn, userToken: '   ' }],
    ['account.signIn', { ...signIn, userToken: 'x'.repeat(20_000) }],
    ['account.signIn', { ...signIn, userToken: { length: 3 } }],
    ['account.signIn', { ...signIn, ownEmail: 'nobody' }],
    ['account.signIn', { ...signIn, storage: 'file' }],
    ['today.read', { scope: 'all' }],
    ['today.read', []],
    ['sync.now', { force: true }],
    ['app.copyText', 'x'.repeat(1_000_001)],
    ['history.search', { ...query, filter: { ...query.filter, text: 'x'.repeat(10_001) } }],
    ['history.search', { ...query, sort: { column: 'secret', descending: true } }],
    ['history.page', { result: 1, offset: -1, count: 100 }],
    ['history.page', { result: 1, offset: 0, count: 501 }],
    ['history.page', { result: 1.5, offset: 0, count: 1 }],
    ['history.setNote', { id: 'a', note: 'x'.repeat(20_001) }],
    ['history.copyRows', { result: 1, ranges: [{ first: 0, last: Infinity }], columns: ['date'] }],
    ['history.copyRows', { result: 1, ranges: [], columns: [] }],
    ['history.saveView', { view: { ...view, name: '   ' }, replaces: null }],
    ['history.setRule', { client: null, rule: { ...noRounding, step: 7 } }],
  ])('%s is refused with a malformed request (%#)', async (name, request) => {
    const call = register();
    await expect(call(name, request)).rejects.toThrow(`${name} was refused as malformed`);
    for (const handler of Object.values(handlers)) {
      if (vi.isMockFunction(handler)) expect(handler).not.toHaveBeenCalled();
    }
  });

  it('says where a request is wrong, and never what it held', async () => {
    const request = { ...signIn, storage: 'secret-storage', ownEmail: 'secret-email' };
    const error: unknown = await register()('account.signIn', request).catch((e: unknown) => e);
    expect(String(error)).toContain('ownEmail, storage');
    expect(JSON.stringify([String(error), reports])).not.toMatch(/secret/);
  });
});

describe('a handler that fails', () => {
  const failing = (error: unknown) => (): never => {
    throw error as Error;
  };
  const secret = new Error('the token is hunter2');

  it('crosses as its problem where the answer is an outcome', async () => {
    const problem = { code: 'offline', host: 'api.example.de' } as const;
    const call = register({ 'today.read': failing(new ProblemError(problem)) });
    expect(await call('today.read', requests['today.read'])).toEqual({ ok: false, problem });
    expect(reports).toEqual([]);
  });

  it('crosses as unexpected, with its cause in the log alone', async () => {
    const call = register({ 'today.read': () => Promise.reject(secret) });
    expect(await call('today.read', requests['today.read'])).toEqual({
      ok: false,
      problem: { code: 'unexpected' },
    });
    expect(reports).toEqual([['today.read failed', secret]]);
  });

  it('crosses as a rejection that says nothing where the answer has no room', async () => {
    const call = register({ 'settings.read': failing(secret) });
    const error: unknown = await call('settings.read').catch((e: unknown) => e);
    expect(String(error)).toContain('settings.read failed.');
    expect(String(error)).not.toContain('hunter2');
    expect(reports).toEqual([['settings.read failed', secret]]);
  });

  it('is one that answers something else than the contract says', async () => {
    const answer = { ...signedIn, status: 'happy' } as never;
    await expect(register({ 'account.read': () => answer })('account.read')).rejects.toThrow(
      'account.read failed.',
    );
  });
});
