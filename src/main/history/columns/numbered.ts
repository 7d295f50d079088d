import { fold } from '../../../shared/history/fold.ts';

/** Stands in a pattern where a name has a number. */
const gap = '\0';
/** A number, or what would be taken for a gap. */
const number = /[0-9\0]+/g;
/** Numbers are told apart by it, and lie between two of it: `\n2026\n11\n`. */
const edge = '\n';

/** Folding cannot bring forth a digit in these, nor leave out what stands between two numbers. */
const german = /^[\0-~ÄÖÜäöüß]*$/;

/**
 * A name as what it has in common with others, and its numbers. Where names differ they mostly differ in those
 * alone: `#20431 Drucker` and `#20432 Drucker` have one pattern, that is held, folded and searched once.
 */
export interface Numbered {
  readonly pattern: string;
  /** Empty where there is none. */
  readonly numbers: string;
}

export function takeApart(name: string): Numbered {
  const numbers = name.match(number);
  if (numbers === null) return { pattern: name, numbers: '' };
  const pattern = name.replace(number, gap);
  if (!german.test(pattern) && !isExact(fold(pattern))) return { pattern: name, numbers: '' };
  return { pattern, numbers: joined(numbers) };
}

export function putTogether({ pattern, numbers }: Numbered): string {
  if (numbers === '') return pattern;
  const each = numbersIn(numbers);
  let next = 0;
  return pattern.replaceAll(gap, () => each[next++] ?? '');
}

/**
 * Whether numbers put in the gaps of a folded pattern give the folded name. `5 m²` folds to `5 m2`, which has a
 * digit of its own; such names are patterns as they are.
 */
export function isExact(folded: string): boolean {
  return !/[0-9]|\0\0/.test(folded);
}

/** A text to find in names, which has a number in it. */
export interface NumberedText {
  /** What the numbers of a name have in them where it holds the text. */
  readonly numbers: string;
  /** How many numbers that are. */
  readonly count: number;
  /** What stands before, between and after them. */
  readonly pieces: readonly string[];
}

/** @param text folded. @returns null where it has no number. */
export function numberedText(text: string): NumberedText | null {
  const numbers = text.match(number);
  if (numbers === null) return null;
  const pieces = text.split(number);
  // A number at the end of the text may go on in the name: no edge there.
  const [before, after] = [pieces[0] === '' ? '' : edge, pieces.at(-1) === '' ? '' : edge];
  return {
    numbers: before + numbers.join(edge) + after,
    count: numbers.length,
    pieces,
  };
}

/** Where the text can begin in names of a pattern: at which of their numbers, if that is the right one. */
export interface Places {
  readonly at: readonly number[];
  /** Whether that is wherever its numbers fit in. */
  readonly isAnywhere: boolean;
}

/** @param folded the pattern. */
export function placesIn(folded: string, { count, pieces }: NumberedText): Places {
  const parts = folded.split(gap);
  const [before = '', after = ''] = [pieces[0], pieces.at(-1)];
  const fits = (first: number) =>
    (parts[first] as string).endsWith(before) &&
    (parts[first + count] as string).startsWith(after) &&
    pieces.slice(1, -1).every((piece, place) => piece === parts[first + 1 + place]);
  const possible = Math.max(0, parts.length - count);
  const at = Array.from({ length: possible }, (_, first) => first).filter(fits);
  return { at, isAnywhere: at.length > 0 && at.length === possible };
}

/** Whether a name of these numbers has those of the text, from one of the places on. */
export function hasNumbersAt(numbers: string, text: NumberedText, { at }: Places): boolean {
  const each = numbersIn(numbers);
  return at.some((first) => joined(each.slice(first, first + text.count)).includes(text.numbers));
}

function joined(numbers: readonly string[]): string {
  return edge + numbers.join(edge) + edge;
}

function numbersIn(numbers: string): readonly string[] {
  return numbers.slice(1, -1).split(edge);
}
