import { defineStore } from 'pinia';
import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import type { ImprintState } from '../../shared/clients/imprint.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';

/** The imprint of the one client that is looked at, or of the own company (null). Main tells when the server has answered. */
export const useImprintStore = defineStore('imprint', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const subject = shallowRef<{ readonly client: string | null } | null>(null);
  const state = shallowRef<ImprintState | null>(null);
  const problem = ref<Problem | null>(null);
  const busy = ref(false);
  let asked = 0;

  /** Answers for a client that is no longer looked at, and those overtaken, are dropped. */
  async function ask(
    wish: (client: string | null) => Promise<Outcome<ImprintState>>,
  ): Promise<boolean> {
    const wanted = subject.value;
    if (wanted === null) return false;
    asked += 1;
    const ticket = asked;
    busy.value = true;
    let outcome: Outcome<ImprintState>;
    try {
      outcome = await wish(wanted.client);
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
    subject.value = null;
    state.value = null;
    problem.value = null;
  }

  onScopeDispose(
    bridge.on('clients.changed', (changed) => {
      if (subject.value && changed.client === subject.value.client) void read();
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
    open(client: string | null): void {
      close();
      subject.value = { client };
      void read();
    },
    close,
    read,
    refresh: (): Promise<boolean> =>
      ask((wanted) => bridge.call('clients.refreshImprint', { client: wanted })),
    /** Of a client alone: the own company has its id. @returns whether it was taken; null takes an id away. */
    async setCompanyId(id: string | null): Promise<boolean> {
      const client = subject.value?.client ?? null;
      return client !== null && ask(() => bridge.call('clients.setCompanyId', { client, id }));
    },
    /** @returns the file's name; null where that was called off. */
    async saveCard(): Promise<Outcome<string | null>> {
      try {
        return await bridge.call('clients.saveCard', { client: subject.value?.client ?? null });
      } catch (error) {
        return { ok: false, problem: problemOf(error) };
      }
    },
  };
});
