import { computed, reactive, readonly, ref, shallowRef, watch } from 'vue';
import type { BillingRules } from '../../shared/billing/rule.ts';
import type { ExportProspect } from '../../shared/bridge/export-calls.ts';
import type { ExportColumn } from '../../shared/exports/columns.ts';
import { firstOptions, type ExportOptions } from '../../shared/exports/options.ts';
import type { ExportProfile } from '../../shared/exports/profile.ts';
import type { HistoryQuery } from '../../shared/history/query.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useSettingsStore } from '../stores/settings.ts';
import { useBridge } from './use-bridge.ts';
import { useWords } from './use-words.ts';

/**
 * How sessions are about to be exported, beginning as last time, with what it would come to.
 *
 * @param active whether somebody looks; main is asked only then
 */
export function useExportDraft(query: () => HistoryQuery, active: () => boolean) {
  const bridge = useBridge();
  const settings = useSettingsStore();
  const { language } = useWords();
  const draft = reactive<Omit<ExportOptions, 'columns'> & { columns: readonly ExportColumn[] }>(
    firstOptions(language.value),
  );
  const prospect = shallowRef<ExportProspect | null>(null);
  const rules = shallowRef<BillingRules | null>(null);
  const problem = ref<Problem | null>(null);
  let asked = 0;

  const options = computed((): ExportOptions => ({ ...draft, columns: [...draft.columns] }));
  /** The profile that says the same as the draft. */
  const profile = computed(() => {
    const text = textOf(options.value);
    return settings.settings.exportProfiles.find((each) => textOf(each.options) === text) ?? null;
  });

  function take({ format, columns, language: spoken }: ExportOptions): void {
    Object.assign(draft, { format, columns: [...columns], language: spoken });
  }

  /** Asks main what the draft would come to. */
  async function look(): Promise<void> {
    asked += 1;
    const ticket = asked;
    const [ahead, held] = await Promise.all([
      ask(() => bridge.call('exports.prospect', query())),
      ask(() => bridge.call('history.rules')),
    ]);
    if (ticket !== asked) return;
    problem.value = ahead.ok ? (held.ok ? null : held.problem) : ahead.problem;
    prospect.value = ahead.ok ? ahead.value : null;
    rules.value = held.ok ? held.value : null;
  }

  watch(
    active,
    (is) => {
      asked += 1;
      if (!is) return;
      prospect.value = null;
      take(settings.settings.exportOptions ?? firstOptions(language.value));
      void look();
    },
    { immediate: true },
  );

  return {
    draft,
    options,
    profile,
    prospect,
    rules,
    problem: readonly(problem),
    look,
    useProfile: (chosen: ExportProfile): void => take(chosen.options),
  };
}

async function ask<T>(wish: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await wish();
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Options of equal texts write equal files. */
function textOf({ format, columns, language }: ExportOptions): string {
  return JSON.stringify([format, language, columns]);
}
