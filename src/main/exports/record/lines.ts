import type { ExportRow } from '../../../shared/exports/row.ts';
import type { LocalTime } from '../local-time.ts';

/** A session as it is printed. Durations are whole minutes; null where it still runs. */
export interface RecordLine {
  /** `2026-11-23`, by the technician's clock. */
  readonly day: string;
  /** `14:05` */
  readonly start: string;
  /** Null while it runs. */
  readonly end: { readonly time: string; readonly day: string } | null;
  readonly technicians: readonly string[];
  readonly computer: string | null;
  readonly name: string;
  readonly type: string;
  readonly measured: number | null;
  readonly billable: number | null;
  readonly isProvisional: boolean;
  /** What the day comes to, at its last line; null at the others. */
  readonly daySum: number | null;
}

export interface RecordSums {
  readonly measured: number;
  readonly billable: number;
}

export interface RecordLines {
  /** In the order that they were given in. */
  readonly lines: readonly RecordLine[];
  readonly sums: RecordSums;
}

/**
 * Lines and sums of sessions, which are given in the order they began in. Every sum is that of the minutes that are
 * printed, so that whoever adds them up by hand arrives at the same.
 */
export function recordLines(
  rows: readonly ExportRow[],
  localTime: (instant: number) => LocalTime,
): RecordLines {
  const lines = rows.map((row) => lineOf(row, localTime));
  const sums = { measured: 0, billable: 0 };
  let day = 0;
  const summed = lines.map((line, at): RecordLine => {
    sums.measured += line.measured ?? 0;
    sums.billable += line.billable ?? 0;
    day += line.billable ?? 0;
    if (lines[at + 1]?.day === line.day) return { ...line, daySum: null };
    const daySum = day;
    day = 0;
    return { ...line, daySum };
  });
  return { lines: summed, sums };
}

function lineOf(
  row: ExportRow,
  localTime: (instant: number) => LocalTime,
): Omit<RecordLine, 'daySum'> {
  const start = localTime(row.startedAt).text;
  const end = row.finishedAt === null ? null : localTime(row.finishedAt).text;
  return {
    day: start.slice(0, 10),
    start: start.slice(11, 16),
    end: end === null ? null : { time: end.slice(11, 16), day: end.slice(0, 10) },
    technicians: row.technicians,
    computer: row.computerName,
    name: row.name,
    type: row.type,
    measured: minutes(row.measuredMs),
    billable: minutes(row.billableMs),
    isProvisional: row.isProvisional,
  };
}

function minutes(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 60_000);
}

/** `3:24`, of whole minutes. */
export function hoursAndMinutes(total: number): string {
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
}
