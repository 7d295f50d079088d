import { Temporal } from 'temporal-polyfill';
import type { HistoryGroup } from '../../shared/history/query.ts';
import type { HistoryGroupLine } from '../../shared/history/result.ts';
import type { Language } from '../../shared/language.ts';
import type { Words } from '../composables/use-words.ts';

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What a group is called, in one language; its formats are made once. */
export function createGroupLabels(
  language: Language,
  t: Words['t'],
): (line: Pick<HistoryGroupLine, 'key' | 'label'>, group: HistoryGroup) => string {
  const calendar = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
    return (day) => format.format(Date.parse(`${day}T00:00Z`));
  };
  const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const weekdayAndDate = calendar({ weekday: 'long', ...date });
  const dateAlone = calendar(date);
  const month = calendar({ month: 'long', year: 'numeric' });
  const week = (day: string): string => {
    const number = Temporal.PlainDate.from(day).weekOfYear ?? '';
    return t('table.week', { number, date: dateAlone(day) });
  };

  return ({ key, label }, group) => {
    if (group === 'client') return label || t('session.noClient');
    if (group === 'technician') return label || t('session.noTechnician');
    if (!isDay.test(key) || Number.isNaN(Date.parse(key))) return label || key;
    if (group === 'week') return week(key);
    return group === 'month' ? month(key) : weekdayAndDate(key);
  };
}
