import * as v from 'valibot';

/**
 * What can be said of a VAT id without asking an authority; never that it is valid.
 *
 * - `plausible`: it has its country's format and, where we know how, the right check digit.
 * - `wrong-format`: it begins like one of a country's, and has not that country's format.
 * - `wrong-check-digit`: a digit of it is wrong.
 * - `uncheckable`: it is none of the European Union's, or not recognisable as one.
 */
export const vatCheckSchema = v.object({
  verdict: v.picklist(['plausible', 'wrong-format', 'wrong-check-digit', 'uncheckable']),
  /** Without blanks and punctuation, in capitals; as it came where it cannot be checked. */
  normal: v.string(),
  /** ISO 3166 code of the country, `GR` for Greece's `EL`; null where it cannot be checked. */
  country: v.nullable(v.string()),
});
export type VatCheck = v.InferOutput<typeof vatCheckSchema>;

/** The formats behind the prefix, as the European Commission's VIES lists them. */
const formats: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  // Northern Ireland, which the Union's rules on goods hold for.
  XI: /^(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/,
};

/** Longer texts are no VAT id. */
const longest = 40;

/** Checks the form of a VAT id. Blanks, dots and hyphens between its characters do not count. */
export function checkVatId(text: string): VatCheck {
  const normal = text.length > longest ? '' : text.replace(/[\s.\-/]/g, '').toUpperCase();
  const prefix = normal.slice(0, 2);
  // Greece's prefix is its language's code, and is often written as its country's.
  const known = prefix === 'GR' ? 'EL' : prefix;
  const rest = normal.slice(2);
  const format = Object.hasOwn(formats, known) ? formats[known] : undefined;
  // A word that happens to begin like one is none: they all have digits.
  if (!format || !/\d/.test(rest)) return { verdict: 'uncheckable', normal: text, country: null };
  const country = known === 'EL' ? 'GR' : known === 'XI' ? 'GB' : known;
  const written = known + rest;
  if (!format.test(rest)) return { verdict: 'wrong-format', normal: written, country };
  const right = known !== 'DE' || hasGermanCheckDigit(rest);
  return { verdict: right ? 'plausible' : 'wrong-check-digit', normal: written, country };
}

/** ISO 7064, MOD 11,10. */
function hasGermanCheckDigit(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** The Commission's page that asks the authorities; null where there is nothing to ask for. */
export function viesLink({ verdict }: VatCheck): string | null {
  return verdict === 'plausible' ? 'https://ec.europa.eu/taxation_customs/vies/' : null;
}
