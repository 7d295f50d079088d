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

/** Octets of a line, its end not counted (RFC 2426, 2.6). */
const longestLine = 75;

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
    `FN:${escaped(fullName)}`,
    // Required even of a company, whose name is no person's.
    name ? `N:${escaped(name.family)};${escaped(name.given)};;;` : `N:${escaped(fullName)};;;;`,
    ...(organisation ? [`ORG:${escaped(organisation)}`] : []),
    ...(isCompany ? ['X-ABSHOWAS:COMPANY'] : []),
    ...(email ? [`EMAIL;TYPE=INTERNET,WORK:${escaped(email)}`] : []),
    ...(phone ? [`TEL;TYPE=WORK,VOICE:${escaped(phone)}`] : []),
    ...addressLine(address ?? []),
    ...(note ? [`NOTE:${escaped(note)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `ADR`: post box; extended address; street; locality; region; postal code; country. */
function addressLine(address: readonly AddressField[]): readonly string[] {
  const value = (part: AddressField['part']): string =>
    address
      .filter((field) => field.part === part)
      .map((field) => escaped(field.value))
      .join(' ');
  const parts = ['other', 'street', 'city', 'region', 'postalCode', 'country'] as const;
  const values = parts.map(value);
  return values.every((each) => each === '') ? [] : [`ADR;TYPE=WORK:;${values.join(';')}`];
}

function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\r\n|[\r\n\u2028\u2029]/g, '\\n')
      // Other control characters have no place in a vCard.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  );
}

/** Breaks a line between characters, never within the octets of one. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longestLine) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
