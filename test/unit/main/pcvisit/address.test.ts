import { describe, expect, it } from 'vitest';
import { partOf, readAddress } from '../../../../src/main/pcvisit/address.ts';
import type { Field } from '../../../../src/main/pcvisit/selection.ts';

const text = (name: string): Field => ({ name, type: 'String', list: false });

describe('what a field of an address means', () => {
  it.each([
    ['street', 'street'],
    ['streetName', 'street'],
    ['houseNumber', 'street'],
    ['house_number', 'street'],
    ['Strasse', 'street'],
    ['addressLine1', 'street'],
    ['zip', 'postalCode'],
    ['zipCode', 'postalCode'],
    ['PLZ', 'postalCode'],
    ['postal_code', 'postalCode'],
    ['city', 'city'],
    ['cityName', 'city'],
    ['Ort', 'city'],
    ['land', 'country'],
    ['countryCode', 'country'],
    ['Bundesland', 'region'],
    ['state', 'region'],
    ['airport', 'other'],
    ['sort', 'other'],
    ['landmark', 'other'],
    ['x', 'other'],
  ])('%s: %s', (name, part) => {
    expect(partOf(text(name))).toBe(part);
  });

  it('is told by its type where its name says nothing', () => {
    expect(partOf({ name: 'x', type: 'Country' })).toBe('country');
  });
});

describe('readAddress', () => {
  const fields: Field[] = [
    { name: 'country', type: 'Country', list: false },
    text('city'),
    { name: 'lines', type: 'String', list: true },
    { name: 'zip', type: 'Int', list: false },
    { name: 'inner', type: 'Inner', list: false, fields: [text('street'), text('floor')] },
  ];

  it('tells it in the order it is read in', () => {
    const value = {
      country: 'DE',
      city: 'Lüneburg',
      zip: 21335,
      inner: { street: 'Königstraße 12', floor: '2. Stock' },
      lines: ['c/o Weiß'],
    };
    expect(readAddress(value, fields)).toEqual([
      { name: 'inner.floor', part: 'other', value: '2. Stock' },
      { name: 'lines', part: 'street', value: 'c/o Weiß' },
      { name: 'inner.street', part: 'street', value: 'Königstraße 12' },
      { name: 'zip', part: 'postalCode', value: '21335' },
      { name: 'city', part: 'city', value: 'Lüneburg' },
      { name: 'country', part: 'country', value: 'DE' },
    ]);
  });

  it.each([null, undefined, 7, 'x', [], { city: null, inner: 7, lines: [{}, null], zip: NaN }])(
    'finds nothing in %j',
    (value) => {
      expect(readAddress(value, fields)).toEqual([]);
    },
  );

  it('keeps every field a single line of sane length', () => {
    const evil = `${'\u202e'}a\nb\u0000${'x'.repeat(100_000)}`;
    const [city] = readAddress({ city: evil }, fields);
    expect(city?.value).toMatch(/^a b x+…$/);
    expect(city?.value.length).toBeLessThanOrEqual(300);
  });
});
