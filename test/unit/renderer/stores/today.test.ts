import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { useSettingsStore } from '../../../../src/renderer/stores/settings.ts';
import { useTodayStore } from '../../../../src/renderer/stores/today.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import type { FakeBridge } from '../harness/fake-bridge.ts';
import { accountOf, statesAt } from '../harness/states.ts';
import { present, setStage } from '../mount-page.ts';

const reads = (bridge: FakeBridge): unknown[] =>
  bridge.asked.filter(({ name }) => name === 'today.read').map(({ request }) => request);

async function stage(state = 'full') {
  const all = await setStage({ state });
  const store = useTodayStore();
  await store.read();
  return { ...all, store };
}

describe('the store of today', () => {
  it('holds what main counted', async () => {
    const { store } = await stage();
    expect(store.today?.rows).toHaveLength(8);
    expect(store.problem).toBeNull();
  });

  it('cannot be written to from outside', async () => {
    const { store } = await stage();
    const before = store.today;
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    Reflect.set(store, 'today', null);
    expect(store.today).toBe(before);
    expect(warned).toHaveBeenCalledOnce();
    warned.mockRestore();
  });

  it('reads again when sessions changed on disk, and once for a burst of changes', async () => {
    const { store, bridge } = await stage();
    expect(reads(bridge)).toHaveLength(1);
    for (let at = 0; at < 50; at += 1) bridge.tell('history.changed', { at });
    await flushPromises();
    expect(reads(bridge)).toHaveLength(3);
    expect(store.today).not.toBeNull();
  });

  it('reads again with the other scope, whoever changed it', async () => {
    const { bridge } = await stage();
    await useSettingsStore().change({ scope: 'mine' });
    await flushPromises();
    expect(reads(bridge).at(-1)).toEqual({ scope: 'mine' });
    bridge.tell('settings.changed', { ...defaultSettings, scope: 'team' });
    await flushPromises();
    expect(reads(bridge).at(-1)).toEqual({ scope: 'team' });
  });

  it('shows the scope that was asked for last, whichever answer came last', async () => {
    const waiting: (() => void)[] = [];
    await setStage({
      around: (bridge) => ({
        ...bridge,
        invoke: async (name, ...request) => {
          const answer = await bridge.invoke(name, ...request);
          if (name === 'today.read') await new Promise<void>((done) => waiting.push(done));
          return answer;
        },
      }),
    });
    const store = useTodayStore();
    const reading = store.read();
    await flushPromises();
    await useSettingsStore().change({ scope: 'mine' });
    while (waiting.length > 0) {
      waiting.shift()?.();
      await flushPromises();
    }
    await reading;
    expect(store.today?.scope).toBe('mine');
  });

  it('turns to the next day when this one is over, and asks but once', async () => {
    const { store, bridge, time } = await stage();
    const before = store.today;
    time.turn((before?.end ?? 0) - present - 1000);
    await flushPromises();
    expect(reads(bridge)).toHaveLength(1);
    time.turn(1000);
    await flushPromises();
    expect(reads(bridge)).toHaveLength(2);
    expect(store.today?.day).not.toBe(before?.day);
    expect(store.today?.start).toBe(before?.end);
    time.turn(60_000);
    await flushPromises();
    expect(reads(bridge)).toHaveLength(2);
  });

  it('keeps what it has when reading fails, and says why', async () => {
    let broken = false;
    await setStage({
      around: (bridge) => ({
        ...bridge,
        invoke: (name, ...request) =>
          broken && name === 'today.read'
            ? Promise.reject(new Error('gone'))
            : bridge.invoke(name, ...request),
      }),
    });
    const store = useTodayStore();
    await store.read();
    broken = true;
    await store.read();
    expect(store.problem).toEqual({ code: 'unexpected' });
    expect(store.today?.rows).toHaveLength(8);
    broken = false;
    await store.read();
    expect(store.problem).toBeNull();
  });

  it('forgets everything on signing out, and reads anew on signing in', async () => {
    const { store, bridge } = await stage();
    const account = accountOf(statesAt(present)['full']?.() ?? ({} as never));
    bridge.tell('account.changed', { ...account, status: 'signed-out' });
    await flushPromises();
    expect(store.today).toBeNull();
    bridge.tell('history.changed', { at: present });
    await flushPromises();
    expect(store.today).toBeNull();
    bridge.tell('account.changed', account);
    await flushPromises();
    expect(store.today?.rows).toHaveLength(8);
  });
});
