import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { PersonState } from '../../shared/clients/person.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';

/**
 * Whether the technician's own address leads to an account: asked once after signing in, and told where it does
 * not, for "mine" then finds less. That it cannot be asked keeps nobody from anything and is not told.
 */
export const useOwnPersonStore = defineStore('own-person', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const state = shallowRef<PersonState | null>(null);
  const seen = ref(false);

  watch(
    () => [account.account.status, account.account.ownEmail] as const,
    async ([status, email], [before]) => {
      if (status !== 'signed-in' || email === null) {
        state.value = null;
        return;
      }
      // The program going on where it ended is no sign-in.
      if (before === 'starting') return;
      seen.value = false;
      const outcome = await bridge
        .call('people.find', { email, fresh: false })
        .catch(() => ({ ok: false }) as const);
      if (outcome.ok && account.account.ownEmail === email) state.value = outcome.value;
    },
  );

  return {
    /** Whose address leads to nobody, and why; null where there is nothing to tell. */
    missing: computed(() => {
      const { value } = state;
      if (!value || seen.value) return null;
      const { email, status } = value;
      return status === 'none' || status === 'team-account' ? { email, status } : null;
    }),
    dismiss(): void {
      seen.value = true;
    },
  };
});
