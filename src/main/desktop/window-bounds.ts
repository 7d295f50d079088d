import type { Rectangle } from 'electron';
import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));

/** Where the window was when it was last closed, in screen points. */
export const windowBoundsSchema = v.object({
  x: whole,
  y: whole,
  width: whole,
  height: whole,
  maximized: v.boolean(),
});
export type WindowBounds = v.InferOutput<typeof windowBoundsSchema>;

export const smallest = { width: 720, height: 480 } as const;
const usual = { width: 1040, height: 720 } as const;

/** As much of the window's upper edge must be within reach of a mouse, in points. */
const reachable = { width: 120, height: 24 } as const;

export type StartBounds = Pick<Rectangle, 'width' | 'height'> &
  Partial<Pick<Rectangle, 'x' | 'y'>> & { readonly maximized: boolean };

/**
 * Where to open the window: where it was, as long as its title bar can still be taken hold of on
 * one of the screens that are there now; else in the middle, at its usual size.
 *
 * @param saved what was kept on disk: untrusted
 * @param workAreas the screens without their bars
 */
export function startBounds(saved: unknown, workAreas: readonly Rectangle[]): StartBounds {
  const parsed = v.safeParse(windowBoundsSchema, saved);
  if (!parsed.success) return { ...usual, maximized: false };
  const { x, y, maximized } = parsed.output;
  for (const area of workAreas) {
    const width = clamp(parsed.output.width, smallest.width, area.width);
    const height = clamp(parsed.output.height, smallest.height, area.height);
    if (isReachable({ x, y, width, height }, area)) return { x, y, width, height, maximized };
  }
  return { ...usual, maximized };
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const left = Math.max(window.x, area.x);
  const right = Math.min(window.x + window.width, area.x + area.width);
  const top = window.y;
  return (
    right - left >= reachable.width &&
    top >= area.y - reachable.height / 2 &&
    top <= area.y + area.height - reachable.height
  );
}

/** A screen smaller than the smallest window does not make the window smaller. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
