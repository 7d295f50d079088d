interface Shape {
  /** Free space around the tile. */
  readonly inset: number;
  /** Of the tile's corners. */
  readonly corner: number;
  readonly radius: number;
  readonly stroke: number;
  readonly dot: number;
}

/** macOS keeps a margin around every tile; elsewhere a tile fills its square. */
const mac: Shape = { inset: 100, corner: 186, radius: 240, stroke: 84, dot: 92 };
const large: Shape = { inset: 32, corner: 212, radius: 284, stroke: 100, dot: 110 };
/** Heavier, to be read at 16 to 32 px. */
const small: Shape = { inset: 0, corner: 200, radius: 312, stroke: 128, dot: 140 };

/** How much of the day the ring has filled, in degrees: past noon, before evening. */
const filled = 245;

/** The app's icon: the mark in white on the accent, its ring filled for the better part of a day. */
export function appIconSvg(size: number, platform: 'mac' | 'other'): string {
  const shape = platform === 'mac' ? mac : size <= 32 ? small : large;
  const { inset, corner, radius, stroke, dot } = shape;
  const tile = 1024 - 2 * inset;
  const ring = `cx="512" cy="512" r="${radius}" fill="none" stroke="#fff" stroke-width="${stroke}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024" width="${size}" height="${size}">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#127884"/>
      <stop offset="1" stop-color="#08525d"/>
    </linearGradient>
  </defs>
  <rect x="${inset}" y="${inset}" width="${tile}" height="${tile}" rx="${corner}" fill="url(#ground)"/>
  <circle ${ring} stroke-opacity="0.26"/>
  <path d="M ${point(radius, 0)} A ${radius} ${radius} 0 1 1 ${point(radius, filled)}" fill="none" stroke="#fff" stroke-width="${stroke}" stroke-linecap="round"/>
  <circle cx="512" cy="512" r="${dot}" fill="#fff"/>
</svg>
`;
}

function point(radius: number, degrees: number): string {
  const angle = (degrees * Math.PI) / 180;
  const round = (value: number): number => Math.round(value * 100) / 100;
  return `${round(512 + radius * Math.sin(angle))} ${round(512 - radius * Math.cos(angle))}`;
}
