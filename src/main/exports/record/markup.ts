/** Longest text of a stranger's that is printed whole, in UTF-16 units. */
const longest = 300;

/** Controls, line separators, characters that turn a text round or hide in it. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in markup, whatever is in it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** A text that strangers chose, on one line and without what turns it round or hides in it; no longer than fits. */
export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * longest)
    .toWellFormed()
    .replace(unwanted, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= longest) return line;
  // Half a sign at the end is none.
  return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Such a text as it stands in markup: set apart from what stands beside it, and as text. */
export function foreign(text: string): string {
  const line = oneLine(text);
  return line === '' ? '' : `<bdi>${escaped(line)}</bdi>`;
}
