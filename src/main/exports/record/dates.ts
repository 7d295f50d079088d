import type { PeriodDays } from '../../../shared/history/period.ts';
import type { Language } from '../../../shared/language.ts';
import { addDays } from '../../../shared/time.ts';

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** `23.11.2026` / `23/11/2026` of `2026-11-23`. */
export function shortDate(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return [date, month, year].join(language === 'de' ? '.' : '/');
}

/** `November 2026` for a whole month, else `1.–15. November 2026`. */
export function periodWords(
  { from, to }: { from: string; to: string },
  language: Language,
): string {
  const isMonth = from.endsWith('-01') && addDays(to, 1).endsWith('-01') && addDays(from, 31) > to;
  const whole = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const format = new Intl.DateTimeFormat(
    locales[language],
    isMonth ? whole : { ...whole, day: 'numeric' },
  );
  return format.formatRange(noonOf(from), noonOf(to));
}

/** A period with both its sides: where one was left open, the days that there is something of tell. */
export function closedPeriod(
  { from, to }: PeriodDays,
  days: readonly string[],
  today: string,
): { from: string; to: string } {
  const last = to ?? days.at(-1) ?? today;
  const first = from ?? days[0] ?? last;
  return { from: first, to: last < first ? first : last };
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00Z`);
}
