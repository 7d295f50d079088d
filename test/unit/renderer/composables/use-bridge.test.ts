import { describe, expect, it, vi } from 'vitest';
import { reactive } from 'vue';
import { createBridgeClient } from '../../../../src/renderer/composables/use-bridge.ts';
import type { Bridge } from '../../../../src/shared/bridge/contract.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

function bridgeThat(answer: (request: unknown) => unknown) {
  const listeners = new Map<string, (payload: never) => void>();
  const invoke = vi.fn((_name: string, request?: unknown) => Promise.resolve(answer(request)));
  const bridge = {
    invoke,
    on(name: string, listener: (payload: never) => void) {
      listeners.set(name, listener);
      return () => listeners.delete(name);
    },
  } as unknown as Bridge;
  const tell = (name: string, payload: unknown): void => listeners.get(name)?.(payload as never);
  return { client: createBridgeClient(bridge), invoke, tell, listeners };
}

describe('the bridge client', () => {
  it('sends plain values, which can be cloned, where views hold proxies', async () => {
    const { client, invoke } = bridgeThat(() => ({ ok: false, problem: { code: 'offline' } }));
    const form = reactive({
      endpoint: 'https://api.example/graphql',
      integratorToken: ' it \n',
      userToken: 'ut',
      ownEmail: null,
      storage: 'keychain' as const,
    });
    expect(() => structuredClone(form)).toThrow();
    await client.call('account.signIn', form);
    const sent = invoke.mock.calls[0]?.[1];
    expect(structuredClone(sent)).toEqual({ ...form, integratorToken: 'it' });
  });

  it('asks main nothing that breaks the contract', async () => {
    const { client, invoke } = bridgeThat(() => defaultSettings);
    const wrong = client.call('settings.change', { jwtHeader: 'X-Evil: 1\r\n' });
    await expect(wrong).rejects.toMatchObject({ problem: { code: 'invalid-request' } });
    expect(invoke).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing at all', undefined],
    ['something else', { version: 1 }],
    ['a half', { ...defaultSettings, theme: 'sepia' }],
  ])('takes %s for no answer', async (_what, answer) => {
    const { client } = bridgeThat(() => answer);
    await expect(client.call('settings.read')).rejects.toMatchObject({
      problem: { code: 'unexpected' },
    });
  });

  it('rejects with a problem, whatever main throws', async () => {
    const { client } = bridgeThat(() => {
      throw new Error('boom');
    });
    const failing = createBridgeClient({
      invoke: () => Promise.reject(new Error('No handler registered')),
      on: () => () => undefined,
    });
    await expect(failing.call('app.read')).rejects.toMatchObject({
      problem: { code: 'unexpected' },
    });
    await expect(client.call('app.read')).rejects.toBeInstanceOf(Error);
  });

  it('passes on what keeps the contract and passes over what breaks it', () => {
    const { client, tell, listeners } = bridgeThat(() => null);
    const heard = vi.fn();
    const stop = client.on('history.changed', heard);
    tell('history.changed', { at: 'yesterday' });
    tell('history.changed', null);
    expect(heard).not.toHaveBeenCalled();
    tell('history.changed', { at: 5 });
    expect(heard).toHaveBeenCalledExactlyOnceWith({ at: 5 });
    stop();
    expect(listeners.size).toBe(0);
  });
});
