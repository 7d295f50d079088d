import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { AddressField } from '../../../../src/shared/clients/imprint.ts';
import { vcardOf, type VcardSource } from '../../../../src/shared/clients/vcard.ts';

const field = (part: AddressField['part'], value: string): AddressField => ({
  name: part,
  part,
  value,
});

const company: VcardSource = {
  fullName: 'Müller, Söhne Elektro\\Technik GmbH',
  name: null,
  organisation: 'Müller; Söhne, Elektro\\Technik GmbH',
  email: 'büro@müller.example',
  phone: '+494131123456',
  address: [
    field('street', 'Königstraße 12'),
    field('postalCode', '21335'),
    field('city', 'Lüneburg'),
    field('country', 'DE'),
    field('other', 'Hinterhaus; 2. Stock, links'),
  ],
  note: 'USt-IdNr. DE136695976\nKundennummer 00417',
};

/** What a real parser reads: property → values. */
function read(card: string) {
  const component = new ICAL.Component(ICAL.parse(card) as unknown[]);
  return (name: string) => component.getAllProperties(name).map((each) => each.getFirstValue());
}

describe('a vCard', () => {
  it('is read by others as it was meant', () => {
    const all = read(vcardOf(company));
    expect(all('version')).toEqual(['3.0']);
    expect(all('fn')).toEqual([company.fullName]);
    expect(all('org')).toEqual([company.organisation]);
    expect(all('email')).toEqual([company.email]);
    expect(all('tel')).toEqual([company.phone]);
    expect(all('note')).toEqual([company.note]);
    expect(all('adr')).toEqual([
      ['', 'Hinterhaus; 2. Stock, links', 'Königstraße 12', 'Lüneburg', '', '21335', 'DE'],
    ]);
  });

  it('holds a person by both names', () => {
    const card = vcardOf({
      ...company,
      fullName: 'Małgorzata Nowak',
      name: { family: 'Nowak', given: 'Małgorzata' },
      organisation: null,
    });
    expect(read(card)('n')).toEqual([['Nowak', 'Małgorzata', '', '', '']]);
    expect(card).not.toContain('ORG');
    expect(card).not.toContain('X-ABSHOWAS');
  });

  it('leaves out what is not known', () => {
    const card = vcardOf({ ...company, email: null, phone: '', address: [], note: null });
    expect(card.split('\r\n').map((line) => line.split(/[:;]/)[0])).toEqual([
      'BEGIN',
      'VERSION',
      'FN',
      'N',
      'ORG',
      'X-ABSHOWAS',
      'END',
      '',
    ]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme', minLength: 60 }),
  );

  it('has lines of at most 75 octets, ended by CRLF, whatever it holds', () => {
    fc.assert(
      fc.property(text, text, (fullName, note) => {
        const card = vcardOf({ ...company, fullName, note });
        expect(card.endsWith('END:VCARD\r\n')).toBe(true);
        for (const line of card.slice(0, -2).split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
    );
  });

  it('lets no text become a property of its own', () => {
    const evil = 'X\r\nEMAIL:evil@evil.example\nTEL:110\u2028URL:javascript:1';
    const all = read(
      vcardOf({ ...company, fullName: evil, note: evil, address: [field('city', evil)] }),
    );
    expect(all('email')).toEqual([company.email]);
    expect(all('tel')).toEqual([company.phone]);
    expect(all('url')).toEqual([]);
  });
});
