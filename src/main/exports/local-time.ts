import { Temporal } from 'temporal-polyfill';

const dayMs = 86_400_000;
/** The earliest and latest instant that has a year from 1 to 9999 in every zone. */
const first = Date.parse('0001-01-02');
const last = Date.UTC(9999, 11, 30);

/** An instant as a clock on the wall of one zone shows it. */
export interface LocalTime {
  /** `2026-11-23T14:05:09` */
  readonly text: string;
  /** Of the zone then, minutes east of UTC. */
  readonly offset: number;
}

/**
 * Reads many instants in one zone: a calendar library takes a hundred times as long for each. Instants beyond the
 * years 1 to 9999 stand as the nearest within.
 */
export function localTimes(zone: string): (instant: number) => LocalTime {
  const offsetAt = (instant: number): number =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds /
    6e10;
  /** By UTC day; null for a day on which the offset changes. */
  const offsets = new Map<number, number | null>();
  /** `2026-11-23T`, by local day. */
  const dates = new Map<number, string>();
  const offsetOn = (day: number): number | null => {
    const begins = offsetAt(day * dayMs);
    return begins === offsetAt((day + 1) * dayMs) ? begins : null;
  };
  return (instant) => {
    const held = Math.min(last, Math.max(first, instant));
    const day = Math.floor(held / dayMs);
    let offset = offsets.get(day);
    if (offset === undefined) offsets.set(day, (offset = offsetOn(day)));
    offset ??= offsetAt(held);
    const local = held + offset * 60_000;
    const localDay = Math.floor(local / dayMs);
    let date = dates.get(localDay);
    if (date === undefined)
      dates.set(localDay, (date = new Date(localDay * dayMs).toISOString().slice(0, 11)));
    const seconds = Math.floor((local - localDay * dayMs) / 1000);
    const hours = twoDigits[Math.floor(seconds / 3600)];
    const minutes = twoDigits[Math.floor(seconds / 60) % 60];
    return { text: `${date}${hours}:${minutes}:${twoDigits[seconds % 60]}`, offset };
  };
}

/** `00` to `59` */
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** `+01:00` */
export function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset));
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
