import { expect, it, vi } from 'vitest';
import { registerCalls } from '../../../../src/main/bridge/calls.ts';
import { clientHandlers } from '../../../../src/main/bridge/clients.ts';
import { channels } from '../../../../src/shared/bridge/names.ts';
import { createElectronDouble, WebContentsDouble } from '../../../support/electron-double.ts';
import { clientsDouble, examples, rules } from './client-examples.ts';

function setUp() {
  const { ipc } = createElectronDouble();
  const clients = clientsDouble();
  const report = vi.fn();
  registerCalls({
    ipcMain: ipc.asElectron(),
    handlers: clientHandlers(clients) as never,
    isTrusted: () => true,
    report,
  });
  const page = new WebContentsDouble().asElectron();
  const sender = { sender: page, senderFrame: page.mainFrame };
  const call = (...args: unknown[]) => ipc.invoke(sender, channels.call, ...args);
  return { clients, call, report };
}

it.each(Object.entries(examples))(
  '%s is answered by the part that knows',
  async (name, example) => {
    const [request, value] = example;
    expect(await setUp().call(name, request)).toEqual({ ok: true, value });
  },
);

it('hands on what was asked', async () => {
  const { clients, call } = setUp();
  await call('clients.imprint', { client: null });
  await call('clients.read', { client: '' });
  await call('clients.setCompanyId', { client: 'f', id: ' C004711 ' });
  await call('clients.setRules', rules);
  await call('people.find', { email: ' jana@systemhaus.example ' });
  await call('people.tokenPayload', { userId: 'auth0|jana' });
  expect(clients.imprint.mock.calls).toEqual([[null]]);
  expect(clients.read.mock.calls).toEqual([['']]);
  expect(clients.setCompanyId.mock.calls).toEqual([['f', 'C004711']]);
  expect(clients.setRules.mock.calls).toEqual([[rules]]);
  expect(clients.findPerson.mock.calls).toEqual([
    [{ email: 'jana@systemhaus.example', fresh: false }],
  ]);
  expect(clients.tokenPayload.mock.calls).toEqual([['auth0|jana']]);
});

it.each([
  ['clients.imprint', { client: '' }],
  ['clients.setCompanyId', { client: 'f', id: '' }],
  ['clients.setCompanyId', { client: 'f', id: 'C0 04711' }],
  ['clients.setCompanyId', { client: 'f', id: 'x'.repeat(201) }],
  ['clients.setCompanyId', { client: '', id: 'C004711' }],
  [
    'clients.setRules',
    [{ field: 'computer', pattern: '**', client: { key: 'f', name: 'M', number: null } }],
  ],
  ['clients.setRules', [{ field: 'computer', pattern: 'WS-*', client: null }]],
  ['clients.setRules', [{ field: 'computer', pattern: '#-#', client: null }]],
  ['clients.setRules', [{ field: 'name', pattern: 'WS-*', client: null }]],
  ['people.find', { email: 'jana' }],
  ['people.tokenPayload', { userId: 'auth0 jana' }],
])('%s of %j is refused', async (name, request) => {
  const { call, report } = setUp();
  await expect(call(name, request)).rejects.toThrow(/refused/);
  // What was wrong is told, what it was is not.
  expect(JSON.stringify(report.mock.calls)).not.toContain('jana');
});
