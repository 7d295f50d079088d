import type { RoundingRule } from '../../shared/billing/rule.ts';
import { ruleWords } from '../../shared/billing/rule-words.ts';
import { useWords } from './use-words.ts';

/** A rounding rule in words, in the window's language. */
export function useRuleWords(): (rule: RoundingRule) => string {
  const { language } = useWords();
  return (rule) => ruleWords(rule, language.value);
}
