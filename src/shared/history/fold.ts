/** Letters that Unicode does not take apart, but that people type without their strokes. */
const strokes: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Most texts, which need no more than lower case: visible ASCII, and blanks that stand alone. */
const plain = /^(?:[!-~]| (?! ))*$/;

/**
 * Text as it is compared in a search: lower case, without diacritics, ß as ss, white space as single
 * blanks. `MÜLLER`, `Müller` and `muller` fold to the same. What is compared must be folded on both sides.
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => strokes[letter] ?? letter)
    .replace(/\s+/g, ' ');
}
