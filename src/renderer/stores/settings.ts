import { defineStore } from 'pinia';
import { readonly, ref } from 'vue';
import { problemOf, type Problem } from '../../shared/problem.ts';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useMirror } from '../composables/use-mirror.ts';

export const useSettingsStore = defineStore('settings', () => {
  const bridge = useBridge();
  const { state, ask, load } = useMirror(
    bridge,
    'settings.changed',
    () => bridge.call('settings.read'),
    defaultSettings,
  );
  const problem = ref<Problem | null>(null);
  const refusals = ref(0);

  return {
    settings: state,
    /** Why the last change was not kept. */
    problem: readonly(problem),
    /** Grows with every change that was not kept: controls that moved ahead go back. */
    refusals: readonly(refusals),
    load,
    /** Main keeps the change and answers with what now holds. */
    async change(change: Partial<Settings>): Promise<void> {
      try {
        await ask(() => bridge.call('settings.change', change));
        problem.value = null;
      } catch (error) {
        problem.value = problemOf(error);
        refusals.value += 1;
      }
    },
  };
});
