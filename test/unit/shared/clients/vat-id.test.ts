import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVatId, viesLink } from '../../../../src/shared/clients/vat-id.ts';

describe('checkVatId', () => {
  it.each([
    'DE136695976',
    'DE129273398',
    'DE811569869',
    'de 136 695 976',
    'DE-136.695.976',
    'ATU12345678',
    'BE0123456789',
    'BE1123456789',
    'NL123456789B01',
    'EL123456789',
    'FRXX123456789',
    'IE1234567WA',
    'XIGD123',
  ])('calls %s plausible', (text) => {
    const check = checkVatId(text);
    expect(check.verdict).toBe('plausible');
    expect(viesLink(check)).toMatch(/^https:\/\/ec\.europa\.eu\//);
  });

  it.each(['DE123456789', 'DE136695975'])('finds the wrong digit of %s', (text) => {
    expect(checkVatId(text)).toEqual({ verdict: 'wrong-check-digit', normal: text, country: 'DE' });
  });

  it.each([
    'DE13669597',
    'DE1366959760',
    'AT12345678',
    'ATU1234567',
    'BE2123456789',
    'NL123456789X01',
    'EL12345678',
  ])('finds the wrong format of %s', (text) => {
    const check = checkVatId(text);
    expect(check.verdict).toBe('wrong-format');
    expect(viesLink(check)).toBeNull();
  });

  it.each([
    'CHE-116.281.710 MWST',
    'US12-3456789',
    'GB123456789',
    '',
    'Demnächst',
    '136695976',
    `DE${'1'.repeat(100_000)}`,
  ])('cannot check %.30s', (text) => {
    expect(checkVatId(text)).toEqual({ verdict: 'uncheckable', normal: text, country: null });
  });

  it('takes Greece by both its prefixes', () => {
    const check = { verdict: 'plausible', normal: 'EL123456789', country: 'GR' };
    expect(checkVatId('EL123456789')).toEqual(check);
    expect(checkVatId('GR 123456789')).toEqual(check);
  });

  it('lets one last digit in ten pass', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8}$/), (digits) => {
        const right = Array.from({ length: 10 }, (_, last) =>
          checkVatId(`DE${digits}${last}`),
        ).filter(({ verdict }) => verdict === 'plausible');
        expect(right).toHaveLength(1);
      }),
    );
  });
});
