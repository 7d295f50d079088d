/**
 * A country's name in a language. What is no code that the language has a name for stays as it is.
 *
 * @param code two capital letters of ISO 3166-1, or whatever else a server called a country
 */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return code;
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
