import type { AddressField } from './imprint.ts';
import { countryName } from './country.ts';

/** An address as it stands on a letter: street, postal code and town, region, country, then what is left. */
export function addressLines(
  address: readonly AddressField[],
  language: string,
): readonly string[] {
  const value = (...parts: readonly AddressField['part'][]): string =>
    parts
      .flatMap((part) => address.filter((field) => field.part === part))
      .map((field) => field.value)
      .join(' ');
  const rest = address.filter(({ part }) => part === 'other').map((field) => field.value);
  const lines = [
    value('street'),
    value('postalCode', 'city'),
    value('region'),
    countryName(value('country'), language),
  ];
  return [...lines, ...rest].filter((line) => line !== '');
}
