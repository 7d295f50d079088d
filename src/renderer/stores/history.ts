import { defineStore } from 'pinia';
import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import type { HistoryColumn, HistoryQuery } from '../../shared/history/query.ts';
import type { HistoryLine, HistoryResult } from '../../shared/history/result.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { dayOf, systemZone } from '../../shared/time.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useMinute } from '../composables/use-ticker.ts';
import type { Range } from '../table/selection.ts';
import { useAccountStore } from './account.ts';

/** What main found, and what it had been asked. */
export interface HistoryAnswer {
  readonly query: HistoryQuery;
  readonly result: HistoryResult;
}

/** Pause before a search that another part of the program overtook is asked again, ms. */
const patience = 100;

/**
 * The search of the page History. Main is asked at every change; answers that were overtaken are dropped, and
 * the last one stays until the next has come. It is asked again when sessions changed on disk and when the
 * day ends, as long as somebody looks.
 */
export const useHistoryStore = defineStore('history', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const minute = useMinute();

  const query = shallowRef<HistoryQuery | null>(null);
  const answer = shallowRef<HistoryAnswer | null>(null);
  const problem = ref<Problem | null>(null);
  const waiting = ref(false);
  let asked = 0;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function attempt<T>(wish: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await wish();
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }

  async function send(): Promise<void> {
    const wanted = query.value;
    if (wanted === null || !account.readable) return;
    clearTimeout(timer);
    asked += 1;
    const ticket = asked;
    again = false;
    waiting.value = true;
    const outcome = await attempt(() => bridge.call('history.search', wanted));
    if (ticket !== asked) return;
    waiting.value = false;
    problem.value = outcome.ok ? null : outcome.problem;
    if (outcome.ok && outcome.value) answer.value = { query: wanted, result: outcome.value };
    // None but the last search is answered, and this was not the last one of the whole program.
    if (outcome.ok && !outcome.value) timer = setTimeout(() => void send(), patience);
    else if (again) void send();
  }

  /** Asks the same again; a search on its way is waited for, since a sync tells of many changes in a row. */
  function refresh(): void {
    if (waiting.value) again = true;
    else void send();
  }

  function ask(wanted: HistoryQuery): void {
    query.value = wanted;
    void send();
  }

  /** Nobody looks any more. What was found stays, to be shown until it is asked for again. */
  function leave(): void {
    clearTimeout(timer);
    query.value = null;
    asked += 1;
    waiting.value = false;
  }

  function forget(): void {
    clearTimeout(timer);
    asked += 1;
    waiting.value = false;
    answer.value = null;
    problem.value = null;
  }

  /** Lines of what was found; null where they cannot be had, which is then asked for anew. */
  async function readPage(offset: number, count: number): Promise<readonly HistoryLine[] | null> {
    const found = answer.value?.result.result;
    if (found === undefined) return null;
    const request = { result: found, offset, count };
    const outcome = await attempt(() => bridge.call('history.page', request));
    if (found !== answer.value?.result.result) return null;
    if (!outcome.ok) problem.value = outcome.problem;
    else if (outcome.value === null) refresh();
    return outcome.ok ? outcome.value : null;
  }

  /** @returns how many rows were put onto the clipboard; null where what was found has to be read anew. */
  async function copy(
    ranges: readonly Range[],
    columns: readonly HistoryColumn[],
  ): Promise<Outcome<number | null>> {
    const found = answer.value?.result.result;
    if (found === undefined) return { ok: true, value: null };
    const request = { result: found, ranges: [...ranges], columns: [...columns] };
    const outcome = await attempt(() => bridge.call('history.copyRows', request));
    if (outcome.ok && outcome.value === null) refresh();
    return outcome;
  }

  onScopeDispose(bridge.on('history.changed', refresh));
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    () => {
      forget();
      void send();
    },
  );
  const today = computed(() => dayOf(minute.value, systemZone()));
  watch(today, refresh);

  return {
    answer: shallowReadonly(answer),
    /** Why it cannot be searched; what was found before stays. */
    problem: readonly(problem),
    /** The local day, from which periods such as "this month" are counted. */
    today,
    ask,
    refresh,
    leave,
    readPage,
    copy,
  };
});
