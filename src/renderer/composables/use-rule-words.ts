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
    if (mode === 'off') return t('rounding.words.off');
    const rounding = t(modes[mode], {
      step: minutes(step),
      per: t(per === 'session' ? 'rounding.perSession' : 'rounding.perClientDay'),
    });
    const least = minimum > 0 ? t('rounding.words.minimum', { time: minutes(minimum) }) : null;
    const merge = mergeGap > 0 ? t('rounding.words.merge', { time: minutes(mergeGap) }) : null;
    const whole = [[rounding, least].filter(Boolean).join(', '), merge].filter(Boolean).join('; ');
    return `${whole}.`;
  };
}
