import { defineStore } from 'pinia';
import { onScopeDispose, reactive, watch } from 'vue';
import { problemOf, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';

/** A note as it is being written. */
interface Draft {
  text: string;
  /** What main holds, as far as we know. */
  saved: string;
  state: 'resting' | 'waiting' | 'saving' | 'saved' | 'failed';
  problem: Problem | null;
  /** Counts what was typed and saved, so that an answer asked for before is known to be old. */
  version: number;
}

/** Rest after the last key before a note is saved, ms. */
const pause = 600;

/**
 * Private notes on their way to main. They save themselves; what could not be saved is kept here,
 * whichever session is looked at meanwhile, until it could.
 */
export const useSessionNotesStore = defineStore('session-notes', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const drafts = reactive(new Map<string, Draft>());
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const saves = new Map<string, Promise<void>>();

  /** Takes over what main holds, unless something was typed or saved since `version`. */
  function take(id: string, note: string, version: number): void {
    const draft = drafts.get(id);
    if (!draft) {
      drafts.set(id, { text: note, saved: note, state: 'resting', problem: null, version });
    } else if (draft.version === version && draft.text === draft.saved) {
      draft.text = note;
      draft.saved = note;
    }
  }

  function write(id: string, text: string): void {
    const draft = drafts.get(id);
    if (!draft || draft.text === text) return;
    draft.text = text;
    draft.version += 1;
    if (draft.state !== 'saving') draft.state = 'waiting';
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => void flush(id), pause),
    );
  }

  /** Saves now what is not saved yet. @returns whether main holds what stands here. */
  async function flush(id: string): Promise<boolean> {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const running = saves.get(id) ?? save(id).finally(() => saves.delete(id));
    saves.set(id, running);
    await running;
    const draft = drafts.get(id);
    return !draft || draft.text === draft.saved;
  }

  async function save(id: string): Promise<void> {
    for (let draft = drafts.get(id); draft && draft.text !== draft.saved; draft = drafts.get(id)) {
      const note = draft.text;
      draft.state = 'saving';
      draft.problem = await send(id, note);
      draft.version += 1;
      if (draft.problem) {
        draft.state = 'failed';
        return;
      }
      draft.saved = note;
      draft.state = 'saved';
    }
    // What was typed and taken back again needs no saving.
    const draft = drafts.get(id);
    if (draft?.state === 'waiting' || draft?.state === 'failed') {
      draft.state = 'resting';
      draft.problem = null;
    }
  }

  async function send(id: string, note: string): Promise<Problem | null> {
    try {
      const outcome = await bridge.call('history.setNote', { id, note });
      return outcome.ok ? null : outcome.problem;
    } catch (error) {
      return problemOf(error);
    }
  }

  function flushAll(): void {
    for (const id of drafts.keys()) void flush(id);
  }

  function forget(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    drafts.clear();
  }

  // A window that closes does not wait, but what is asked of main before it goes still arrives.
  window.addEventListener('pagehide', flushAll);
  document.addEventListener('visibilitychange', flushAll);
  onScopeDispose(() => {
    window.removeEventListener('pagehide', flushAll);
    document.removeEventListener('visibilitychange', flushAll);
    forget();
  });
  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    ([readable]) => {
      if (!readable) forget();
    },
  );

  return {
    draftOf: (id: string): Readonly<Draft> | undefined => drafts.get(id),
    versionOf: (id: string): number => drafts.get(id)?.version ?? 0,
    take,
    write,
    flush,
  };
});
