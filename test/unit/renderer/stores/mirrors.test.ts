import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { useAccountStore } from '../../../../src/renderer/stores/account.ts';
import { useAppStore } from '../../../../src/renderer/stores/app.ts';
import { useSettingsStore } from '../../../../src/renderer/stores/settings.ts';
import { useSyncStore } from '../../../../src/renderer/stores/sync.ts';
import type { Bridge } from '../../../../src/shared/bridge/contract.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import type { FakeBridge } from '../harness/fake-bridge.ts';
import { statesAt, syncOf } from '../harness/states.ts';
import { present, setStage } from '../mount-page.ts';

const sync = syncOf({ account: {}, sync: {}, sessions: [] }, present);

/** Main, with every answer to one call held back until it is let go. */
function holding(name: string) {
  const held: (() => void)[] = [];
  const around = (bridge: FakeBridge): Bridge => ({
    ...bridge,
    invoke: async (called, ...request) => {
      const answer = await bridge.invoke(called, ...request);
      if (called === name) await new Promise<void>((go) => held.push(go));
      return answer;
    },
  });
  return { around, letGo: () => held.splice(0).forEach((go) => go()) };
}

describe('what main owns', () => {
  it('is followed as main tells of it', async () => {
    const { bridge } = await setStage();
    bridge.tell('settings.changed', { ...defaultSettings, theme: 'dark' });
    bridge.tell('sync.changed', { ...sync, phase: 'refreshing' });
    expect(useSettingsStore().settings.theme).toBe('dark');
    expect(useSyncStore().sync.phase).toBe('refreshing');
  });

  it('a change told while it was being read is newer than the answer', async () => {
    const { bridge } = await setStage();
    const store = useSettingsStore();
    const loading = store.load();
    bridge.tell('settings.changed', { ...defaultSettings, theme: 'dark' });
    await loading;
    expect(store.settings.theme).toBe('dark');
  });

  it('a setting that was not kept leaves the old one in force, and says so', async () => {
    const { bridge } = await setStage({
      around: (inner) => ({
        ...inner,
        invoke: (name, ...request) =>
          name === 'settings.change'
            ? Promise.reject(new Error('disk'))
            : inner.invoke(name, ...request),
      }),
    });
    const store = useSettingsStore();
    await store.change({ theme: 'dark' });
    expect(store.settings.theme).toBe('light');
    expect(store.problem).toEqual({ code: 'unexpected' });
    expect(store.refusals).toBe(1);
    expect(bridge.asked.map(({ name }) => name)).not.toContain('settings.change');
  });
});

describe('the account', () => {
  it('says why signing in failed, and is busy meanwhile', async () => {
    const { around, letGo } = holding('account.signIn');
    const state = statesAt(present)['sign-in-tls']?.();
    await setStage({ around, ...(state ? { state } : {}) });
    const store = useAccountStore();
    const signing = store.signIn({
      endpoint: 'https://api.example/graphql',
      integratorToken: 'it',
      userToken: 'ut',
      ownEmail: null,
      storage: 'keychain',
    });
    await flushPromises();
    expect(store.busy).toBe(true);
    letGo();
    expect(await signing).toMatchObject({ code: 'tls' });
    expect(store.busy).toBe(false);
    expect(store.account.status).toBe('signed-out');
  });

  it('a call that never reached main is a problem too, not an exception', async () => {
    await setStage({
      state: 'locked',
      around: (inner) => ({
        ...inner,
        invoke: (name, ...request) =>
          name === 'account.unlock' ? Promise.reject(new Error()) : inner.invoke(name, ...request),
      }),
    });
    const store = useAccountStore();
    expect(await store.unlock()).toEqual({ code: 'unexpected' });
    expect(store.busy).toBe(false);
  });
});

describe('the wish to sync', () => {
  it('turns until main comes to rest, however long that takes', async () => {
    const { around, letGo } = holding('sync.now');
    const { bridge } = await setStage({ around });
    const store = useSyncStore();
    const wish = store.now();
    expect(store.turning).toBe(true);
    await flushPromises();
    bridge.tell('sync.changed', { ...sync, phase: 'refreshing' });
    letGo();
    await wish;
    bridge.tell('sync.changed', { ...sync, phase: 'refreshing' });
    expect(store.turning).toBe(true);
    bridge.tell('sync.changed', { ...sync, phase: 'idle' });
    await flushPromises();
    expect(store.turning).toBe(false);
  });

  it('asks main once for any number of presses', async () => {
    const { bridge } = await setStage();
    const store = useSyncStore();
    await Promise.all([store.now(), store.now(), store.now()]);
    expect(bridge.asked.filter(({ name }) => name === 'sync.now')).toHaveLength(1);
    expect(store.turning).toBe(false);
  });

  it('the routine of every minute turns nothing', async () => {
    const { bridge } = await setStage();
    bridge.tell('sync.changed', { ...sync, phase: 'refreshing' });
    expect(useSyncStore().turning).toBe(false);
  });
});

describe('links', () => {
  it('are left to main, whose refusal is passed on', async () => {
    await setStage();
    const app = useAppStore();
    expect(await app.openLink('https://app.pcvisit.example/1')).toBe(true);
    expect(await app.openLink('javascript:alert(1)')).toBe(false);
    expect(await app.openLink(`https://${'a'.repeat(9000)}.example/`)).toBe(false);
  });
});
