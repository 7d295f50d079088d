import { fold } from '../history/fold.ts';

/** A pattern ready to be compared. */
export interface Matcher {
  /**
   * @returns the digits that stood at the first `#`, empty where the pattern has none; null where the text
   * does not fit.
   */
  match(text: string): string | null;
}

/** Names are shorter than this; of what strangers call a session no more is compared. */
const longestCompared = 1000;

/** Whether a pattern says anything: one of wildcards alone would fit every text. */
export function isPattern(pattern: string): boolean {
  return /[^*?\s]/.test(pattern);
}

type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: '*' | '?' | '#' };

/**
 * Reads a pattern: `*` is any text, `?` one character, `#` a number of one digit or more. The whole text has to
 * fit, whatever its case and accents. Takes no longer than pattern times text, whatever they are: a regular
 * expression made from a stranger's pattern might never end.
 */
export function createMatcher(pattern: string): Matcher {
  const pieces = piecesOf(fold(pattern.trim()));
  return { match: (text) => match(pieces, fold(text.slice(0, longestCompared).trim())) };
}

function piecesOf(pattern: string): readonly Piece[] {
  return pattern.split(/([*?#])/).flatMap((text): Piece[] => {
    if (text === '') return [];
    return text === '*' || text === '?' || text === '#'
      ? [{ kind: text }]
      : [{ kind: 'text', text }];
  });
}

/** Walks all ways through at once: for every place in the text, the number captured on the way to it. */
function match(pieces: readonly Piece[], text: string): string | null {
  let reached = new Map<number, string>([[0, '']]);
  for (const piece of pieces) {
    const next = new Map<number, string>();
    const reach = (place: number, captured: string): void => {
      if (!next.has(place)) next.set(place, captured);
    };
    switch (piece.kind) {
      case 'text':
        for (const [at, captured] of reached)
          if (text.startsWith(piece.text, at)) reach(at + piece.text.length, captured);
        break;
      case '?':
        for (const [at, captured] of reached) if (at < text.length) reach(at + 1, captured);
        break;
      case '*': {
        // Whatever is reached later is reached from the earliest place as well, so the first number counts.
        const [first] = [...reached].sort(([a], [b]) => a - b);
        if (first) for (let at = first[0]; at <= text.length; at++) reach(at, first[1]);
        break;
      }
      case '#':
        for (const [at, captured] of reached) {
          // A number is taken whole: it neither begins nor ends within digits.
          if (isDigit(text[at - 1])) continue;
          let end = at;
          while (isDigit(text[end])) end++;
          if (end > at) reach(end, captured === '' ? text.slice(at, end) : captured);
        }
        break;
    }
    reached = next;
  }
  return reached.get(text.length) ?? null;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
