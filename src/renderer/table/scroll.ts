/** Height of a line of the table, px. */
export const lineHeight = 28;

/** Lines drawn beyond each edge of what can be seen. */
export const overscan = 4;

/**
 * No element is made taller than this, px. Browsers cut what is taller than 2^25 device pixels, half of
 * that in CSS pixels on a screen of double density; below it there is room for any zoom.
 */
export const tallest = 8_000_000;

/** What scrolls: a number of lines of one height behind a window of `viewport` px. */
export interface Geometry {
  readonly lines: number;
  readonly viewport: number;
}

/** Height of the element that stands for all lines, px. */
export function spacerHeight({ lines }: Geometry): number {
  return Math.min(lines * lineHeight, tallest);
}

/** Whether there are more lines than an element can be tall. */
export function isScaled({ lines }: Geometry): boolean {
  return lines * lineHeight > tallest;
}

/** The furthest that the lines can be moved up, px. */
export function lastTop({ lines, viewport }: Geometry): number {
  return Math.max(0, lines * lineHeight - viewport);
}

/** The furthest that the scroll bar goes, px. */
export function lastScroll(geometry: Geometry): number {
  return Math.max(0, spacerHeight(geometry) - geometry.viewport);
}

/**
 * How many px of lines lie above the window, at a position of the scroll bar. The same number as long
 * as the lines fit into an element; in proportion beyond that.
 */
export function topOf(scroll: number, geometry: Geometry): number {
  const end = lastScroll(geometry);
  const at = Math.min(end, Math.max(0, scroll));
  if (!isScaled(geometry)) return at;
  // Positions are whole device pixels: the last one need not be reached to the fraction.
  return end - at < 1 ? lastTop(geometry) : (at / end) * lastTop(geometry);
}

/** The position of the scroll bar for a number of px above the window; turns {@link topOf} around. */
export function scrollOf(top: number, geometry: Geometry): number {
  const end = lastTop(geometry);
  const at = Math.min(end, Math.max(0, top));
  return isScaled(geometry) ? (at / end) * lastScroll(geometry) : at;
}

/** Moves by px of lines, no further than there are any. */
export function movedTop(top: number, by: number, geometry: Geometry): number {
  return Math.min(lastTop(geometry), Math.max(0, top + by));
}

/** The smallest move that brings a whole line into the window. */
export function topShowing(line: number, top: number, geometry: Geometry): number {
  const start = line * lineHeight;
  if (start < top) return movedTop(start, 0, geometry);
  const end = start + lineHeight;
  return end > top + geometry.viewport ? movedTop(end - geometry.viewport, 0, geometry) : top;
}

/** Lines from `first` up to, not including, `end`. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/** The lines that can be seen, in whole or in part. */
export function seenLines(top: number, { lines, viewport }: Geometry): LineRange {
  const first = Math.min(lines, Math.floor(top / lineHeight));
  return { first, end: Math.min(lines, Math.ceil((top + viewport) / lineHeight)) };
}

/** Elements kept for lines: as many as can be seen at once, and a few beyond. */
export function slotCount(viewport: number): number {
  return Math.ceil(viewport / lineHeight) + 1 + 2 * overscan;
}

/**
 * The lines to draw: those that can be seen, and a few beyond. As many everywhere, so that a line that
 * comes into sight always finds the element of one that left.
 */
export function drawnLines(top: number, geometry: Geometry): LineRange {
  const { lines, viewport } = geometry;
  const slots = slotCount(viewport);
  const wish = seenLines(top, geometry).first - overscan;
  const first = Math.max(0, Math.min(wish, lines - slots));
  return { first, end: Math.min(lines, first + slots) };
}

/** How far a turn of the wheel goes, px. */
export function wheelDistance(
  { deltaY, deltaMode }: Pick<WheelEvent, 'deltaY' | 'deltaMode'>,
  viewport: number,
): number {
  const unit = deltaMode === 1 ? lineHeight : deltaMode === 2 ? viewport : 1;
  return deltaY * unit;
}
