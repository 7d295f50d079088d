import { fold } from '../../../shared/history/fold.ts';
import { createDictionary, createNumbers } from './dictionary.ts';
import {
  hasNumbersAt,
  isExact,
  type NumberedText,
  numberedText,
  type Places,
  placesIn,
  putTogether,
  takeApart,
} from './numbered.ts';
import { type Hits, noTexts, Texts, type TextsContent } from './texts.ts';

/** What names are made of, to keep them. */
export interface NamesContent {
  readonly patterns: readonly string[];
  /** By name. */
  readonly patternOf: Uint32Array;
  readonly numbers: TextsContent;
}

export const noNames: NamesContent = {
  patterns: [],
  patternOf: new Uint32Array(0),
  numbers: noTexts,
};

/** The distinct names of sessions, numbered in the order they came; see {@link takeApart}. */
export interface SessionNames {
  readonly size: number;
  idOf(name: string): number;
  at(id: number): string;
  /** @param text folded, not empty. */
  hits(text: string): Hits;
  /** These names only, in their order. */
  copy(ids: Uint32Array): NamesContent;
}

export function createSessionNames(start: NamesContent): SessionNames {
  const patterns = createDictionary(start.patterns, (pattern) => pattern, fold);
  const numbers = new Texts(start.numbers);
  let { patternOf } = start;
  const keyOf = (pattern: number, of: string) => `${pattern}${of}`;
  const ids = createNumbers(
    () => numbers.size,
    (id) => keyOf(patternOf[id] as number, numbers.at(id)),
  );
  const add = (pattern: number, of: string) => {
    const id = numbers.size;
    if (id === patternOf.length) {
      const bigger = new Uint32Array(Math.max(1024, Math.ceil(id * 1.125)));
      bigger.set(patternOf);
      patternOf = bigger;
    }
    patternOf[id] = pattern;
    numbers.push(of);
  };
  const ofPatterns = (marked: (pattern: number, id: number) => number): Hits => {
    const of = new Uint8Array(numbers.size);
    let count = 0;
    for (let id = 0; id < of.length; id++) count += of[id] = marked(patternOf[id] as number, id);
    return { of, count };
  };
  const numberedHits = (text: string, wanted: NumberedText): Hits => {
    const isMarked = numbers.hits(wanted.numbers).of;
    const whole = patterns.texts.hits(text).of;
    const places = new Map<number, Places | boolean>();
    const placesOf = (pattern: number): Places | boolean => {
      const folded = patterns.texts.at(pattern);
      return isExact(folded) ? placesIn(folded, wanted) : whole[pattern] === 1;
    };
    return ofPatterns((pattern, id) => {
      let known = places.get(pattern);
      if (known === undefined) places.set(pattern, (known = placesOf(pattern)));
      if (typeof known === 'boolean') return Number(known);
      if (isMarked[id] === 0) return 0;
      return Number(known.isAnywhere || hasNumbersAt(numbers.at(id), wanted, known));
    });
  };
  return {
    get size() {
      return numbers.size;
    },
    idOf(name) {
      const { pattern, numbers: of } = takeApart(name);
      const known = patterns.idOf(pattern);
      return ids.of(keyOf(known, of), () => add(known, of));
    },
    at(id) {
      const pattern = patterns.values[patternOf[id] as number] ?? '';
      return putTogether({ pattern, numbers: numbers.at(id) });
    },
    hits(text) {
      const wanted = numberedText(text);
      if (wanted !== null) return numberedHits(text, wanted);
      const { of, count } = patterns.texts.hits(text);
      if (count === 0) return { of: new Uint8Array(numbers.size), count: 0 };
      return ofPatterns((pattern) => of[pattern] as number);
    },
    copy(wanted) {
      const still = new Texts();
      for (const id of wanted) still.push(numbers.at(id));
      return {
        patterns: patterns.values,
        patternOf: Uint32Array.from(wanted, (id) => patternOf[id] as number),
        numbers: still.content(),
      };
    },
  };
}
