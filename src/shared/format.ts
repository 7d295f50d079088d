import type { Language } from './language.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** German readers get German conventions; English ones day before month and a 24-hour clock. */
const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

const hourUnits: Readonly<Record<Language, string>> = { de: 'Std.', en: 'h' };
const justNow: Readonly<Record<Language, string>> = { de: 'gerade eben', en: 'just now' };

/** The unit behind a duration, for views that set it in a lighter grey than the digits. */
export function hourUnit(language: Language): string {
  return hourUnits[language];
}

/**
 * Logged time as digits, `3:24`: hours and minutes, rounded to the nearest minute.
 * What is no length of time (negative, not a number) reads as `0:00`.
 */
export function durationDigits(ms: number): string {
  const minutes = Math.round(length(ms) / minute);
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}`;
}

/** Logged time with its unit: `3:24 Std.`, `3:24 h`. */
export function formatDuration(ms: number, language: Language): string {
  return `${durationDigits(ms)} ${hourUnit(language)}`;
}

/** A clock with seconds, `0:12:41`: for what still runs, and for exact figures. Never rounds up. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(length(ms) / second);
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

/** Numbers, times and dates as one language writes them, in one time zone. */
export interface Formats {
  readonly language: Language;
  /** `1.234` / `1,234`. */
  count(value: number): string;
  /** `3:24 Std.` / `3:24 h`. */
  duration(ms: number): string;
  /** `14:05`. All instants are UTC ms. */
  time(instant: number): string;
  /** `14:05:09`. */
  exactTime(instant: number): string;
  /** The hour alone, `14`, as on an axis. */
  hour(instant: number): string;
  /** `22.11.2026` / `22/11/2026`. */
  date(instant: number): string;
  /** `22. November 2026` / `22 November 2026`. */
  longDate(instant: number): string;
  /** `Mo., 23.11.2026, 14:05:09`: what stands behind a rounded or relative time. */
  exact(instant: number): string;
  /** A calendar day (`2026-11-23`) as `Montag, 23. November` / `Monday 23 November`. */
  day(day: string): string;
  /** A calendar day's weekday, `Mo` / `Mon`. */
  weekday(day: string): string;
  /** `gerade eben`, `vor 2 Min.`, `vor 3 Std.`, `vor 4 Tagen`; the future counts as now. */
  relative(instant: number, now: number): string;
  /** The time alone on the same local day, else with its date: what a state is "as of". */
  moment(instant: number, now: number): string;
}

/** @param zone an IANA time zone; the machine's own where it is left out. */
export function createFormats(language: Language, zone?: string): Formats {
  const locale = locales[language];
  const zoned = (options: Intl.DateTimeFormatOptions): ((instant: number) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    return (instant) => format.format(instant);
  };
  const calendar = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day) => format.format(Date.parse(`${day}T00:00Z`));
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
  const number = new Intl.NumberFormat(locale);
  const ago = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  const time = zoned(clock);
  const dateOf = zoned(date);
  const dateAndTime = zoned({ ...date, ...clock });
  const hourOf = zoned({ hour: 'numeric', hourCycle: 'h23' });
  const weekdayOf = calendar({ weekday: 'short' });

  return {
    language,
    count: (value) => number.format(value),
    duration: (ms) => formatDuration(ms, language),
    time,
    exactTime: zoned({ ...clock, second: '2-digit' }),
    hour: (instant) => String(Number.parseInt(hourOf(instant), 10)),
    date: dateOf,
    longDate: zoned({ day: 'numeric', month: 'long', year: 'numeric' }),
    exact: zoned({ weekday: 'short', ...date, ...clock, second: '2-digit' }),
    day: calendar({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: (day) => weekdayOf(day).replace(/\.$/, ''),
    relative(instant, now) {
      const passed = Math.max(0, now - instant);
      if (passed < minute) return justNow[language];
      if (passed < hour) return ago.format(-Math.floor(passed / minute), 'minute');
      if (passed < 24 * hour) return ago.format(-Math.floor(passed / hour), 'hour');
      return ago.format(-Math.floor(passed / (24 * hour)), 'day');
    },
    moment: (instant, now) =>
      dateOf(instant) === dateOf(now) ? time(instant) : dateAndTime(instant),
  };
}

/** `14:05` in a zone, or the machine's own. */
export function formatTime(instant: number, language: Language, zone?: string): string {
  return createFormats(language, zone).time(instant);
}

/** `2026-11-23` as `Montag, 23. November` / `Monday 23 November`. */
export function formatDay(day: string, language: Language): string {
  return createFormats(language).day(day);
}

/** `gerade eben`, `vor 2 Min.`, `vor 3 Std.`: how long ago an instant was, both UTC ms. */
export function formatRelative(instant: number, now: number, language: Language): string {
  return createFormats(language).relative(instant, now);
}

function length(ms: number): number {
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
