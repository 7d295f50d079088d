import { defineStore } from 'pinia';
import { computed, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import { starterViews } from '../../shared/history/starter-views.ts';
import type { SavedView } from '../../shared/history/view.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from '../composables/use-bridge.ts';
import { useAccountStore } from './account.ts';
import { useAppStore } from './app.ts';

/** Views of the history: those a technician saved, which main keeps, and some to begin with. */
export const useHistoryViewsStore = defineStore('history-views', () => {
  const bridge = useBridge();
  const account = useAccountStore();
  const app = useAppStore();
  const saved = shallowRef<readonly SavedView[]>([]);
  const problem = ref<Problem | null>(null);
  let asked = 0;

  /** @returns whether main answered. */
  async function ask(wish: () => Promise<Outcome<readonly SavedView[]>>): Promise<boolean> {
    asked += 1;
    const ticket = asked;
    let outcome: Outcome<readonly SavedView[]>;
    try {
      outcome = await wish();
    } catch (error) {
      outcome = { ok: false, problem: problemOf(error) };
    }
    if (ticket !== asked) return outcome.ok;
    problem.value = outcome.ok ? null : outcome.problem;
    if (outcome.ok) saved.value = outcome.value;
    return outcome.ok;
  }

  async function load(): Promise<void> {
    if (account.readable) await ask(() => bridge.call('history.views'));
  }

  const starters = computed(() => {
    const taken = new Set(saved.value.map(({ name }) => keyOf(name)));
    return starterViews(app.info.language).filter(({ name }) => !taken.has(keyOf(name)));
  });

  watch(
    () => [account.readable, account.account.endpoint, account.account.ownEmail] as const,
    () => {
      asked += 1;
      saved.value = [];
      problem.value = null;
      void load();
    },
  );

  return {
    saved: shallowReadonly(saved),
    /** Those to begin with, but for the ones whose name a saved view has. */
    starters,
    /** Why the last wish was not fulfilled. */
    problem: readonly(problem),
    load,
    /** Whether a view of this name is saved; names differ by more than case. */
    has: (name: string): boolean => saved.value.some((view) => keyOf(view.name) === keyOf(name)),
    /** @param replaces name of the view whose place it takes. */
    save: (view: SavedView, replaces: string | null = null) =>
      ask(() => bridge.call('history.saveView', { view, replaces })),
    remove: (name: string) => ask(() => bridge.call('history.removeView', name)),
  };
});

function keyOf(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
