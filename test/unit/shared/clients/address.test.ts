import { describe, expect, it } from 'vitest';
import { addressLines } from '../../../../src/shared/clients/address.ts';
import { countryName } from '../../../../src/shared/clients/country.ts';

describe('a country', () => {
  it.each([
    ['DE', 'de', 'Deutschland'],
    ['DE', 'en', 'Germany'],
    ['AT', 'de', 'Österreich'],
    // Names no code: nobody's country, one that is reserved, a whole word, a hostile one.
    ['ZZ', 'de', 'ZZ'],
    ['QX', 'de', 'QX'],
    ['Deutschland', 'en', 'Deutschland'],
    ['de', 'de', 'de'],
    ['<b>', 'de', '<b>'],
    ['', 'de', ''],
  ])('%s is called, in %s, %s', (code, language, name) => {
    expect(countryName(code, language)).toBe(name);
  });
});

it('an address stands as on a letter, its country in the language of the page', () => {
  const address = [
    { name: 'country', part: 'country', value: 'DE' },
    { name: 'zip', part: 'postalCode', value: '21335' },
    { name: 'city', part: 'city', value: 'Lüneburg' },
    { name: 'street', part: 'street', value: 'Königstraße 1' },
    { name: 'door', part: 'other', value: 'Hinterhaus' },
  ] as const;
  const lines = ['Königstraße 1', '21335 Lüneburg', 'Germany', 'Hinterhaus'];
  expect(addressLines(address, 'en')).toEqual(lines);
});
