import type { Formats } from '../../shared/format.ts';
import { durationDigits } from '../../shared/format.ts';
import type { TodayRow } from '../../shared/today.ts';
import type { Words } from '../composables/use-words.ts';

type Translate = Words['t'];

/** `14:02–14:28`, or `14:31 läuft` while it runs. */
export function timeOf(row: TodayRow, formats: Formats, t: Translate): string {
  const from = formats.time(row.startedAt);
  return row.finishedAt === null
    ? `${from} ${t('session.running')}`
    : `${from}–${formats.time(row.finishedAt)}`;
}

/** Who worked: "you" where it was you alone; null where the server does not tell. */
export function techniciansOf(row: TodayRow, t: Translate): string | null {
  if (row.mine && row.technicians.length <= 1) return t('session.you');
  return row.technicians.join(', ') || null;
}

/**
 * A session in one line, for where there is room for no more. Names are isolated, so that the
 * writing direction of one, or marks hidden in it, does not turn around what stands beside it.
 */
export function describe(row: TodayRow, formats: Formats, t: Translate): string {
  const parts = [
    timeOf(row, formats, t),
    isolate(row.clientName) ?? t('session.noClient'),
    isolate(row.computerName),
    isolate(techniciansOf(row, t)),
    row.finishedAt === null ? null : durationDigits(row.measuredMs),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Says so where a session began before this day: "since yesterday", "since 20/11/2026". */
export function beganEarlier(
  row: TodayRow,
  dayStart: number,
  formats: Formats,
  t: Translate,
): string | null {
  if (row.startedAt >= dayStart) return null;
  // The day before is found from its last instant, whether it has 23, 24 or 25 hours.
  const yesterday = formats.date(dayStart - 1);
  const began = formats.date(row.startedAt);
  return began === yesterday
    ? t('session.sinceYesterday')
    : t('session.sinceDate', { date: began });
}

function isolate(name: string | null): string | null {
  return name ? `\u2068${name}\u2069` : null;
}
