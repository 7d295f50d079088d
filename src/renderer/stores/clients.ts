import { defineStore } from 'pinia';
import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import type { ClientEntry, ClientList } from '../../shared/clients/client.ts';
import { problemOf, type Problem } from '../../shared/problem.ts';
import { dayOf, systemZone } from '../../shared/time.ts';
import { byName, type ClientOrder } from '../clients/order.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useMinute } from '../composables/use-ticker.ts';
import { useAccountStore } from './account.ts';

/**
 * The clients of the history. Read again when sessions changed on disk and when the day ends, as long as
 * somebody looks; what was read last stays until then.
 */
export const useClientsStore = defineStore('clients', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const minute = useMinute();

  const list = shallowRef<ClientList | null>(null);
  const problem = ref<Problem | null>(null);
  const text = ref('');
  const order = shallowRef<ClientOrder>(byName);
  let watched = false;
  let asked = 0;
  let reading = false;
  let again = false;

  /** A reading on its way is waited for: a sync tells of many changes in a row. */
  async function read(): Promise<void> {
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
      const outcome = await bridge.call('clients.list');
      if (ticket !== asked) return;
      problem.value = outcome.ok ? null : outcome.problem;
      if (outcome.ok) list.value = outcome.value;
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
    text.value = '';
  }

  onScopeDispose(bridge.on('history.changed', () => void read()));
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    () => {
      forget();
      void read();
    },
  );
  const today = computed(() => dayOf(minute.value, systemZone()));
  watch(today, () => void read());

  return {
    list: shallowReadonly(list),
    /** Why they cannot be read; what was read before stays. */
    problem: readonly(problem),
    /** What is looked for among them, and their order: both stay while the program runs. */
    text,
    order,
    entryOf: (key: string): ClientEntry | null =>
      list.value?.clients.find((each) => each.key === key) ?? null,
    watch(): void {
      watched = true;
      void read();
    },
    leave(): void {
      watched = false;
    },
    read,
  };
});
