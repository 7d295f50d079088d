import type { Language } from '../../shared/language.ts';
import type { Days, Unit } from './periods.ts';

export interface PeriodWords {
  /** A stretch of days in full: `Montag, 23. November`, `23.–29. November`, `November 2026`. */
  name(days: Days, unit: Unit): string;
  /** Its beginning, short enough for an axis: `23. Nov.`, `Nov. 2026`. */
  short(days: Days, unit: Unit): string;
}

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/**
 * @param withYear whether days are named with their year, as they must be where it is not the present
 * one; months always are
 * @param long whether the axis reaches so far that its labels leave out the day
 */
export function createPeriodWords(
  language: Language,
  { withYear, long }: { withYear: boolean; long: boolean },
): PeriodWords {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  const day = format({ weekday: 'long', day: 'numeric', month: 'long', ...year });
  const range = format({ day: 'numeric', month: 'long', ...year });
  const month = format({ month: 'long', year: 'numeric' });
  const shortDay = format({ day: 'numeric', month: 'short' });
  const shortMonth = format({ month: 'short', year: 'numeric' });
  const at = (date: string): number => Date.parse(`${date}T00:00Z`);

  return {
    name({ from, to }, unit) {
      if (unit === 'month') return month.formatRange(at(from), at(to));
      return from === to ? day.format(at(from)) : range.formatRange(at(from), at(to));
    },
    short({ from }, unit) {
      return (unit === 'month' || long ? shortMonth : shortDay).format(at(from));
    },
  };
}
