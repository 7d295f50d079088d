import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { useHistoryViewsStore } from '../../../../src/renderer/stores/history-views.ts';
import { defaultColumns, type SavedView } from '../../../../src/shared/history/view.ts';
import { answering, type Answers } from '../harness/answering.ts';
import { everything } from '../harness/found.ts';
import { accountOf, statesAt } from '../harness/states.ts';
import { present, setStage } from '../mount-page.ts';

const view = (name: string): SavedView => ({
  name,
  query: everything,
  columns: [...defaultColumns],
});
const names = (views: readonly { name: string }[]): string[] => views.map(({ name }) => name);

async function stage(answers: Answers = {}, language: 'de' | 'en' = 'de') {
  const { around, requests } = answering(answers);
  const all = await setStage({ around, language });
  const store = useHistoryViewsStore();
  await store.load();
  return { ...all, store, requests };
}

describe('the store of views', () => {
  it('has some to begin with, in the language in use', async () => {
    expect(names((await stage()).store.starters)).toContain('Ohne Kunde');
    expect(names((await stage({}, 'en')).store.starters)).toContain('No client');
  });

  it('holds what main keeps, renamed, overwritten and removed', async () => {
    const { store } = await stage();
    expect(await store.save(view('Müller'))).toBe(true);
    expect(names(store.saved)).toEqual(['Müller']);
    expect(store.has(' MÜLLER ')).toBe(true);
    expect(store.has('Weiß')).toBe(false);
    await store.save(view('Weiß'), 'Müller');
    expect(names(store.saved)).toEqual(['Weiß']);
    await store.remove('Weiß');
    expect(store.saved).toEqual([]);
  });

  it('offers none to begin with whose name a saved one has', async () => {
    const { store } = await stage();
    await store.save(view('ohne kunde'));
    expect(names(store.starters)).not.toContain('Ohne Kunde');
    expect(store.starters).toHaveLength(4);
  });

  it('keeps what it has where main refuses, and says why', async () => {
    const { store } = await stage({
      'history.views': () => ({ ok: true, value: [view('Müller')] }),
      'history.saveView': () => ({ ok: false, problem: { code: 'disk-full' } }),
    });
    expect(await store.save(view('Weiß'))).toBe(false);
    expect(store.problem).toEqual({ code: 'disk-full' });
    expect(names(store.saved)).toEqual(['Müller']);
    expect(await store.save(view('x'.repeat(121)))).toBe(false);
    expect(store.problem).toEqual({ code: 'invalid-request' });
    await store.load();
    expect(store.problem).toBeNull();
  });

  it('forgets whose they were', async () => {
    const { store, bridge } = await stage();
    await store.save(view('Müller'));
    const account = accountOf(statesAt(present)['full']?.() ?? ({} as never));
    bridge.tell('account.changed', { ...account, status: 'signed-out' });
    await flushPromises();
    expect(store.saved).toEqual([]);
  });
});
