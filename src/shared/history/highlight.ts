import { fold } from './fold.ts';

/** A stretch of a text; the stretches of a text, joined, are the text. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** No further than this a text is highlighted, UTF-16 units. */
const reach = 2000;

/** The parts of a text that a search found. Both sides are compared folded (see `fold.ts`). */
export function highlight(text: string, needles: readonly string[]): readonly TextPart[] {
  const searched = needles.map(fold).filter((needle) => needle.trim() !== '');
  if (text === '' || searched.length === 0) return text === '' ? [] : [{ text, hit: false }];
  const units =
    text
      .slice(0, reach)
      .replace(/[\ud800-\udbff]$/, '')
      .match(/\P{M}\p{M}*|\p{M}+/gsu) ?? [];
  let folded = '';
  const unitAt: number[] = [];
  for (const [index, unit] of units.entries()) {
    const piece = fold(unit);
    // White space folds to a single blank, however much of it there is.
    if (piece === ' ' && folded.endsWith(' ')) continue;
    folded += piece;
    for (let count = 0; count < piece.length; count++) unitAt.push(index);
  }
  const hits = new Set<number>();
  for (const needle of searched) {
    for (
      let at = folded.indexOf(needle);
      at >= 0;
      at = folded.indexOf(needle, at + needle.length)
    ) {
      const first = unitAt[at] ?? 0;
      const last = unitAt[at + needle.length - 1] ?? first;
      for (let unit = first; unit <= last; unit++) hits.add(unit);
    }
  }
  const parts: { text: string; hit: boolean }[] = [];
  const push = (piece: string, hit: boolean): void => {
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += piece;
    else if (piece !== '') parts.push({ text: piece, hit });
  };
  for (const [index, unit] of units.entries()) push(unit, hits.has(index));
  push(text.slice(units.join('').length), false);
  return parts;
}
