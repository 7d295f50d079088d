import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenCount,
  everything,
  isChosen,
  nothing,
  only,
  rangesOf,
  stretched,
  toggled,
  type Selection,
} from '../../../../src/renderer/table/selection.ts';

describe('the selection', () => {
  it('stretches from where it began, in both directions', () => {
    const begun = only(10);
    expect(rangesOf(stretched(begun, 14, 0))).toEqual([{ first: 10, last: 14 }]);
    expect(rangesOf(stretched(stretched(begun, 14, 0), 7, 0))).toEqual([{ first: 7, last: 10 }]);
  });

  it('stretches from the current line where nothing was chosen', () => {
    expect(rangesOf(stretched(nothing, 3, 5))).toEqual([{ first: 3, last: 5 }]);
  });

  it('joins what touches, and takes single lines out again', () => {
    const joined = toggled(toggled(stretched(only(1), 3, 0), 7), 4);
    expect(rangesOf(joined)).toEqual([
      { first: 1, last: 4 },
      { first: 7, last: 7 },
    ]);
    expect(rangesOf(toggled(joined, 2))).toEqual([
      { first: 1, last: 1 },
      { first: 3, last: 4 },
      { first: 7, last: 7 },
    ]);
  });

  it('is one range for a million lines', () => {
    const all = everything(1_000_000);
    expect(rangesOf(all)).toEqual([{ first: 0, last: 999_999 }]);
    expect(chosenCount(all)).toBe(1_000_000);
    expect(everything(0)).toBe(nothing);
  });

  it('chooses the lines that a plain set of lines would', () => {
    const deed = fc.record({
      kind: fc.constantFrom('only', 'toggle', 'stretch'),
      line: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        let selection: Selection = nothing;
        let kept = new Set<number>();
        let from: number | null = null;
        let chosen = new Set<number>();
        for (const { kind, line } of deeds) {
          if (kind === 'only') {
            selection = only(line);
            kept = new Set();
            from = line;
            chosen = new Set([line]);
          } else if (kind === 'toggle') {
            selection = toggled(selection, line);
            const was = chosen.has(line);
            kept = new Set(chosen);
            chosen = new Set(chosen);
            if (was) chosen.delete(line);
            else chosen.add(line);
            if (was) kept = new Set(chosen);
            from = was ? null : line;
          } else {
            selection = stretched(selection, line, 0);
            from ??= 0;
            chosen = new Set(kept);
            for (let at = Math.min(from, line); at <= Math.max(from, line); at += 1) chosen.add(at);
          }
        }
        const listed = rangesOf(selection).flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect(listed).toEqual([...chosen].sort((a, b) => a - b));
        for (let at = 0; at <= 30; at += 1) expect(isChosen(selection, at)).toBe(chosen.has(at));
        expect(chosenCount(selection)).toBe(chosen.size);
      }),
    );
  });
});
