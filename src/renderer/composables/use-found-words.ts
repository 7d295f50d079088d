import { onScopeDispose, ref, watch } from 'vue';
import { mostCopied } from '../../shared/bridge/contract.ts';
import type { Outcome } from '../../shared/problem.ts';
import { useHistoryStore } from '../stores/history.ts';
import { useWords } from './use-words.ts';

/** Rest after the last answer before it is told, ms: who types is not interrupted at every key. */
const pause = 700;

/** What a screen reader is told of the search: how much was found, and what was copied. */
export function useFoundWords() {
  const { t, formats } = useWords();
  const store = useHistoryStore();
  const said = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(text: string): void {
    clearTimeout(timer);
    said.value = text;
  }

  watch(
    () => store.answer,
    (now, before) => {
      // A sync that changes nothing of the figures is not worth a word.
      if (!now || JSON.stringify(now.query) === JSON.stringify(before?.query)) return;
      const { sessions, measuredMs } = now.result.totals;
      const n = formats.value.count(sessions);
      const time = formats.value.duration(measuredMs);
      clearTimeout(timer);
      timer = setTimeout(() => tell(t('found.said', { n, time }, sessions)), pause);
    },
  );
  onScopeDispose(() => clearTimeout(timer));

  return {
    said,
    tellCopied(outcome: Outcome<number | null>): void {
      if (!outcome.ok) return tell(t('found.copyFailed'));
      if (outcome.value === null) return tell(t('found.copyAgain'));
      const n = formats.value.count(outcome.value);
      if (outcome.value >= mostCopied) return tell(t('found.copiedMost', { n }));
      tell(t('found.copied', { n }, outcome.value));
    },
  };
}
