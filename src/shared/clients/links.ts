import type { AddressField, Links } from './imprint.ts';
import type { Dialled } from './phone.ts';
import { viesLink, type VatCheck } from './vat-id.ts';

export interface LinkSources {
  readonly email: string | null;
  readonly dialled: Dialled | null;
  readonly address: readonly AddressField[] | null;
  readonly vat: VatCheck | null;
}

/** Addresses that a card's fields lead to. What they hold came from elsewhere, so all of it is escaped. */
export function linksOf({ email, dialled, address, vat }: LinkSources): Links {
  return {
    mail: email === null ? null : mailLink(email),
    phone: dialled && `tel:${dialled.e164}`,
    map: address && mapLink(address),
    vies: vat && viesLink(vat),
  };
}

/** @returns null for what is no address, or one with signs in it that mean something in a `mailto:`. */
export function mailLink(email: string): string | null {
  if (!/^[^\s@,;:<>()[\]"\\%?#&]{1,64}@[^\s@,;:<>()[\]"\\/%?#&]{1,255}$/.test(email)) return null;
  return `mailto:${encodeURI(email.toWellFormed())}`;
}

/** A search on OpenStreetMap; null where the address says nothing. */
export function mapLink(address: readonly AddressField[]): string | null {
  const value = (...parts: readonly AddressField['part'][]): string =>
    address
      .filter(({ part }) => parts.includes(part))
      .map((field) => field.value)
      .join(' ');
  const street = value('street');
  const town = value('postalCode', 'city');
  const where = [street, town, value('region'), value('country')].filter((part) => part !== '');
  // A country alone, or what nobody knows the meaning of, is no place to go to.
  if (street === '' && town === '') return null;
  const query = encodeURIComponent(where.join(', ').slice(0, 500).toWellFormed());
  return `https://www.openstreetmap.org/search?query=${query}`;
}
