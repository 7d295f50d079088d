import { readonly, ref, watch, type Ref } from 'vue';
import { useAccountStore } from '../stores/account.ts';
import { useSyncStore } from '../stores/sync.ts';
import { useProblemWords } from './use-problem-words.ts';
import { useWords } from './use-words.ts';

/**
 * What a screen reader is told of the sync: that what one asked for is done, that something went
 * wrong, that the connection is back. Neither the routine of every minute nor a ticking clock.
 */
export function useAnnouncements(): Readonly<Ref<string>> {
  const { t, formats } = useWords();
  const { wordsFor } = useProblemWords();
  const store = useSyncStore();
  const account = useAccountStore();
  const text = ref('');

  watch(
    () => store.sync.problem?.code ?? null,
    (code) => {
      const { problem } = store.sync;
      if (code === null || !problem || account.account.status === 'rejected') return;
      const { what, todo } = wordsFor(problem);
      text.value = `${what} ${todo}`;
    },
  );
  watch(
    () => store.sync.offline,
    (offline) => {
      if (!offline) text.value = t('sync.online');
    },
  );
  watch(
    () => store.turning,
    (turning) => {
      const { lastSuccessAt, problem } = store.sync;
      if (turning) text.value = t('sync.busy');
      else if (problem === null && lastSuccessAt !== null) {
        text.value = t('sync.done', { time: formats.value.time(lastSuccessAt) });
      }
    },
  );
  return readonly(text);
}
