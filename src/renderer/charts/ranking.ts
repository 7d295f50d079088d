import type { Bar, Ranking } from '../../shared/history/result.ts';

export interface RankedBar extends Bar {
  /** Beside the longest, 0 to 1. */
  readonly length: number;
  /** Of everything in the chart, 0 to 1. */
  readonly share: number;
}

export interface Ranked {
  readonly bars: readonly RankedBar[];
  /** All that have no bar of their own, as one. */
  readonly rest: RankedBar | null;
}

/** A ranking in no more than `most` lines; where there are more, the last of them sums up the rest. */
export function rank({ bars, rest }: Ranking, most: number): Ranked {
  const fits = bars.length + (rest ? 1 : 0) <= most;
  const shown = fits ? bars : bars.slice(0, most - 1);
  const left = [...bars.slice(shown.length), ...(rest ? [rest] : [])];
  const longest = Math.max(1, ...shown.map((bar) => bar.measuredMs));
  const sum = Math.max(1, total(bars) + (rest?.measuredMs ?? 0));
  const ranked = (bar: Bar): RankedBar => ({
    ...bar,
    length: Math.min(1, bar.measuredMs / longest),
    share: bar.measuredMs / sum,
  });
  return {
    bars: shown.map(ranked),
    rest:
      left.length === 0
        ? null
        : ranked({
            key: '',
            label: '',
            sessions: left.reduce((count, { sessions }) => count + sessions, 0),
            measuredMs: total(left),
          }),
  };
}

function total(bars: readonly Bar[]): number {
  return bars.reduce((sum, { measuredMs }) => sum + measuredMs, 0);
}
