import type { NamedPeriod } from '../../shared/history/query.ts';
import type { PeriodDays } from '../../shared/history/period.ts';
import type { Language } from '../../shared/settings.ts';
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

/**
 * Any stretch of days as briefly as it can be told: `23.11.2026`, `1.–30.11.2026`, `ab 1.11.2026`. Days in the
 * wrong order are told as they are.
 */
export function createDaysWords(language: Language, t: Words['t']): (days: PeriodDays) => string {
  const format = new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const at = (day: string): number => Date.parse(`${day}T00:00Z`);
  return ({ from, to }) => {
    if (from === null) return to === null ? '' : t('period.until', { day: format.format(at(to)) });
    if (to === null) return t('period.since', { day: format.format(at(from)) });
    if (from > to) return `${format.format(at(from))} – ${format.format(at(to))}`;
    return format.formatRange(at(from), at(to));
  };
}
