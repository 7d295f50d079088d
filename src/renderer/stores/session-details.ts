import { defineStore } from 'pinia';
import { computed, onScopeDispose, readonly, ref, shallowRef } from 'vue';
import type { SessionDetails } from '../../shared/history/details.ts';
import { problemOf, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useSessionNotesStore } from './session-notes.ts';

/** The one session that is looked at, read again whenever sessions changed on disk. */
export const useSessionDetailsStore = defineStore('session-details', () => {
  const bridge = useBridge();
  const notes = useSessionNotesStore();
  const id = ref<string | null>(null);
  /** What was answered last; null where no such session is held. */
  const answer = shallowRef<{ id: string; details: SessionDetails | null } | null>(null);
  const problem = ref<Problem | null>(null);
  let asked = 0;
  let reading: string | null = null;
  let again = false;

  const current = computed(() => (answer.value?.id === id.value ? answer.value : null));

  /** Reads it, and once more if that was asked for meanwhile: a sync tells of many changes in a row. */
  async function read(): Promise<void> {
    const wanted = id.value;
    if (wanted === null) return;
    if (reading === wanted) {
      again = true;
      return;
    }
    reading = wanted;
    asked += 1;
    const ticket = asked;
    do {
      again = false;
      await readOnce(wanted, () => ticket === asked);
    } while (again && ticket === asked);
    if (ticket === asked) reading = null;
  }

  async function readOnce(wanted: string, current: () => boolean): Promise<void> {
    const version = notes.versionOf(wanted);
    try {
      const outcome = await bridge.call('history.session', wanted);
      if (!current()) return;
      problem.value = outcome.ok ? null : outcome.problem;
      if (!outcome.ok) return;
      if (outcome.value) notes.take(wanted, outcome.value.note, version);
      answer.value = { id: wanted, details: outcome.value };
    } catch (error) {
      if (current()) problem.value = problemOf(error);
    }
  }

  function open(wanted: string): void {
    id.value = wanted;
    problem.value = null;
    void read();
  }

  function close(): void {
    asked += 1;
    reading = null;
    id.value = null;
    answer.value = null;
    problem.value = null;
  }

  onScopeDispose(bridge.on('history.changed', () => void read()));

  return {
    /** Null until they were read, and where there are none. */
    details: computed(() => current.value?.details ?? null),
    /** True once it is known that no such session is held. */
    missing: computed(() => current.value !== null && current.value.details === null),
    /** Why it cannot be read; what was read before stays. */
    problem: readonly(problem),
    open,
    close,
    read,
  };
});
