import { createRequire } from 'node:module';
import type read from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrCodeOf, quietZone, type QrCode } from '../../../../src/shared/clients/qr.ts';
import { vcardOf } from '../../../../src/shared/clients/vcard.ts';

// Its types tell of an ES module, and it is none.
const jsqr = createRequire(import.meta.url)('jsqr') as { default: typeof read };

/** Draws a code and has it read by a real decoder. */
function decode(code: QrCode): string | undefined {
  const scale = 4;
  const side = (code.length + 2 * quietZone) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  code.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let dy = 0; dy < scale; dy++)
        for (let dx = 0; dx < scale; dx++) {
          const at = ((y + quietZone) * scale + dy) * side + (x + quietZone) * scale + dx;
          pixels.fill(0, at * 4, at * 4 + 3);
        }
    }),
  );
  return jsqr.default(pixels, side, side)?.data;
}

describe('a QR code', () => {
  it('gives back Königstraße, Lüneburg', () => {
    const card = vcardOf({
      fullName: 'Elbmarsch IT-Service GmbH',
      name: null,
      organisation: 'Elbmarsch IT-Service GmbH',
      email: 'service@elbmarsch-it.example',
      phone: '+494066969100',
      address: [
        { name: 'street', part: 'street', value: 'Königstraße 12' },
        { name: 'city', part: 'city', value: 'Lüneburg' },
        { name: 'postalCode', part: 'postalCode', value: '21335' },
      ],
      note: null,
    });
    const code = qrCodeOf(card);
    const read = code && decode(code);
    expect(read).toBe(card);
    expect(read).toContain('Königstraße 12;Lüneburg');
  });

  it.each(['Königstraße, Lüneburg', 'A', '日本語 😀 Ω', 'ABC 123'])('gives back %s', (text) => {
    const code = qrCodeOf(text);
    expect(code && decode(code)).toBe(text);
  });

  it('of what is too long to be scanned is none', () => {
    expect(qrCodeOf('ä'.repeat(100_000))).toBeNull();
    expect(qrCodeOf('ä'.repeat(2400))).toBeNull();
  });
});
