import { defineStore } from 'pinia';
import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import type { ImprintState } from '../../shared/clients/imprint.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';

/** The imprint of the one client that is looked at. Main tells when the server has answered. */
export const useImprintStore = defineStore('imprint', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const client = ref<string | null>(null);
  const state = shallowRef<ImprintState | null>(null);
  const problem = ref<Problem | null>(null);
  const busy = ref(false);
  let asked = 0;

  /** Answers for a client that is no longer looked at, and those overtaken, are dropped. */
  async function ask(wish: (client: string) => Promise<Outcome<ImprintState>>): Promise<boolean> {
    const wanted = client.value;
    if (wanted === null) return false;
    asked += 1;
    const ticket = asked;
    busy.value = true;
    let outcome: Outcome<ImprintState>;
    try {
      outcome = await wish(wanted);
    } catch (error) {
      outcome = { ok: false, problem: problemOf(error) };
    }
    if (ticket !== asked) return false;
    busy.value = false;
    problem.value = outcome.ok ? null : outcome.problem;
    if (outcome.ok) state.value = outcome.value;
    return outcome.ok;
  }

  const read = (): Promise<boolean> =>
    ask((wanted) => bridge.call('clients.imprint', { client: wanted }));

  function close(): void {
    asked += 1;
    busy.value = false;
    client.value = null;
    state.value = null;
    problem.value = null;
  }

  onScopeDispose(
    bridge.on('clients.changed', (changed) => {
      if (client.value !== null && changed.client === client.value) void read();
    }),
  );
  // What one account may see is not shown to the next.
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    () => {
      state.value = null;
      if (account.readable) void read();
    },
  );

  return {
    /** Null until it was read. */
    state: shallowReadonly(state),
    /** Why main could not tell; what it told before stays. */
    problem: readonly(problem),
    busy: readonly(busy),
    open(wanted: string): void {
      close();
      client.value = wanted;
      void read();
    },
    close,
    read,
    refresh: (): Promise<boolean> =>
      ask((wanted) => bridge.call('clients.refreshImprint', { client: wanted })),
    /** @returns whether it was taken; null takes an id away. */
    setCompanyId: (id: string | null): Promise<boolean> =>
      ask((wanted) => bridge.call('clients.setCompanyId', { client: wanted, id })),
    /** @returns the file's name; null where that was called off. */
    async saveCard(): Promise<Outcome<string | null>> {
      try {
        return await bridge.call('clients.saveCard', { client: client.value });
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
  };
});
