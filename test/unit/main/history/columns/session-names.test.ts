import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createSessionNames,
  noNames,
  type SessionNames,
} from '../../../../../src/main/history/columns/session-names.ts';
import { fold } from '../../../../../src/shared/history/fold.ts';

/** Pieces that names are mostly made of, and those that fold to digits, to nothing, or look like a gap. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('0', '1', '12', '201', '2026') },
  { weight: 4, arbitrary: fc.constantFrom('#', 'a', 'ß', 'Ä', 'pc', '-', ' ', '  ', '\n', '\t') },
  { weight: 1, arbitrary: fc.constantFrom('\0', '\u0308', '²', '½', '１', 'Σ', '\ud800', '٣') },
);
const name = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(''));

/** Texts to find: parts of the names, as often as not, so that they are found. */
const looked = fc
  .record({ names: fc.array(name, { minLength: 1, maxLength: 12 }), other: name })
  .chain(({ names, other }) =>
    fc.record({
      names: fc.constant(names),
      text: fc
        .record({ from: fc.constantFrom(...names, other), start: fc.nat(8), length: fc.nat(8) })
        .map(({ from, start, length }) => fold(from).slice(start, start + length + 1) || 'a'),
    }),
  );

function held(names: readonly string[]): SessionNames {
  const all = createSessionNames(noNames);
  for (const each of names) all.idOf(each);
  return all;
}

function expectTrue(all: SessionNames, names: readonly string[], text: string): void {
  const wanted = names.map((each) => Number(fold(each).includes(text)));
  const { of, count } = all.hits(text);
  expect([...of]).toEqual(wanted);
  expect(count).toBe(wanted.filter((hit) => hit === 1).length);
}

test('names are found by any part of them, as if each were folded and looked through', () => {
  fc.assert(
    fc.property(looked, ({ names, text }) => {
      const distinct = [...new Set(names)];
      const all = held(names);
      expectTrue(all, distinct, text);
      const upwards = Uint32Array.from(distinct, (_, id) => distinct.length - 1 - id);
      expectTrue(createSessionNames(all.copy(upwards)), distinct.toReversed(), text);
    }),
    { numRuns: 3000 },
  );
});

test('every name comes back as it went in, under one number', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const distinct = [...new Set(names)];
      const all = held(names);
      expect(all.size).toBe(distinct.length);
      expect(distinct.map((_, id) => all.at(id))).toEqual(distinct);
      expect(distinct.map(all.idOf)).toEqual([...distinct.keys()]);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['#204', ['#20431 Drucker', '#204', '#2040']],
  ['204', ['#20431 Drucker', '#204', '#2040', '1204', 'Büro 3 m²04', '5-1204-7']],
  ['#204 ', []],
  ['04 d', []],
  ['31 d', ['#20431 Drucker']],
  ['5-1204', ['5-1204-7']],
  ['m204', ['Büro 3 m²04']],
])('%s is found where it stands', (text, wanted) => {
  const names = [
    '#20431 Drucker',
    '#204',
    '#2040',
    '1204',
    'Büro 3 m²04',
    '5-1204-7',
    'Drucker',
    '2 04',
  ];
  const { of } = held(names).hits(text);
  expect(names.filter((_, id) => of[id] === 1)).toEqual(wanted);
});
