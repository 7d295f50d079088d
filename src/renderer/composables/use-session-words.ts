import { openSetWord, type OpenSet } from '../../shared/open-sets.ts';
import { useWords } from './use-words.ts';

/** The open sets of a session and its computer, in the language in use. */
export function useSessionWords() {
  const { language } = useWords();
  const wordsOf = (set: OpenSet) => (id: string) => openSetWord(set, id, language.value);
  return {
    type: wordsOf('type'),
    state: wordsOf('state'),
    invoice: wordsOf('invoice'),
    terms: wordsOf('terms'),
  };
}
