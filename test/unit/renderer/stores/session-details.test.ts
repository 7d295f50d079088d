import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { useSessionDetailsStore } from '../../../../src/renderer/stores/session-details.ts';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import { answering, later } from '../harness/answering.ts';
import { detailsOf } from '../harness/found.ts';
import { setStage } from '../mount-page.ts';

type Answer = Response<'history.session'>;
const found = (id: string, name = id): Answer => ({ ok: true, value: detailsOf(id, { name }) });

async function stage(answer: (id: string) => Answer | Promise<Answer>) {
  const { around, requests } = answering({ 'history.session': answer });
  const { bridge } = await setStage({ around });
  return { bridge, store: useSessionDetailsStore(), reads: () => requests('history.session') };
}

describe('the session looked at', () => {
  it('is the one asked for last, whichever answer comes last', async () => {
    const slow = later<Answer>();
    const { store } = await stage((id) => (id === 'slow' ? slow.promise : found(id)));
    store.open('slow');
    store.open('quick');
    await flushPromises();
    expect(store.details?.id).toBe('quick');
    slow.give(found('slow'));
    await flushPromises();
    expect(store.details?.id).toBe('quick');
  });

  it('is read again when sessions changed, once for a burst of changes', async () => {
    let name = 'before';
    const { store, bridge, reads } = await stage((id) => found(id, name));
    store.open('a');
    await flushPromises();
    name = 'after';
    for (let at = 0; at < 50; at += 1) bridge.tell('history.changed', { at });
    await flushPromises();
    expect(store.details?.name).toBe('after');
    expect(reads()).toHaveLength(3);
  });

  it('is not read once nobody looks any more', async () => {
    const { store, bridge, reads } = await stage((id) => found(id));
    store.open('a');
    await flushPromises();
    store.close();
    bridge.tell('history.changed', { at: 1 });
    await flushPromises();
    expect(reads()).toHaveLength(1);
    expect(store.details).toBeNull();
  });

  it('stays when it cannot be read again, with the reason', async () => {
    let broken = false;
    const { store, bridge } = await stage((id) =>
      broken ? { ok: false, problem: { code: 'history-damaged' } } : found(id),
    );
    store.open('a');
    await flushPromises();
    broken = true;
    bridge.tell('history.changed', { at: 1 });
    await flushPromises();
    expect(store.details?.id).toBe('a');
    expect(store.problem?.code).toBe('history-damaged');
    store.open('b');
    expect(store.details).toBeNull();
    expect(store.problem).toBeNull();
  });

  it('is missing where main holds none, and only once main has said so', async () => {
    const answer = later<Answer>();
    const { store } = await stage(() => answer.promise);
    store.open('a');
    expect(store.missing).toBe(false);
    answer.give({ ok: true, value: null });
    await flushPromises();
    expect(store.missing).toBe(true);
  });
});
