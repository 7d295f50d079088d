import { createFormats, durationDigits, formatClock, type Formats } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';

/** The furthest instant from 1970 that a date can hold, ms. */
const furthest = 8.64e15;

/** Formats for a session, whatever the server gave: what is no instant reads as a dash. */
export interface DetailFormats {
  readonly language: Language;
  /** `1:30 Std.` where it is whole minutes, else `0:26:29`; the sign of a negative one stays. */
  duration(ms: number): string;
  /** `14:02:11`. */
  clock(instant: number): string;
  /** `Montag, 23. November 2026`. */
  day(instant: number): string;
  /** `Mo., 23.11.2026, 14:02:11`. */
  exact(instant: number): string;
  /** `MEZ`, `MESZ`, `GMT+9`: differs within a zone by the time of year. */
  zone(instant: number): string;
}

/** @param zone an IANA name; the machine's own zone stands in for one nobody knows */
export function createDetailFormats(language: Language, zone: string): DetailFormats {
  const { formats, known } = formatsFor(language, zone);
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const timeZone = known ? zone : undefined;
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone });
  const named = new Intl.DateTimeFormat(locale, { timeZoneName: 'short', timeZone });
  const guarded = (format: (instant: number) => string) => (instant: number) =>
    Number.isFinite(instant) && Math.abs(instant) <= furthest ? format(instant) : '–';

  return {
    language,
    duration: (ms) => `${ms < 0 ? '−' : ''}${lengthOf(Math.abs(ms), formats)}`,
    clock: guarded(formats.exactTime),
    day: guarded((instant) => long.format(instant)),
    exact: guarded(formats.exact),
    zone: guarded(
      (instant) =>
        named.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '',
    ),
  };
}

function formatsFor(language: Language, zone: string): { formats: Formats; known: boolean } {
  try {
    return { formats: createFormats(language, zone), known: true };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { formats: createFormats(language), known: false };
  }
}

function lengthOf(ms: number, formats: Formats): string {
  return ms % 60_000 === 0 && durationDigits(ms) !== '0:00'
    ? formats.duration(ms)
    : formatClock(ms);
}
