import { defineStore } from 'pinia';
import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import { mostEntries, type ExportEntry, type ExportList } from '../../shared/exports/entry.ts';
import { problemOf, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';

/**
 * The exports that were made, the newest first, read page by page. Read again when the history changed, as long as
 * somebody looks; what was read last stays until then.
 */
export const usePastExportsStore = defineStore('past-exports', () => {
  const bridge = useBridge();
  const account = useAccountStore();

  const list = shallowRef<ExportList | null>(null);
  const problem = ref<Problem | null>(null);
  let watched = false;
  let asked = 0;
  let reading = false;
  let again = false;

  /** The newest so many, or more: whole pages of them. Null where it failed, or was overtaken. */
  async function pages(wanted: number, ticket: number): Promise<ExportList | null> {
    const entries: ExportEntry[] = [];
    for (;;) {
      const request = { offset: entries.length, count: mostEntries };
      const outcome = await bridge.call('exports.list', request);
      if (ticket !== asked) return null;
      problem.value = outcome.ok ? null : outcome.problem;
      if (!outcome.ok) return null;
      const { total } = outcome.value;
      entries.push(...outcome.value.entries);
      const isEnd = entries.length >= total || outcome.value.entries.length === 0;
      if (isEnd || entries.length >= wanted) return { entries, total };
    }
  }

  /** A reading on its way is waited for: a sync tells of many changes in a row. */
  async function read(wanted = list.value?.entries.length ?? 0): Promise<void> {
    if (!watched || !account.readable) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    again = false;
    asked += 1;
    const ticket = asked;
    try {
      list.value = (await pages(wanted, ticket)) ?? list.value;
    } catch (error) {
      if (ticket === asked) problem.value = problemOf(error);
    }
    if (ticket !== asked) return;
    reading = false;
    if (again) await read();
  }

  function forget(): void {
    asked += 1;
    reading = false;
    list.value = null;
    problem.value = null;
  }

  onScopeDispose(bridge.on('history.changed', () => void read()));
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    () => {
      forget();
      void read();
    },
  );

  return {
    list: shallowReadonly(list),
    /** Why they cannot be read; what was read before stays. */
    problem: readonly(problem),
    read,
    /** The next page. */
    more: (): Promise<void> => read((list.value?.entries.length ?? 0) + 1),
    /** All there are: one that is looked for may be old. */
    all: (): Promise<void> => read(Infinity),
    watch(): void {
      watched = true;
      void read();
    },
    leave(): void {
      watched = false;
    },
  };
});
