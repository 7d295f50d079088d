import { defineStore } from 'pinia';
import { computed, readonly, ref } from 'vue';
import type { SignIn } from '../../shared/bridge/contract.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import type { AccountState } from '../../shared/state.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useMirror } from '../composables/use-mirror.ts';

/** Who is signed in. What was typed, tokens above all, never comes in here. */
export const useAccountStore = defineStore('account', () => {
  const bridge = useBridge();
  const { state, take, load } = useMirror(
    bridge,
    'account.changed',
    () => bridge.call('account.read'),
    {
      status: 'starting',
      endpoint: '',
      ownEmail: null,
      storage: 'keychain',
      demo: false,
      problem: null,
    },
  );
  const busy = ref(false);

  /** @returns why it failed, or null. */
  async function ask(wish: () => Promise<Outcome<AccountState>>): Promise<Problem | null> {
    busy.value = true;
    try {
      const outcome = await wish();
      if (outcome.ok) take(outcome.value);
      return outcome.ok ? null : outcome.problem;
    } catch (error) {
      return problemOf(error);
    } finally {
      busy.value = false;
    }
  }

  return {
    account: state,
    /** Whether there is a history to look at. */
    readable: computed(
      () => state.value.status === 'signed-in' || state.value.status === 'rejected',
    ),
    /** True while main works on a wish. */
    busy: readonly(busy),
    load,
    signIn: (request: SignIn) => ask(() => bridge.call('account.signIn', request)),
    tryDemo: () => ask(() => bridge.call('account.tryDemo')),
    signOut: () => ask(() => bridge.call('account.signOut')),
    unlock: () => ask(async () => ({ ok: true, value: await bridge.call('account.unlock') })),
  };
});
