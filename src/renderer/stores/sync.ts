import { defineStore } from 'pinia';
import { computed, ref, watch } from 'vue';
import { useBridge } from '../composables/use-bridge.ts';
import { useMirror } from '../composables/use-mirror.ts';

export const useSyncStore = defineStore('sync', () => {
  const bridge = useBridge();
  const { state, ask, load } = useMirror(bridge, 'sync.changed', () => bridge.call('sync.read'), {
    phase: 'off',
    offline: false,
    problem: null,
    lastSuccessAt: null,
    progress: null,
    serverStillLoading: false,
    malformedCount: 0,
    notice: null,
  });
  const asking = ref(false);
  const wished = ref(false);
  const atWork = computed(
    () => state.value.phase === 'first' || state.value.phase === 'refreshing',
  );

  // What was wished for is done when main comes to rest, whichever way it ended.
  watch(atWork, (working) => {
    if (!working) wished.value = false;
  });

  return {
    sync: state,
    /** True between a person's wish to sync and the moment its outcome is known. */
    turning: computed(() => asking.value || wished.value),
    load,
    async now(): Promise<void> {
      if (asking.value) return;
      asking.value = true;
      wished.value = true;
      try {
        await ask(() => bridge.call('sync.now'));
      } catch {
        // What went wrong is told by `sync.changed`; a lost call changes nothing.
      } finally {
        asking.value = false;
        if (!atWork.value) wished.value = false;
      }
    },
  };
});
