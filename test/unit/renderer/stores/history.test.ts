import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useHistoryStore } from '../../../../src/renderer/stores/history.ts';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import type { HistoryQuery } from '../../../../src/shared/history/query.ts';
import type { HistoryResult } from '../../../../src/shared/history/result.ts';
import { answering, later, type Answers } from '../harness/answering.ts';
import { everything, someResult } from '../harness/found.ts';
import { accountOf, statesAt } from '../harness/states.ts';
import { present, setStage } from '../mount-page.ts';

afterEach(() => vi.useRealTimers());

type Answer = Response<'history.search'>;

const typed = (text: string): HistoryQuery => ({
  ...everything,
  filter: { ...everything.filter, text },
});
const found = (result: number): Answer => ({ ok: true, value: { ...someResult, result } });
const signedIn = accountOf(statesAt(present)['full']?.() ?? ({} as never));

async function stage(answers: Answers = {}) {
  let number = 0;
  const { around, requests } = answering({
    'history.search': () => found(++number),
    ...answers,
  });
  const all = await setStage({ around });
  const store = useHistoryStore();
  const texts = (): string[] =>
    requests('history.search').map((query) => (query as HistoryQuery).filter.text);
  return { ...all, store, requests, texts };
}

/** Every search waits until the test answers it. */
async function stageHeld() {
  const held: ReturnType<typeof later<Answer>>[] = [];
  const all = await stage({
    'history.search': () => {
      const answer = later<Answer>();
      held.push(answer);
      return answer.promise;
    },
  });
  const give = async (at: number, answer: Answer): Promise<void> => {
    held[at]?.give(answer);
    await flushPromises();
  };
  return { ...all, give };
}

const numberOf = (answer: { result: Pick<HistoryResult, 'result'> } | null) =>
  answer?.result.result;

describe('the store of the history', () => {
  it('asks at every change, and says what was asked along with what was found', async () => {
    const { store, texts } = await stage();
    for (const text of ['m', 'mü', 'mül']) store.ask(typed(text));
    await flushPromises();
    expect(texts()).toEqual(['m', 'mü', 'mül']);
    expect(store.answer?.query.filter.text).toBe('mül');
  });

  it('keeps the last answer while it waits, and drops one that was overtaken', async () => {
    const { store, give } = await stageHeld();
    store.ask(typed('m'));
    await give(0, found(1));
    store.ask(typed('mü'));
    store.ask(typed('mül'));
    await flushPromises();
    expect(numberOf(store.answer)).toBe(1);
    await give(2, found(3));
    expect(numberOf(store.answer)).toBe(3);
    await give(1, found(2));
    expect(numberOf(store.answer)).toBe(3);
  });

  it('waits for the last answer where main overtook the others', async () => {
    const { store, give } = await stageHeld();
    store.ask(typed('m'));
    store.ask(typed('mü'));
    await give(0, { ok: true, value: null });
    expect(store.answer).toBeNull();
    await give(1, found(2));
    expect(numberOf(store.answer)).toBe(2);
  });

  it('asks again where something else overtook its last search', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let times = 0;
    const { store, texts } = await stage({
      'history.search': () => (++times === 1 ? { ok: true, value: null } : found(times)),
    });
    store.ask(typed('m'));
    await flushPromises();
    await vi.advanceTimersByTimeAsync(1000);
    expect(texts()).toEqual(['m', 'm']);
    expect(numberOf(store.answer)).toBe(2);
  });

  it('asks again when sessions changed on disk, and twice for a burst of changes', async () => {
    const { store, bridge, texts } = await stage();
    store.ask(typed('m'));
    await flushPromises();
    for (let at = 0; at < 50; at += 1) bridge.tell('history.changed', { at });
    await flushPromises();
    expect(texts()).toEqual(['m', 'm', 'm']);
    expect(numberOf(store.answer)).toBe(3);
  });

  it('asks nothing where nobody looks', async () => {
    const { store, bridge, texts } = await stage();
    bridge.tell('history.changed', { at: present });
    store.ask(typed('m'));
    await flushPromises();
    store.leave();
    bridge.tell('history.changed', { at: present });
    await flushPromises();
    expect(texts()).toEqual(['m']);
    expect(numberOf(store.answer)).toBe(1);
  });

  it('asks again when the day is over, from which "this month" is counted', async () => {
    const { store, time, texts } = await stage();
    store.ask(typed('m'));
    await flushPromises();
    const before = store.today;
    time.turn(24 * 60 * 60_000);
    await flushPromises();
    expect(store.today > before).toBe(true);
    expect(texts()).toEqual(['m', 'm']);
  });

  it('keeps what it has when searching fails, and says why', async () => {
    let broken = false;
    const { store } = await stage({
      'history.search': () =>
        broken ? { ok: false, problem: { code: 'history-damaged' } } : found(1),
    });
    store.ask(typed('m'));
    await flushPromises();
    broken = true;
    store.ask(typed('mü'));
    await flushPromises();
    expect(store.problem).toEqual({ code: 'history-damaged' });
    expect(store.answer?.query.filter.text).toBe('m');
    broken = false;
    store.refresh();
    await flushPromises();
    expect(store.problem).toBeNull();
    expect(store.answer?.query.filter.text).toBe('mü');
  });

  it('says so where what is typed is more than may be asked', async () => {
    const { store } = await stage();
    store.ask(typed('x'.repeat(10_001)));
    await flushPromises();
    expect(store.problem).toEqual({ code: 'invalid-request' });
  });

  it('reads further lines of what was found, and asks anew where that is forgotten', async () => {
    let remembered = true;
    const { store, requests, texts } = await stage({
      'history.page': () => ({ ok: true, value: remembered ? [] : null }),
    });
    expect(await store.readPage(100, 100)).toBeNull();
    store.ask(typed('m'));
    await flushPromises();
    expect(await store.readPage(100, 100)).toEqual([]);
    expect(requests('history.page')).toEqual([{ result: 1, offset: 100, count: 100 }]);
    remembered = false;
    expect(await store.readPage(200, 100)).toBeNull();
    await flushPromises();
    expect(texts()).toEqual(['m', 'm']);
  });

  it('gives no lines of an earlier search for those of a later one', async () => {
    const page = later<Response<'history.page'>>();
    const { store } = await stage({ 'history.page': () => page.promise });
    store.ask(typed('m'));
    await flushPromises();
    const reading = store.readPage(100, 100);
    store.ask(typed('mü'));
    await flushPromises();
    page.give({ ok: true, value: [] });
    expect(await reading).toBeNull();
  });

  it('copies lines of what was found, and asks anew where that is forgotten', async () => {
    let remembered = true;
    const { store, texts, requests } = await stage({
      'history.copyRows': () => ({ ok: true, value: remembered ? 3 : null }),
    });
    store.ask(typed('m'));
    await flushPromises();
    const ranges = [{ first: 0, last: 2 }];
    expect(await store.copy(ranges, ['date'])).toEqual({ ok: true, value: 3 });
    expect(requests('history.copyRows')).toEqual([{ result: 1, ranges, columns: ['date'] }]);
    remembered = false;
    expect(await store.copy(ranges, ['date'])).toEqual({ ok: true, value: null });
    await flushPromises();
    expect(texts()).toEqual(['m', 'm']);
  });

  it('forgets everything on signing out, also what is on its way, and asks anew afterwards', async () => {
    const { store, bridge, give } = await stageHeld();
    store.ask(typed('m'));
    await flushPromises();
    bridge.tell('account.changed', { ...signedIn, status: 'signed-out' });
    await give(0, found(1));
    expect(store.answer).toBeNull();
    bridge.tell('account.changed', signedIn);
    await flushPromises();
    await give(1, found(2));
    expect(numberOf(store.answer)).toBe(2);
  });
});
