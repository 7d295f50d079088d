import type { RoundingRule } from '../../shared/billing/rule.ts';
import { useWords } from './use-words.ts';

const modes = {
  up: 'rounding.words.up',
  nearest: 'rounding.words.nearest',
  down: 'rounding.words.down',
} as const;

/** A rounding rule in words: `Aufrunden auf 15 Minuten je Sitzung, mindestens 15 Minuten; …` */
export function useRuleWords(): (rule: RoundingRule) => string {
  const { t } = useWords();
  const minutes = (n: number): string => t('rounding.minutes', { n }, n);
  return ({ mode, step, minimum, per, mergeGap }) => {
    // Unrounded time is the same however it is grouped, unless there is a least that counts.
    if (mode === 'off' && minimum === 0) return t('rounding.words.off');
    const each = t(per === 'session' ? 'rounding.perSession' : 'rounding.perClientDay');
    const least = minimum > 0 ? t('rounding.words.minimum', { time: minutes(minimum) }) : null;
    const rounding =
      mode === 'off'
        ? t('rounding.words.offMinimum', { per: each, least: least ?? '' })
        : [t(modes[mode], { step: minutes(step), per: each }), least].filter(Boolean).join(', ');
    const merge = mergeGap > 0 ? t('rounding.words.merge', { time: minutes(mergeGap) }) : null;
    return `${[rounding, merge].filter(Boolean).join('; ')}.`;
  };
}
