import { defineStore } from 'pinia';
import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import type { ExportEnd } from '../../shared/bridge/export-calls.ts';
import type { ExportProgress } from '../../shared/exports/record.ts';
import type { ExportRequest } from '../../shared/exports/request.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';

/** Shorter exports are over before anybody could read how far they are, ms. */
const worthTelling = 500;

/** The export under way, or how the last one ended. There is one at a time. */
export const useExportsStore = defineStore('exports', () => {
  const bridge = useBridge();
  const account = useAccountStore();

  const running = ref(false);
  const progress = ref<ExportProgress | null>(null);
  /** The server has been at work on its file for so long that it is worth telling. */
  const fetching = ref(false);
  const end = shallowRef<ExportEnd | null>(null);
  const problem = ref<Problem | null>(null);
  /** The file of the last export is not where it was. */
  const gone = ref(false);
  /** Whether it was wished for here, and not from the tray. */
  let ours = false;
  let last: { readonly request: ExportRequest; readonly askWhere: boolean } | null = null;

  function dismiss(): void {
    end.value = null;
    problem.value = null;
    gone.value = false;
  }

  async function attempt<T>(wish: () => Promise<Outcome<T>>): Promise<T | null> {
    let outcome: Outcome<T>;
    try {
      outcome = await wish();
    } catch (error) {
      outcome = { ok: false, problem: problemOf(error) };
    }
    problem.value = outcome.ok ? null : outcome.problem;
    return outcome.ok ? outcome.value : null;
  }

  async function run(request: ExportRequest, askWhere = false, again = false): Promise<void> {
    if (running.value) return;
    dismiss();
    last = { request, askWhere };
    running.value = ours = true;
    const telling = setTimeout(() => {
      fetching.value = request.server !== undefined;
    }, worthTelling);
    end.value = await attempt(() => bridge.call('exports.run', { ...request, askWhere, again }));
    clearTimeout(telling);
    running.value = ours = false;
    fetching.value = false;
    progress.value = null;
  }

  onScopeDispose(
    bridge.on('exports.progress', (told) => {
      if (!running.value) dismiss();
      running.value = true;
      if (told.elapsedMs >= worthTelling) progress.value = told;
    }),
  );
  onScopeDispose(
    bridge.on('exports.ended', (outcome) => {
      // What was wished for here is answered.
      if (ours) return;
      dismiss();
      running.value = false;
      progress.value = null;
      if (!outcome.ok) problem.value = outcome.problem;
      else if (outcome.value.kind === 'done') end.value = outcome.value;
    }),
  );
  watch(() => account.account.status, dismiss);

  return {
    running: readonly(running),
    /** Null while there is nothing to tell yet. */
    progress: readonly(progress),
    fetching: readonly(fetching),
    end: shallowReadonly(end),
    problem: readonly(problem),
    gone: readonly(gone),
    run,
    /** Exports again what was asked about. */
    runAgain: async (): Promise<void> => {
      if (last) await run(last.request, last.askWhere, true);
    },
    cancel: (): void => void bridge.call('exports.cancel').catch(() => undefined),
    open: async (id: number): Promise<void> => {
      gone.value = (await attempt(() => bridge.call('exports.open', id))) === false;
    },
    reveal: async (id: number): Promise<void> => {
      gone.value = (await attempt(() => bridge.call('exports.reveal', id))) === false;
    },
    dismiss,
  };
});
