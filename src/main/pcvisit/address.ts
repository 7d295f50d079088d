import type { AddressField } from '../../shared/clients/imprint.ts';
import { oneLine } from './foreign-text.ts';
import type { Field } from './selection.ts';

/** Longer lines are no address. */
const longestLine = 300;

/** Words of field names, German and English, and what they make of a field; the first that fits decides. */
const meanings: readonly (readonly [AddressField['part'], RegExp])[] = [
  ['postalCode', /^(?:zip|zipcode|postal|postalcode|postcode|plz|postleitzahl)$/],
  ['region', /^(?:state|region|province|county|canton|kanton|bundesland|federal)$/],
  ['country', /^(?:country|countrycode|land|nation|staat)$/],
  ['city', /^(?:city|town|locality|municipality|village|ort|stadt|gemeinde)$/],
  [
    'street',
    /^(?:street|road|strasse|straße|house|housenumber|hausnummer|lines?\d?|addressline\d?)$/,
  ],
];

/** The order an address is read in. */
const order: readonly AddressField['part'][] = [
  'other',
  'street',
  'postalCode',
  'city',
  'region',
  'country',
];

/**
 * Reads an address of which only discovery knows the fields. Names and types tell what they mean; a field nobody
 * understands is kept as it is.
 *
 * @returns in the order an address is read in.
 */
export function readAddress(value: unknown, fields: readonly Field[]): AddressField[] {
  const found = fields.flatMap((field) => readField(value, field, ''));
  return found.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

function readField(holder: unknown, field: Field, above: string): AddressField[] {
  if (typeof holder !== 'object' || holder === null) return [];
  const value = (holder as Record<string, unknown>)[field.name];
  const values: unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value];
  const name = above === '' ? field.name : `${above}.${field.name}`;
  return values.flatMap((each) => {
    if (field.fields) return field.fields.flatMap((inner) => readField(each, inner, field.name));
    const text = typeof each === 'number' && Number.isFinite(each) ? String(each) : each;
    const line = oneLine(text, longestLine);
    return line === undefined ? [] : [{ name, part: partOf(field), value: line }];
  });
}

export function partOf({ name, type }: Pick<Field, 'name' | 'type'>): AddressField['part'] {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_]+/);
  const joined = words.join('');
  for (const [part, pattern] of meanings) {
    if (pattern.test(joined) || words.some((word) => pattern.test(word))) return part;
  }
  return type === 'Country' ? 'country' : 'other';
}
