import { computed, reactive, readonly, ref, shallowRef, watch } from 'vue';
import {
  noRounding,
  ruleFor,
  type BillingRules,
  type RoundingRule,
} from '../../shared/billing/rule.ts';
import type { HistoryQuery } from '../../shared/history/query.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from './use-bridge.ts';

/** A rule as it is being put together; a number that is none is null. */
export type RuleDraft = Omit<RoundingRule, 'minimum' | 'mergeGap'> & {
  minimum: number | null;
  mergeGap: number | null;
};

/** What a rule makes of billable time, ms. */
export interface Preview {
  readonly beforeMs: number;
  readonly afterMs: number;
}

/**
 * The rules main holds, and one of them as a draft with what it would come to.
 *
 * @param query whose sessions a draft is tried on while `active`
 * @param result changes where the same query may have come to something else
 */
export function useRounding(
  query: () => HistoryQuery,
  result: () => number,
  active: () => boolean,
) {
  const bridge = useBridge();
  const rules = shallowRef<BillingRules | null>(null);
  /** A folder id; empty for all clients. */
  const client = ref('');
  const draft = reactive<RuleDraft>({ ...noRounding });
  const preview = shallowRef<Preview | null>(null);
  const problems = reactive<Record<'read' | 'preview' | 'save', Problem | null>>({
    read: null,
    preview: null,
    save: null,
  });
  const busy = ref(false);
  let asked = 0;

  const folder = computed(() => client.value || null);
  /** The draft as a rule; null while a number in it is none. */
  const rule = computed<RoundingRule | null>(() => {
    const { minimum, mergeGap, ...rest } = draft;
    return minimum === null || mergeGap === null ? null : { ...rest, minimum, mergeGap };
  });
  const hasOwn = computed(
    () => folder.value !== null && Object.hasOwn(rules.value?.clients ?? {}, folder.value),
  );

  function take(value: BillingRules): void {
    rules.value = value;
    Object.assign(draft, ruleFor(value, folder.value));
  }

  async function ask<T>(
    place: 'read' | 'preview' | 'save',
    wish: () => Promise<Outcome<T>>,
    current: () => boolean = () => true,
  ): Promise<T | null> {
    let outcome: Outcome<T>;
    try {
      outcome = await wish();
    } catch (error) {
      outcome = { ok: false, problem: problemOf(error) };
    }
    if (!current()) return null;
    problems[place] = outcome.ok ? null : outcome.problem;
    return outcome.ok ? outcome.value : null;
  }

  async function read(): Promise<void> {
    const value = await ask('read', () => bridge.call('history.rules'));
    if (value) take(value);
  }

  async function tryOut(): Promise<void> {
    asked += 1;
    const ticket = asked;
    const tried = rule.value;
    if (!active() || rules.value === null) return;
    if (tried === null) {
      preview.value = null;
      return;
    }
    const request = { query: query(), client: folder.value, rule: tried };
    const value = await ask(
      'preview',
      () => bridge.call('history.previewRule', request),
      () => ticket === asked,
    );
    if (ticket === asked) preview.value = value;
  }

  /** @returns whether main took the rule; null goes back to the rule for all. */
  async function set(next: RoundingRule | null): Promise<boolean> {
    busy.value = true;
    const request = { client: folder.value, rule: next };
    const value = await ask('save', () => bridge.call('history.setRule', request));
    busy.value = false;
    if (value) take(value);
    return value !== null;
  }

  function start(first: string): void {
    client.value = first;
    rules.value = null;
    preview.value = null;
    Object.assign(problems, { read: null, preview: null, save: null });
    void read();
  }

  watch(client, () => {
    problems.save = null;
    if (rules.value) take(rules.value);
  });
  watch([rule, folder, rules, query, result], () => void tryOut());

  return {
    rules,
    client,
    draft,
    rule,
    hasOwn,
    preview,
    problems: readonly(problems),
    busy: readonly(busy),
    start,
    read,
    set,
  };
}
