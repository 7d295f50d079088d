import { fold } from '../../shared/history/fold.ts';

/** A piece of a text, and whether it was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** A text in pieces that add up to it; what any needle folds to is a hit. */
export function highlight(text: string, needles: readonly string[]): readonly Piece[] {
  const wanted = needles.map((needle) => fold(needle).trim()).filter((needle) => needle !== '');
  const { folded, origin } = foldedWithOrigin(text);
  const hits = wanted
    .flatMap((needle) => places(folded, needle))
    .map(([from, to]) => [origin[from] ?? 0, origin[to] ?? text.length] as const)
    .sort((a, b) => a[0] - b[0]);
  const pieces: Piece[] = [];
  let at = 0;
  const upTo = (end: number, hit: boolean): void => {
    if (end <= at) return;
    const before = pieces.at(-1);
    const piece = text.slice(at, end);
    if (before?.hit === hit) pieces[pieces.length - 1] = { text: before.text + piece, hit };
    else pieces.push({ text: piece, hit });
    at = end;
  };
  for (const [from, to] of hits) {
    upTo(from, false);
    upTo(to, true);
  }
  upTo(text.length, false);
  return pieces;
}

/** `origin` tells for every unit of the folded text where its character begins in the text. */
function foldedWithOrigin(text: string): { folded: string; origin: readonly number[] } {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const part = fold(character);
    const kept = part === ' ' && folded.endsWith(' ') ? '' : part;
    for (let unit = 0; unit < kept.length; unit += 1) origin.push(at);
    folded += kept;
    at += character.length;
  }
  return { folded, origin };
}

function places(text: string, needle: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    found.push([at, at + needle.length]);
  }
  return found;
}
