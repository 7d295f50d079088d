import { correction, generate, mode } from 'lean-qr';

/** A QR code's modules, row by row; true is dark. The quiet zone around it, 4 modules wide, is not in it. */
export type QrCode = readonly (readonly boolean[])[];

/** Beyond this a code is too fine for a telephone to read off a screen. */
const mostModules = 133;

/**
 * The QR code of a text, as UTF-8. It can lose about 15 % of its area and still be read.
 *
 * @returns null where the text is too long to be scanned.
 */
export function qrCodeOf(text: string): QrCode | null {
  if (text.length > 2500) return null;
  try {
    // Bytes without a mark of their encoding: more telephones read them than take the mark.
    const bitmap = generate(mode.bytes(new TextEncoder().encode(text)), {
      minCorrectionLevel: correction.L,
      maxCorrectionLevel: correction.M,
    });
    const { size } = bitmap;
    if (size > mostModules) return null;
    return Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (__, x) => bitmap.get(x, y)),
    );
  } catch {
    // The library throws where no version of the code is large enough.
    return null;
  }
}

/** The quiet zone that readers need around a code, modules. */
export const quietZone = 4;
