import { defineStore } from 'pinia';
import { computed, onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import { problemOf, type Problem } from '../../shared/problem.ts';
import type { Scope, Today } from '../../shared/today.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useNow } from '../composables/use-ticker.ts';
import { useAccountStore } from './account.ts';
import { useSettingsStore } from './settings.ts';

/**
 * Today, as main counts it. It is read again when sessions changed on disk, when another scope is
 * chosen, when somebody else signs in, and when the day ends; never twice at a time.
 */
export const useTodayStore = defineStore('today', () => {
  const bridge = useBridge();
  const settings = useSettingsStore();
  const account = useAccountStore();
  const now = useNow();

  const today = shallowRef<Today | null>(null);
  const problem = ref<Problem | null>(null);
  let reading = false;
  let again = false;

  const over = computed(() => today.value !== null && now.value >= today.value.end);

  async function read(): Promise<void> {
    if (!account.readable) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      await readOnce(settings.settings.scope);
    } while (again && account.readable);
    reading = false;
    if (!account.readable) forget();
  }

  async function readOnce(scope: Scope): Promise<void> {
    try {
      const outcome = await bridge.call('today.read', { scope });
      if (outcome.ok) today.value = outcome.value;
      problem.value = outcome.ok ? null : outcome.problem;
    } catch (error) {
      problem.value = problemOf(error);
    }
  }

  function forget(): void {
    today.value = null;
    problem.value = null;
  }

  onScopeDispose(bridge.on('history.changed', () => void read()));
  watch(
    () => settings.settings.scope,
    () => void read(),
  );
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    ([readable]) => (readable ? void read() : forget()),
  );
  watch(over, (isOver) => void (isOver && read()));

  return {
    today: shallowReadonly(today),
    /** Why today cannot be read; what was read before stays. */
    problem: readonly(problem),
    read,
  };
});
