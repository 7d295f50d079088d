import { onScopeDispose, ref, watch } from 'vue';
import { mostCopied } from '../../shared/bridge/contract.ts';
import type { Outcome } from '../../shared/problem.ts';
import { useHistoryStore } from '../stores/history.ts';
import { useWords } from './use-words.ts';

/** Rest after the last answer before it is told, ms: who types is not interrupted at every key. */
const pause = 700;
/** What was just done stays in sight for so long, ms. */
const stay = 4000;

/** What is told of the search: to a screen reader how much was found, and to everybody what was copied. */
export function useFoundWords() {
  const { t, formats } = useWords();
  const store = useHistoryStore();
  const said = ref('');
  const noted = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: ReturnType<typeof setTimeout> | undefined;

  function note(text: string): void {
    clearTimeout(end);
    noted.value = text;
    end = setTimeout(() => (noted.value = ''), stay);
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
      timer = setTimeout(() => (said.value = t('found.said', { n, time }, sessions)), pause);
    },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    clearTimeout(end);
  });

  return {
    said,
    noted,
    tellCopied(outcome: Outcome<number | null>): void {
      if (!outcome.ok) return note(t('found.copyFailed'));
      if (outcome.value === null) return note(t('found.copyAgain'));
      const n = formats.value.count(outcome.value);
      if (outcome.value >= mostCopied) return note(t('found.copiedMost', { n }));
      note(t('found.copied', { n }, outcome.value));
    },
  };
}
