/**
 * The two containers that Windows and macOS keep an icon's sizes in. electron-builder makes them
 * from a PNG with a tool it downloads first, and scales small sizes down instead of drawing them.
 */

export interface Picture {
  readonly size: number;
  readonly png: Buffer;
  /** Premultiplied RGBA, row by row from the top. */
  readonly pixels: Buffer;
}

/** A Windows icon: bitmaps, which everything reads, and PNG for 256 px, where they would be huge. */
export function ico(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  const images = pictures.map((each) => (each.size >= 256 ? each.png : bitmap(each)));
  let offset = head.length;
  pictures.forEach(({ size }, index) => {
    const image = images[index] ?? Buffer.alloc(0);
    const entry = 6 + 16 * index;
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(image.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += image.length;
  });
  return Buffer.concat([head, ...images]);
}

/** A bitmap as icons hold it: of double height, upside down, followed by an unused mask. */
function bitmap({ size, pixels }: Picture): Buffer {
  const maskRow = Math.ceil(size / 32) * 4;
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  header.writeInt32LE(2 * size, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(4 * size * size);
  header.writeUInt32LE(colours.length + maskRow * size, 20);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = 4 * (y * size + x);
      const to = 4 * ((size - 1 - y) * size + x);
      const alpha = pixels.readUInt8(from + 3);
      const straight = (channel: number): number =>
        alpha === 0
          ? 0
          : Math.min(255, Math.round((pixels.readUInt8(from + channel) * 255) / alpha));
      colours.set([straight(2), straight(1), straight(0), alpha], to);
    }
  }
  return Buffer.concat([header, colours, Buffer.alloc(maskRow * size)]);
}

/** Size in pixels → type; 16 and 32 points come from their doubles. */
const icnsTypes: readonly (readonly [size: number, type: string])[] = [
  [32, 'ic11'],
  [64, 'ic12'],
  [128, 'ic07'],
  [256, 'ic08'],
  [256, 'ic13'],
  [512, 'ic09'],
  [512, 'ic14'],
  [1024, 'ic10'],
];

export const icnsSizes: readonly number[] = [...new Set(icnsTypes.map(([size]) => size))];

/** A macOS icon: PNG in all sizes. */
export function icns(pictures: readonly Picture[]): Buffer {
  const blocks = icnsTypes.map(([size, type]) => {
    const png = pictures.find((each) => each.size === size)?.png;
    if (!png) throw new Error(`An icon of ${size} px is missing.`);
    return block(type, png);
  });
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
