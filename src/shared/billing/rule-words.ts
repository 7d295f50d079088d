import type { Language } from '../language.ts';
import type { RoundingRule } from './rule.ts';

interface Words {
  readonly off: string;
  readonly offMinimum: (per: string, least: string) => string;
  readonly modes: Readonly<
    Record<Exclude<RoundingRule['mode'], 'off'>, (step: string, per: string) => string>
  >;
  readonly per: Readonly<Record<RoundingRule['per'], string>>;
  readonly least: (time: string) => string;
  readonly merge: (time: string) => string;
  readonly minutes: (count: number) => string;
}

const words: Readonly<Record<Language, Words>> = {
  de: {
    off: 'Nicht gerundet: abrechenbar ist die eigene Dauer, sonst die gemessene.',
    offMinimum: (per, least) => `Nicht runden, ${per} ${least}`,
    modes: {
      up: (step, per) => `Aufrunden auf ${step} ${per}`,
      nearest: (step, per) => `Runden auf ${step} ${per}`,
      down: (step, per) => `Abrunden auf ${step} ${per}`,
    },
    per: { session: 'je Sitzung', clientDay: 'je Kunde und Tag' },
    least: (time) => `mindestens ${time}`,
    merge: (time) => `Pausen bis ${time} gehören zum Besuch`,
    minutes: (count) => `${count} ${count === 1 ? 'Minute' : 'Minuten'}`,
  },
  en: {
    off: 'Not rounded: billable is the custom duration, else the measured one.',
    offMinimum: (per, least) => `No rounding, ${least} ${per}`,
    modes: {
      up: (step, per) => `Round up to ${step} ${per}`,
      nearest: (step, per) => `Round to ${step} ${per}`,
      down: (step, per) => `Round down to ${step} ${per}`,
    },
    per: { session: 'per session', clientDay: 'per client and day' },
    least: (time) => `at least ${time}`,
    merge: (time) => `breaks of up to ${time} belong to the visit`,
    minutes: (count) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
  },
};

/** A rounding rule in words: `Aufrunden auf 15 Minuten je Sitzung, mindestens 15 Minuten; …` */
export function ruleWords(rule: RoundingRule, language: Language): string {
  const { mode, step, minimum, per, mergeGap } = rule;
  const say = words[language];
  // Unrounded time is the same however it is grouped, unless there is a least that counts.
  if (mode === 'off' && minimum === 0) return say.off;
  const each = say.per[per];
  const least = say.least(say.minutes(minimum));
  const rounding =
    mode === 'off'
      ? say.offMinimum(each, least)
      : say.modes[mode](say.minutes(step), each) + (minimum > 0 ? `, ${least}` : '');
  return `${rounding}${mergeGap > 0 ? `; ${say.merge(say.minutes(mergeGap))}` : ''}.`;
}
