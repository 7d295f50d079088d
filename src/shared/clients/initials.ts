const segmenter = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** Words that stand for no name of their own. */
const forms = /^(?:gmbh|mbh|ug|ag|kg|kgaa|ohg|gbr|ev|se|co|inc|ltd|llc|plc|und|and|&|\+)$/;

/**
 * The letters that stand in for a picture: of the first and the last word of a name, of a single word the first
 * two. Legal forms do not count.
 *
 * @returns `?` where there is no letter or digit at all.
 */
export function initialsOf(name: string): string {
  const words = name
    .slice(0, 500)
    .split(/[\s,;/()"„“'|]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '');
  const own = words.filter((word) => !forms.test(word.replaceAll('.', '').toLowerCase()));
  const [first, ...others] = own.length > 0 ? own : words;
  if (first === undefined) return '?';
  const last = others.at(-1);
  const letters =
    last === undefined ? graphemes(first, 2) : graphemes(first, 1) + graphemes(last, 1);
  return letters.toLocaleUpperCase('de');
}

function graphemes(word: string, count: number): string {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(word)) {
    if (found.length === count) break;
    // A letter with a hundred accents is one grapheme.
    if (/^[\p{L}\p{N}]/u.test(segment)) found.push([...segment].slice(0, 3).join(''));
  }
  return found.join('');
}
