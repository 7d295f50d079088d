import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';

/** Longer texts are no telephone numbers, and cost time to be found none. */
const longest = 60;

/** A telephone number that can be dialled. */
export interface Dialled {
  /** `+494131123456` */
  readonly e164: string;
  /** As people read it: `+49 4131 123456`. */
  readonly international: string;
}

/**
 * Reads a telephone number.
 *
 * @param country ISO 3166 code of the country it is dialled in where it does not begin with one's own.
 * @returns null for what is no number, or too short or long for its country: a wrong number is worse than none.
 */
export function dialled(text: string, country: string | null = null): Dialled | null {
  if (text.length > longest) return null;
  // `+49 (0)4131 …` is written everywhere in Germany; the zero is not dialled.
  const written = text.replace(/(^\s*(?:\+|00)[1-9]\d{0,2}[\s-]*)\(0\)/, '$1');
  const number = parsePhoneNumberFromString(written, {
    defaultCountry: (country ?? 'DE') as CountryCode,
    extract: false,
  });
  if (!number?.isPossible()) return null;
  return { e164: number.number, international: number.formatInternational() };
}
