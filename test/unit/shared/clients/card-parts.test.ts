import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../../src/shared/clients/initials.ts';
import { linksOf, mailLink, mapLink } from '../../../../src/shared/clients/links.ts';
import { checkVatId } from '../../../../src/shared/clients/vat-id.ts';
import { outwardAddress } from '../../../../src/main/desktop/links.ts';

describe('initialsOf', () => {
  it.each([
    ['Elbmarsch IT-Service GmbH', 'EI'],
    ['Müller & Söhne GmbH & Co. KG', 'MS'],
    ['Örtel', 'ÖR'],
    ['GmbH', 'GM'],
    ['  "Ärzte am Markt"  ', 'ÄM'],
    ['1&1', '11'],
    ['<script>alert(1)</script>', 'SS'],
    ['', '?'],
    ['--- !!', '?'],
    ['😀', '?'],
    ['Ω', 'Ω'],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('stay short, whatever the name', () => {
    expect(initialsOf(`a${'\u0301'.repeat(100_000)}`).length).toBeLessThan(8);
    expect(initialsOf('x'.repeat(100_000))).toBe('XX');
  });
});

const address = [
  { name: 'street', part: 'street', value: 'Königstraße 12 & 14' },
  { name: 'postalCode', part: 'postalCode', value: '21335' },
  { name: 'city', part: 'city', value: 'Lüneburg' },
] as const;

describe('links', () => {
  it('lead where they say, and main opens them', () => {
    const links = linksOf({
      email: 'büro+x@müller.example',
      dialled: { e164: '+494131123456', international: '+49 4131 123456' },
      address,
      vat: checkVatId('DE136695976'),
    });
    expect(links.mail).toBe('mailto:b%C3%BCro+x@m%C3%BCller.example');
    expect(links.phone).toBe('tel:+494131123456');
    const map = new URL(links.map ?? '');
    expect(map.searchParams.get('query')).toBe('Königstraße 12 & 14, 21335 Lüneburg');
    for (const link of Object.values(links)) expect(outwardAddress(link ?? '')).not.toBeNull();
  });

  it('are none where there is nothing to lead to', () => {
    const none = { mail: null, phone: null, map: null, vies: null };
    expect(linksOf({ email: null, dialled: null, address: null, vat: null })).toEqual(none);
    expect(linksOf({ email: '', dialled: null, address: [], vat: checkVatId('?') })).toEqual(none);
    expect(mapLink([{ name: 'land', part: 'country', value: 'DE' }])).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'a@b.example, c@d.example',
    'a@b.example?bcc=c@d.example&attach=/etc/passwd',
    'a@b@c',
    '<a@b.example>',
    'a b@c.example',
    `${'a'.repeat(100_000)}@b.example`,
  ])('write to nobody at %.40s', (email) => {
    expect(mailLink(email)).toBeNull();
  });
});
