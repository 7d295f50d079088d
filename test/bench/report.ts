/** How a figure has to stand beside its floor or rival. */
export type Target =
  | { readonly atMost: number }
  | { readonly timesFaster: number }
  /** In the figure's own unit. */
  | { readonly gainAtMost: number };

/** One measured figure beside its floor or rival, both from the same run. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  readonly floor: number;
  readonly floorName: string;
  readonly unit: 'ms' | 'MB' | 'frames';
  readonly target?: Target;
}

/** A few lines a figure: what was measured, its floor, how they compare, and whether that is what was aimed at. */
export function report(figures: readonly Figure[]): string {
  return figures
    .map(({ name, measured, floor, floorName, unit, target }) => {
      const ratio = (measured / floor).toFixed(2);
      const lines = [
        `${ratio.padStart(7)} ×  ${name}: ${show(measured, unit)}`,
        `beside ${floorName}: ${show(floor, unit)}`,
        ...(target ? [verdict(target, measured, floor, unit)] : []),
      ];
      return lines.join('\n           ');
    })
    .join('\n');
}

function verdict(target: Target, measured: number, floor: number, unit: Figure['unit']): string {
  if ('atMost' in target) return said(measured <= floor * target.atMost, `≤ ${target.atMost} ×`);
  if ('gainAtMost' in target) {
    const gained = measured - floor;
    const aim = `a gain of ≤ ${target.gainAtMost} ${unit}`;
    return `${said(gained <= target.gainAtMost, aim)}: ${show(gained, unit)}`;
  }
  const times = floor / measured;
  const aim = `≥ ${target.timesFaster} times faster`;
  return `${said(times >= target.timesFaster, aim)}: ${times.toFixed(1)} times`;
}

function said(isReached: boolean, aim: string): string {
  return `${isReached ? 'reached' : 'MISSED'}, ${aim}`;
}

function show(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}
