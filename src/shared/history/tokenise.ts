/** A piece of what was typed: a word or a phrase, perhaps behind a name and a colon. */
export interface Token {
  /** What stands before the colon, in lower case; null where there is none. */
  readonly name: string | null;
  /** Without quotes; empty behind a colon that nothing follows. */
  readonly value: string;
  readonly negated: boolean;
  /** As it was typed. */
  readonly raw: string;
}

/**
 * Splits what was typed at white space that is not in quotes. A quote that nobody closed reaches to the end.
 * Before a colon stands a name only if it is a word of letters, so `C:\\temp` and `12:30` are words.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBlank(text, at)) {
      at += 1;
      continue;
    }
    const end = endOf(text, at);
    tokens.push(tokenOf(text.slice(at, end)));
    at = end;
  }
  return tokens;
}

const quotes = /["„“”]/;
const named = /^([\p{L}]{2,20}):/u;

function endOf(text: string, start: number): number {
  let quoted = false;
  let at = start;
  for (; at < text.length; at += 1) {
    if (quotes.test(text.charAt(at))) quoted = !quoted;
    else if (!quoted && isBlank(text, at)) break;
  }
  return at;
}

function tokenOf(raw: string): Token {
  const negated = raw.length > 1 && raw.startsWith('-');
  const rest = negated ? raw.slice(1) : raw;
  const name = named.exec(rest)?.[1] ?? null;
  const value = name === null ? rest : rest.slice(name.length + 1);
  return {
    name: name?.toLowerCase() ?? null,
    value: value.replace(/["„“”]/g, '').trim(),
    negated,
    raw,
  };
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
