/**
 * Control characters, and those that turn the direction of what follows: a comment must not be
 * able to rearrange the words around it.
 */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * Someone else's text as one line that can be shown or logged.
 *
 * @returns undefined where it is no text or nothing is left of it.
 */
export function oneLine(value: unknown, limit: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const line = value
    .slice(0, limit * 8)
    .toWellFormed()
    .replace(unprintable, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length > limit ? `${line.slice(0, limit - 1).toWellFormed()}…` : line;
}
