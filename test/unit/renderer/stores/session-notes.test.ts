import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSessionNotesStore } from '../../../../src/renderer/stores/session-notes.ts';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import { answering, later } from '../harness/answering.ts';
import { setStage } from '../mount-page.ts';

type Answer = Response<'history.setNote'>;
const fine: Answer = { ok: true, value: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function stage(answer: () => Answer | Promise<Answer> = () => fine) {
  const { around, requests } = answering({ 'history.setNote': answer });
  const { bridge } = await setStage({ around });
  const store = useSessionNotesStore();
  store.take('a', 'as it was', store.versionOf('a'));
  return { store, bridge, saved: () => requests('history.setNote') };
}

describe('notes', () => {
  it('save themselves once the typing rests, and only what stands then', async () => {
    const { store, saved } = await stage();
    store.write('a', 'one');
    await vi.advanceTimersByTimeAsync(500);
    store.write('a', 'one two');
    await vi.advanceTimersByTimeAsync(500);
    expect(saved()).toEqual([]);
    expect(store.draftOf('a')?.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(200);
    expect(saved()).toEqual([{ id: 'a', note: 'one two' }]);
    expect(store.draftOf('a')?.state).toBe('saved');
  });

  it('are saved at once when asked to, and not twice', async () => {
    const { store, saved } = await stage();
    store.write('a', 'quick');
    expect(await store.flush('a')).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await store.flush('a')).toBe(true);
    expect(saved()).toEqual([{ id: 'a', note: 'quick' }]);
  });

  it('are saved again where more was typed while main was at work, never two at a time', async () => {
    const first = later<Answer>();
    const answers = [first.promise, Promise.resolve(fine)];
    const { store, saved } = await stage(() => answers.shift() ?? fine);
    store.write('a', 'one');
    const done = store.flush('a');
    store.write('a', 'one and two');
    await vi.advanceTimersByTimeAsync(1000);
    expect(saved()).toHaveLength(1);
    first.give(fine);
    expect(await done).toBe(true);
    expect(saved()).toEqual([
      { id: 'a', note: 'one' },
      { id: 'a', note: 'one and two' },
    ]);
  });

  it('are kept where they could not be saved, with the reason, until they can', async () => {
    let full = true;
    const { store } = await stage(() =>
      full ? { ok: false, problem: { code: 'disk-full' } } : fine,
    );
    store.write('a', 'dear');
    expect(await store.flush('a')).toBe(false);
    expect(store.draftOf('a')).toMatchObject({
      text: 'dear',
      state: 'failed',
      problem: { code: 'disk-full' },
    });
    store.take('a', 'as it was', store.versionOf('a'));
    expect(store.draftOf('a')?.text).toBe('dear');
    full = false;
    expect(await store.flush('a')).toBe(true);
    expect(store.draftOf('a')).toMatchObject({ state: 'saved', problem: null });
  });

  it('are not overwritten by an answer that was asked for before they were saved', async () => {
    const { store } = await stage();
    const version = store.versionOf('a');
    store.write('a', 'newer');
    await store.flush('a');
    store.take('a', 'as it was', version);
    expect(store.draftOf('a')?.text).toBe('newer');
    store.take('a', 'from elsewhere', store.versionOf('a'));
    expect(store.draftOf('a')?.text).toBe('from elsewhere');
  });

  it('go to main before the window does', async () => {
    const { store, saved } = await stage();
    store.write('a', 'last words');
    window.dispatchEvent(new Event('pagehide'));
    expect(saved()).toEqual([{ id: 'a', note: 'last words' }]);
  });

  it('are forgotten with the account', async () => {
    const { store, saved, bridge } = await stage();
    store.write('a', 'private');
    await bridge.invoke('account.signOut');
    await flushPromises();
    expect(store.draftOf('a')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(5000);
    expect(saved()).toEqual([]);
  });
});
