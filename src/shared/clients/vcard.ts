import { contentLine, escapedText } from '../content-lines.ts';
import type { AddressField } from './imprint.ts';

/** What a vCard is made of; nulls and empty texts leave a property out. */
export interface VcardSource {
  readonly fullName: string;
  /** Of a person; a company has none. */
  readonly name: { readonly family: string; readonly given: string } | null;
  readonly organisation: string | null;
  readonly email: string | null;
  /** E.164 where it can be dialled, else as it came. */
  readonly phone: string | null;
  readonly address: readonly AddressField[] | null;
  readonly note: string | null;
}

/**
 * A vCard 3.0 (RFC 2426): 4.0 breaks umlauts in common scanners. UTF-8, lines folded at 75 octets and ended by
 * CRLF.
 */
export function vcardOf(source: VcardSource): string {
  const { fullName, name, organisation, email, phone, address, note } = source;
  const isCompany = name === null;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escapedText(fullName)}`,
    // Required even of a company, whose name is no person's.
    name
      ? `N:${escapedText(name.family)};${escapedText(name.given)};;;`
      : `N:${escapedText(fullName)};;;;`,
    ...(organisation ? [`ORG:${escapedText(organisation)}`] : []),
    ...(isCompany ? ['X-ABSHOWAS:COMPANY'] : []),
    ...(email ? [`EMAIL;TYPE=INTERNET,WORK:${escapedText(email)}`] : []),
    ...(phone ? [`TEL;TYPE=WORK,VOICE:${escapedText(phone)}`] : []),
    ...addressLine(address ?? []),
    ...(note ? [`NOTE:${escapedText(note)}`] : []),
    'END:VCARD',
  ];
  return lines.map(contentLine).join('');
}

/** `ADR`: post box; extended address; street; locality; region; postal code; country. */
function addressLine(address: readonly AddressField[]): readonly string[] {
  const value = (part: AddressField['part']): string =>
    address
      .filter((field) => field.part === part)
      .map((field) => escapedText(field.value))
      .join(' ');
  const parts = ['other', 'street', 'city', 'region', 'postalCode', 'country'] as const;
  const values = parts.map(value);
  return values.every((each) => each === '') ? [] : [`ADR;TYPE=WORK:;${values.join(';')}`];
}
