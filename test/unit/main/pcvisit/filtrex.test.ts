import fc from 'fast-check';
import { compileExpression } from 'filtrex';
import { describe, expect, it } from 'vitest';
import { idsIn, idsNotIn, quoted } from '../../../../src/main/pcvisit/filtrex.ts';

const holds = (expression: string, data: object): unknown => compileExpression(expression)(data);

const hostile = [
  'plain',
  '',
  '"',
  '\\',
  '\\"',
  '"\\',
  '\\\\"',
  '") or (1 == 1) or ("x" == "',
  '" or true or "',
  "it's",
  'Zeile 1\r\nZeile 2\u2028',
  '${1}\u0000\t',
  'halb \ud83d',
  '__proto__',
  'x'.repeat(300),
];

/** Every code unit there is, halves of pairs included. */
const anyText = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('quoted', () => {
  it('gives filtrex the very text back', () => {
    for (const text of hostile) expect(holds(quoted(text), {})).toBe(text);
    fc.assert(
      fc.property(anyText, (text) => {
        expect(holds(quoted(text), {})).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('idsIn and idsNotIn', () => {
  it('part all ids into two, whatever they look like', () => {
    const wanted = hostile.slice(0, 9);
    for (const id of hostile) {
      expect(holds(idsIn(wanted), { id })).toBe(wanted.includes(id));
      expect(holds(idsNotIn(wanted), { id })).toBe(!wanted.includes(id));
    }
  });

  it('work for one id and for none', () => {
    expect(holds(idsIn(['a']), { id: 'a' })).toBe(true);
    expect(holds(idsNotIn(['a']), { id: 'a' })).toBe(false);
    expect(holds(idsIn([]), { id: 'a' })).toBe(false);
    expect(holds(idsNotIn([]), { id: 'a' })).toBe(true);
  });

  it('work for as many ids as a page holds', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `id-${index}`);
    expect(holds(idsIn(ids), { id: 'id-999' })).toBe(true);
    expect(holds(idsNotIn(ids), { id: 'id-1000' })).toBe(true);
  });
});
