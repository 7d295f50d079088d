import type { NamedPeriod } from '../../shared/history/query.ts';
import type { PeriodDays } from '../../shared/history/period.ts';
import type { Language } from '../../shared/language.ts';
import type { Words } from '../composables/use-words.ts';
import type { MessageKey } from '../i18n.ts';

/** What periods that move with the calendar are called. */
export const periodNames: Readonly<Record<NamedPeriod, MessageKey>> = {
  all: 'period.all',
  today: 'period.today',
  yesterday: 'period.yesterday',
  thisWeek: 'period.thisWeek',
  lastWeek: 'period.lastWeek',
  thisMonth: 'period.thisMonth',
  lastMonth: 'period.lastMonth',
  thisQuarter: 'period.thisQuarter',
  lastQuarter: 'period.lastQuarter',
  thisYear: 'period.thisYear',
  lastYear: 'period.lastYear',
};

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

function dayFormat(language: Language): Intl.DateTimeFormat {
  const date = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locales[language], { ...date, timeZone: 'UTC' });
}

/** A day (`2026-11-23`) as it can be typed again: `23.11.2026` / `23/11/2026`. */
export function createDayFormat(language: Language): (day: string) => string {
  const format = dayFormat(language);
  return (day) => format.format(instantOf(day));
}

/**
 * Any stretch of days as briefly as it can be told: `23.11.2026`, `01.–30.11.2026`, `ab 01.11.2026`. Days in the
 * wrong order are told as they are.
 */
export function createDaysWords(language: Language, t: Words['t']): (days: PeriodDays) => string {
  const format = dayFormat(language);
  const word = (day: string): string => format.format(instantOf(day));
  return ({ from, to }) => {
    if (from === null) return to === null ? '' : t('period.until', { day: word(to) });
    if (to === null) return t('period.since', { day: word(from) });
    if (from > to) return `${word(from)} – ${word(to)}`;
    return format.formatRange(instantOf(from), instantOf(to));
  };
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00Z`);
}
