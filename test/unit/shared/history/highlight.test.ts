import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight } from '../../../../src/shared/history/highlight.ts';

it.each([
  ['Herr Müller', ['muller'], ['Müller']],
  ['Mu\u0308ller', ['MÜLL'], ['Mu\u0308ll']],
  ['Grüße', ['grusse'], ['Grüße']],
  ['😀a', ['a'], ['a']],
  ['a  b', ['a b'], ['a  b']],
])('%s by %s', (text, needles, expected) => {
  const hits = highlight(text, needles).filter((part) => part.hit);
  expect(hits.map((part) => part.text)).toEqual(expected);
});

it('parts joined are the text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 3000 });
  fc.assert(
    fc.property(text, fc.array(fc.string({ maxLength: 3 })), (given, needles) => {
      const parts = highlight(given, needles);
      expect(parts.map((part) => part.text).join('')).toBe(given);
    }),
    { numRuns: 20 },
  );
});
