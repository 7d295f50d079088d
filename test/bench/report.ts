/** One measured figure beside its floor, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  readonly floor: number;
  readonly floorName: string;
  readonly unit: 'ms' | 'MB';
}

/** A line a figure: what was measured, its floor, and the ratio of the two. */
export function report(figures: readonly Figure[]): string {
  return figures
    .map(({ name, measured, floor, floorName, unit }) => {
      const ratio = (measured / floor).toFixed(2);
      return `${ratio.padStart(7)} ×  ${name}: ${show(measured, unit)}\n           floor, ${floorName}: ${show(floor, unit)}`;
    })
    .join('\n');
}

function show(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}
