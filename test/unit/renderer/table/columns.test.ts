import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyColumns } from '../../../../src/shared/history/query.ts';
import { narrowest, widest } from '../../../../src/shared/history/view.ts';
import {
  columnWidths,
  moved,
  resized,
  sortedBy,
  shownAs,
} from '../../../../src/renderer/table/columns.ts';

const names = (columns: readonly { column: string }[]): string =>
  columns.map((each) => each.column).join(' ');
const three = [
  { column: 'date', width: null },
  { column: 'client', width: null },
  { column: 'measured', width: 90 },
] as const;

describe('columns', () => {
  it('fill the room there is, and never ask for less than they need', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...historyColumns], { minLength: 1 }),
        fc.nat(3000),
        (all, room) => {
          const columns = all.map((column) => ({ column, width: null }));
          const least = columnWidths(columns, 0);
          const widths = columnWidths(columns, room);
          widths.forEach((width, index) => expect(width).toBeGreaterThanOrEqual(least[index] ?? 0));
          const sum = widths.reduce((total, width) => total + width, 0);
          const need = least.reduce((total, width) => total + width, 0);
          expect(sum).toBeLessThanOrEqual(Math.max(room, need));
        },
      ),
    );
    const [date, client, measured] = columnWidths(three, 800);
    expect([date, measured]).toEqual([96, 90]);
    expect(client).toBe(800 - 96 - 90);
  });

  it('keep a width within what is allowed, and give it back', () => {
    expect(resized(three, 'client', 5)[1]?.width).toBe(narrowest);
    expect(resized(three, 'client', 5000)[1]?.width).toBe(widest);
    expect(resized(three, 'client', 200.4)[1]?.width).toBe(200);
    expect(resized(three, 'measured', null)[2]?.width).toBeNull();
  });

  it.each([
    ['client', 0, 'client date measured'],
    ['date', 1, 'client date measured'],
    ['date', 9, 'client measured date'],
    ['measured', -3, 'measured date client'],
    ['invoice', 0, 'date client measured'],
  ] as const)('move %s to %d', (column, to, order) => {
    expect(names(moved(three, column, to))).toBe(order);
  });

  it('are shown in another order with the width they had', () => {
    expect(shownAs(three, ['invoice', 'measured', 'date'])).toEqual([
      { column: 'invoice', width: null },
      { column: 'measured', width: 90 },
      { column: 'date', width: null },
    ]);
  });

  it('sort dates and figures greatest first, names from A, and turn around', () => {
    const byDate = { column: 'date', descending: true } as const;
    expect(sortedBy(byDate, 'client')).toEqual({ column: 'client', descending: false });
    expect(sortedBy(byDate, 'measured')).toEqual({ column: 'measured', descending: true });
    expect(sortedBy(byDate, 'date')).toEqual({ column: 'date', descending: false });
  });
});
