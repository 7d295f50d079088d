/**
 * Builds expressions for the API's `Filter.input`, which is filtrex: texts stand in double quotes,
 * in which `\` and `"` are escaped and nothing else is.
 */

/** A text as filtrex reads it. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
}

/**
 * Sessions with one of these ids. Keep the number within some hundreds: the expression travels
 * with the query, and the server parses it.
 */
export function idsIn(ids: readonly string[]): string {
  // An empty list is no filtrex; a comparison that never holds is.
  return ids.length === 0 ? '1 == 0' : `id in (${list(ids)})`;
}

/** Sessions of which a path leads to one of these texts; there is at least one. */
export function oneOf(path: string, texts: readonly string[]): string {
  return `${path} in (${list(texts)})`;
}

/** Sessions that all of these expressions hold for; null where there are none. */
export function allOf(expressions: readonly string[]): string | null {
  return expressions.length === 0 ? null : expressions.map((each) => `(${each})`).join(' and ');
}

/** Sessions with none of these ids. */
export function idsNotIn(ids: readonly string[]): string {
  return ids.length === 0 ? '1 == 1' : `id not in (${list(ids)})`;
}

function list(texts: readonly string[]): string {
  return texts.map(quoted).join(', ');
}
