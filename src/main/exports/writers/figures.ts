/**
 * Durations as they are displayed. Sums are made of these values and not of the milliseconds behind them, so that
 * whoever adds up a column by hand arrives at the same total.
 */

/** Whole seconds. */
export function secondsOf(ms: number): number {
  return Math.round(ms / 1000);
}

/** Minutes, in hundredths. */
export function minutesOf(ms: number): number {
  return Math.round(ms / 600) / 100;
}

/** Hours, in hundredths. */
export function hoursOf(ms: number): number {
  return Math.round(ms / 36_000) / 100;
}

/** `01:23:45` */
export function clockOf(ms: number): string {
  const seconds = secondsOf(ms);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}
