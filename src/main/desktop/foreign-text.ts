const longest = 40;
/** A single visible character can be built of a thousand marks; this bounds those as well. */
const mostUnits = 4 * longest;

/** Controls, direction marks, invisible characters and halves of surrogate pairs. */
const unwanted = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const segmenter = new Intl.Segmenter();

/** Text that anybody chose on one line, without anything that hides or turns text. */
export function plainLine(text: string): string {
  return text.replace(unwanted, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * Text that a stranger chose (a client's name) as it may stand in a native menu: on one line,
 * without anything that hides or turns text, short, and with `&` meaning nothing but itself.
 *
 * @returns the text, empty where nothing readable is left
 */
export function menuText(text: string): string {
  const clean = plainLine(text.slice(0, 16 * mostUnits));
  const short = shorten(clean).replaceAll('&', '&&');
  // Set apart, so that it cannot turn the times beside it around.
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}

function shorten(text: string): string {
  const characters = Array.from(segmenter.segment(text.slice(0, 2 * mostUnits)), (s) => s.segment);
  const fits = characters.length <= longest && text.length <= mostUnits;
  if (fits) return text;
  let kept = '';
  for (const character of characters.slice(0, longest - 1)) {
    if (kept.length + character.length > mostUnits) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
