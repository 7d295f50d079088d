/** The states the mark can show; the tray's own. */
export const markStates = ['idle', 'running', 'problem', 'offline'] as const;
export type MarkState = (typeof markStates)[number];

const centre = 8;
const radius = 6;
const stroke = 2;

/**
 * The mark on a ground of 16 × 16: a ring; with a solid dot while a session runs; open below with
 * an exclamation mark's bar and point for a problem; dashed while offline.
 *
 * @param size the pixels it will be drawn at, where straight edges are put on whole pixels
 */
export function markSvg(state: MarkState, ink: string, size = 16): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="${size}" height="${size}">`,
    `  <g fill="none" stroke="${ink}" stroke-width="${stroke}">`,
    ...shapes(state, ink, size).map((shape) => `    ${shape}`),
    '  </g>',
    '</svg>',
    '',
  ].join('\n');
}

function shapes(state: MarkState, ink: string, size: number): readonly string[] {
  const ring = `<circle cx="${centre}" cy="${centre}" r="${radius}"/>`;
  switch (state) {
    case 'idle':
      return [ring];
    case 'running':
      return [ring, `<circle cx="${centre}" cy="${centre}" r="3" fill="${ink}" stroke="none"/>`];
    case 'problem':
      return [arc(215, 505), ...exclamation(ink, size)];
    case 'offline':
      return Array.from({ length: 8 }, (_, index) => arc(45 * index + 11.25, 45 * index + 33.75));
  }
}

/** An even number of pixels wide, so that its edges are sharp beside the centre line. */
function exclamation(ink: string, size: number): readonly string[] {
  const pixel = 16 / size;
  const width = 2 * pixel * Math.max(1, Math.round(size / 16));
  const snap = (value: number): number => round(Math.round(value / pixel) * pixel);
  const part = (top: number, bottom: number): string =>
    `<rect x="${round(centre - width / 2)}" y="${snap(top)}" width="${round(width)}" ` +
    `height="${round(snap(bottom) - snap(top))}" fill="${ink}" stroke="none"/>`;
  return [part(5, 10), part(12, 14)];
}

/** A part of the ring, clockwise from the top, in degrees. */
function arc(from: number, to: number): string {
  const large = to - from > 180 ? 1 : 0;
  return `<path d="M ${point(from)} A ${radius} ${radius} 0 ${large} 1 ${point(to)}"/>`;
}

function point(degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  return `${round(centre + radius * Math.sin(angle))} ${round(centre - radius * Math.cos(angle))}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
