/** What a picture is by its own bytes, whatever it was said to be. */
export interface PictureKind {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** As many bytes tell whether it is a picture at all. */
export const headBytes = 16;

/** Whether bytes begin like a picture that can be shown: nothing with scripts or references, like SVG, is. */
export function beginsLikePicture(bytes: Buffer): boolean {
  return typeOf(bytes) !== null;
}

/** @returns null for what is no picture, or one that does not say how large it is. */
export function pictureKind(bytes: Buffer): PictureKind | null {
  const type = typeOf(bytes);
  const size = type && sizeOf(bytes, type);
  return type && size && size.width > 0 && size.height > 0 ? { type, ...size } : null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function typeOf(bytes: Buffer): PictureKind['type'] | null {
  const ascii = (from: number, to: number): string => bytes.toString('latin1', from, to);
  if (bytes.length < headBytes) return null;
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'image/gif';
  return ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP' ? 'image/webp' : null;
}

function sizeOf(bytes: Buffer, type: PictureKind['type']): Size | null {
  try {
    switch (type) {
      case 'image/png':
        return bytes.toString('latin1', 12, 16) === 'IHDR'
          ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
          : null;
      case 'image/gif':
        return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
      case 'image/webp':
        return webpSize(bytes);
      case 'image/jpeg':
        return jpegSize(bytes);
    }
  } catch {
    // It ends before it has said so.
    return null;
  }
}

function webpSize(bytes: Buffer): Size | null {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

/** Goes from segment to segment until the one that begins a frame. */
function jpegSize(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
