import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { lastScroll } from '../../../../src/renderer/table/scroll.ts';
import { resultOf, stage } from '../history-table-stage.ts';

enableAutoUnmount(afterEach);

describe('the table of History', () => {
  it('makes elements of the lines in sight alone, and says how many there are', async () => {
    const { grid, lines, lineAt } = await stage(resultOf(1_000_000));
    expect(lines().length).toBeLessThan(25);
    expect(grid.attributes('aria-rowcount')).toBe('1000001');
    expect(lineAt(0).attributes('aria-rowindex')).toBe('2');
    expect(lineAt(0).text()).toContain('Kunde 0');
  });

  it('shows the last of a million lines by the End key, and by the scroll bar', async () => {
    const { press, lineAt, current, scrollTo, numbers } = await stage(resultOf(1_000_000));
    await press('End');
    expect(current()).toBe('999999');
    expect(lineAt(999_999).text()).toContain('Kunde 999999');
    await press('Home');
    expect(current()).toBe('0');
    await scrollTo(lastScroll({ lines: 1_000_000, viewport: 280 }));
    expect(numbers().at(-1)).toBe(999_999);
    await scrollTo(0);
    expect(numbers()[0]).toBe(0);
  });

  it('goes by lines for every turn of the wheel, though the bar stands for millions', async () => {
    const { grid, numbers, scrollTo } = await stage(resultOf(1_000_000));
    await scrollTo(4_000_000);
    const before = numbers()[0] ?? 0;
    const wheel = new WheelEvent('wheel', { deltaY: 10 * 28, cancelable: true });
    grid.element.dispatchEvent(wheel);
    await grid.trigger('scroll');
    await flushPromises();
    expect(wheel.defaultPrevented).toBe(true);
    expect((numbers()[0] ?? 0) - before).toBe(10);
  });

  it('leaves the wheel to the browser where the lines fit', async () => {
    const { grid } = await stage(resultOf(1000));
    const wheel = new WheelEvent('wheel', { deltaY: 100, cancelable: true });
    grid.element.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).toBe(false);
  });

  it('goes with the arrow and page keys and keeps the current line in sight', async () => {
    const { press, current } = await stage(resultOf(1000));
    for (let times = 0; times < 30; times += 1) await press('ArrowDown');
    expect(current()).toBe('30');
    await press('PageDown');
    expect(current()).toBe('39');
    await press('PageUp');
    await press('ArrowUp');
    expect(current()).toBe('29');
  });

  it('uses the elements of lines that left for those that come', async () => {
    const { lines, scrollTo, numbers } = await stage(resultOf(1000));
    await scrollTo(28 * 200);
    const before = new Set(lines().map((each) => each.element));
    await scrollTo(28 * 240);
    expect(numbers()).toContain(240);
    for (const each of lines()) expect(before).toContain(each.element);
  });

  it('opens the current session with Enter and closes it with Escape', async () => {
    const { press, told, lineAt } = await stage(resultOf(50));
    await press('ArrowDown');
    await press('Enter');
    expect(told.open).toEqual(['s1']);
    expect(lineAt(1).attributes('aria-current')).toBe('true');
    await press('Escape');
    await press('Escape');
    expect(told.open).toEqual(['s1', null]);
  });

  it('opens what is clicked', async () => {
    const { lineAt, told, current } = await stage(resultOf(50));
    await lineAt(4).get('[role=gridcell]').trigger('click');
    expect(told.open).toEqual(['s4']);
    expect(current()).toBe('4');
  });

  it('copies the current line, ranges stretched by Shift, and everything', async () => {
    const { press, told, lineAt } = await stage(resultOf(1_000_000));
    await press('ArrowDown');
    await press('c', { ctrlKey: true });
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    await press('c', { metaKey: true });
    await lineAt(6).trigger('click', { ctrlKey: true });
    await lineAt(8).trigger('click', { shiftKey: true });
    await press('c', { ctrlKey: true });
    expect(lineAt(7).attributes('aria-selected')).toBe('true');
    expect(lineAt(4).attributes('aria-selected')).toBe('false');
    await press('a', { ctrlKey: true });
    await press('c', { ctrlKey: true });
    expect(told.copy).toEqual([
      [{ first: 1, last: 1 }],
      [{ first: 1, last: 3 }],
      [
        { first: 1, last: 3 },
        { first: 6, last: 8 },
      ],
      [{ first: 0, last: 999_999 }],
    ]);
    expect(told.open).toEqual([]);
  });

  it('says how many lines are chosen', async () => {
    const { press, page } = await stage(resultOf(1234));
    await press('a', { ctrlKey: true });
    expect(page.get('[role=status]').text()).toBe('1.234 Zeilen ausgewählt');
  });
});
