import { onScopeDispose, readonly, ref, shallowReadonly, shallowRef, watch } from 'vue';
import {
  mostDifferences,
  type Difference,
  type Differences,
  type Verdict,
} from '../../shared/exports/entry.ts';
import { problemOf, type Outcome, type Problem } from '../../shared/problem.ts';
import { useBridge } from './use-bridge.ts';

/** One past export: what its sessions are now, and whether its file is what it was. Both are asked for anew for another. */
export function usePastExport(id: () => number) {
  const bridge = useBridge();
  const differences = shallowRef<Differences | null>(null);
  const problem = ref<Problem | null>(null);
  const verdict = ref<Verdict | 'running' | null>(null);
  let asked = 0;
  let reading = false;
  let again = false;

  async function attempt<T>(wish: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await wish();
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  }

  async function readFrom(rows: readonly Difference[]): Promise<void> {
    asked += 1;
    const ticket = asked;
    reading = true;
    again = false;
    const request = { id: id(), offset: rows.length, count: mostDifferences };
    const outcome = await attempt(() => bridge.call('exports.differences', request));
    if (ticket !== asked) return;
    reading = false;
    problem.value = outcome.ok ? null : outcome.problem;
    if (outcome.ok && outcome.value)
      differences.value = { ...outcome.value, rows: [...rows, ...outcome.value.rows] };
    if (again) await readFrom([]);
  }

  async function verify(): Promise<void> {
    const of = id();
    verdict.value = 'running';
    const outcome = await attempt(() => bridge.call('exports.verify', of));
    if (of !== id()) return;
    verdict.value = outcome.ok ? outcome.value : null;
    if (!outcome.ok) problem.value = outcome.problem;
  }

  async function withFile(wish: 'exports.open' | 'exports.reveal'): Promise<void> {
    const of = id();
    const outcome = await attempt(() => bridge.call(wish, of));
    if (of !== id()) return;
    if (!outcome.ok) problem.value = outcome.problem;
    else if (!outcome.value) verdict.value = 'gone';
  }

  watch(
    id,
    () => {
      differences.value = null;
      problem.value = null;
      verdict.value = null;
      void readFrom([]);
    },
    { immediate: true },
  );

  onScopeDispose(
    bridge.on('history.changed', () => {
      // A reading on its way is waited for: a sync tells of many changes in a row.
      if (reading) again = true;
      else void readFrom([]);
    }),
  );

  return {
    /** Null while they are being read. */
    differences: shallowReadonly(differences),
    problem: readonly(problem),
    verdict: readonly(verdict),
    verify,
    open: (): Promise<void> => withFile('exports.open'),
    reveal: (): Promise<void> => withFile('exports.reveal'),
    read: (): Promise<void> => readFrom([]),
    more: (): Promise<void> => readFrom(differences.value?.rows ?? []),
  };
}
