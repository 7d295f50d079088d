import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import type { HistoryGroup } from '../../../../src/shared/history/query.ts';
import type { HistoryLine } from '../../../../src/shared/history/result.ts';
import { present } from '../mount-page.ts';
import { hour, line, linesFrom, resultOf, stage } from '../history-table-stage.ts';

enableAutoUnmount(afterEach);

describe('the lines and the head of the table', () => {
  it('are those of the latest result, also where there are as many as before', async () => {
    const { state, lineAt } = await stage(resultOf(50));
    expect(lineAt(0).text()).toContain('Kunde 0');
    state.result = resultOf(50, 2, linesFrom(7, 50));
    state.anchor = 'b';
    await flushPromises();
    expect(lineAt(0).text()).toContain('Kunde 7');
  });

  it('sorts by a click on the head, and the other way by the next', async () => {
    const { page, told } = await stage(resultOf(50));
    const head = (name: string) =>
      page.findAll('[role=columnheader]').find((each) => each.text().startsWith(name));
    expect(head(de.table.column.date)?.attributes('aria-sort')).toBe('descending');
    await head(de.table.column.client)?.trigger('click');
    await head(de.table.column.client)?.trigger('click');
    expect(told.sort).toEqual([
      { column: 'client', descending: false },
      { column: 'client', descending: true },
    ]);
    expect(head(de.table.column.client)?.attributes('aria-sort')).toBe('descending');
    expect(head(de.table.column.date)?.attributes('aria-sort')).toBe('none');
  });

  it('reaches the head from the first line: Enter sorts, Alt and arrows size', async () => {
    const { press, grid, told, page, current } = await stage(resultOf(50));
    await press('ArrowUp');
    await press('ArrowRight');
    expect(grid.attributes('aria-activedescendant')).toMatch(/-start$/);
    await press('Enter');
    expect(told.sort).toEqual([{ column: 'start', descending: true }]);
    await press('ArrowRight', { altKey: true });
    expect(told.columns[0]?.[1]).toEqual({ column: 'start', width: 88 });
    expect(page.get('[role=status]').text()).toBe('Beginn: 88 Pixel breit');
    await press('ArrowDown');
    expect(current()).toBe('0');
  });

  it('gives a column the width its edge is pulled to, and its own again by a double click', async () => {
    const { page, told } = await stage(resultOf(50));
    const edge = page.findAll('.edge')[0];
    if (!edge) throw new Error('There is no edge.');
    edge.element.setPointerCapture = () => undefined;
    await edge.trigger('pointerdown', { clientX: 100, pointerId: 1 });
    await edge.trigger('pointermove', { clientX: 120, pointerId: 1 });
    expect(told.columns).toEqual([]);
    await edge.trigger('pointerup', { clientX: 130, pointerId: 1 });
    expect(told.columns[0]?.[0]).toEqual({ column: 'date', width: 126 });
    await edge.trigger('dblclick');
    expect(told.columns[1]?.[0]).toEqual({ column: 'date', width: null });
    expect(told.sort).toEqual([]);
  });

  it('orders columns by dragging their heads', async () => {
    const { page, told } = await stage(resultOf(50));
    const heads = page.findAll('[role=columnheader][draggable]');
    await heads[3]?.trigger('dragstart');
    await heads[0]?.trigger('dragover');
    await heads[0]?.trigger('drop');
    expect(told.columns[0]?.slice(0, 2).map(({ column }) => column)).toEqual(['client', 'date']);
  });

  it('shows a place for lines that are still to come, then the lines', async () => {
    const { scrollTo, lineAt, asked } = await stage(resultOf(10_000), { held: true });
    await scrollTo(28 * 5000);
    expect(asked.map(({ offset }) => offset)).toEqual([4900, 5000]);
    expect(lineAt(5003).text()).toBe(de.table.loading);
    for (const { answer } of asked) answer();
    await flushPromises();
    expect(lineAt(5003).text()).toContain('Kunde 5003');
  });

  it('passes over an answer that belongs to an earlier result', async () => {
    const { scrollTo, lineAt, asked, state } = await stage(resultOf(10_000), { held: true });
    await scrollTo(28 * 5050);
    const [late] = asked.splice(0);
    state.result = resultOf(10_000, 2);
    await flushPromises();
    late?.answer();
    await flushPromises();
    expect(lineAt(5050).text()).toBe(de.table.loading);
    for (const { answer } of asked) answer();
    await flushPromises();
    expect(lineAt(5050).text()).toContain('Kunde 5050');
  });

  it('stays in place when the same search is answered anew, and begins at the top for another', async () => {
    const { scrollTo, numbers, state } = await stage(resultOf(10_000));
    await scrollTo(28 * 5000);
    state.result = resultOf(10_002, 2);
    await flushPromises();
    expect(numbers()).toContain(5000);
    Object.assign(state, { result: resultOf(800, 3), anchor: 'b' });
    await flushPromises();
    expect(numbers()[0]).toBe(0);
  });

  it('shows the end when there are fewer lines than before', async () => {
    const { scrollTo, numbers, state, press, current } = await stage(resultOf(10_000));
    await press('End');
    await scrollTo(28 * 9000);
    state.result = resultOf(100, 2);
    await flushPromises();
    expect(numbers().at(-1)).toBe(99);
    expect(current()).toBe('99');
  });

  it('forgets what was chosen when lines may have moved, but not otherwise', async () => {
    const { press, state, lineAt } = await stage(resultOf(50));
    await press('ArrowDown', { shiftKey: true });
    state.result = resultOf(50, 2);
    await flushPromises();
    expect(lineAt(1).attributes('aria-selected')).toBe('true');
    state.result = resultOf(51, 3, [line(99), ...linesFrom(0, 50)]);
    await flushPromises();
    expect(lineAt(1).attributes('aria-selected')).toBe('false');
  });

  it('marks what runs, what is noted and what has a duration of its own', async () => {
    const page = [
      line(0, { finishedAt: null, startedAt: present - 61_000, measuredMs: 0 }),
      line(1, { hasNote: true, customMs: 2 * hour }),
      line(2, { exported: 'yes' }),
      line(3, { exported: 'changed' }),
    ];
    const { lineAt, time } = await stage(resultOf(4, 1, page));
    expect(lineAt(0).text()).toContain('0:01:01');
    expect(lineAt(0).text()).toContain(de.session.running);
    time.turn(1000);
    await flushPromises();
    expect(lineAt(0).text()).toContain('0:01:02');
    expect(lineAt(1).text()).toContain(de.table.note);
    expect(lineAt(1).text()).toContain('2:00');
    expect(lineAt(1).text()).not.toContain(de.ledger.row.yes);
    expect(lineAt(2).text()).toContain(de.ledger.row.yes);
    expect(lineAt(3).text()).toContain(de.ledger.row.changed);
  });

  it('marks what was searched for, and shows any text as text', async () => {
    const evil = '<img src=x onerror=alert(1)> MÜLLER';
    const page = [line(0, { clientName: evil, startedAt: 1e300, technicians: [] })];
    const { lineAt, page: all } = await stage({ ...resultOf(1, 1, page), highlights: ['muller'] });
    expect(lineAt(0).get('mark').text()).toBe('MÜLLER');
    expect(lineAt(0).text()).toContain(evil);
    expect(all.find('img').exists()).toBe(false);
  });

  it('heads groups with their name and sums', async () => {
    const sums = {
      sessions: 3,
      running: 1,
      measuredMs: 2 * hour,
      customMs: 0,
      billableMs: 3 * hour,
    };
    const head = (key: string, label: string): HistoryLine => ({
      kind: 'group',
      group: { key, label, ...sums },
    });
    const page = [head('', ''), line(1), head('f2', 'Müller & Söhne'), line(2)];
    const { lineAt, state, press, told } = await stage(resultOf(4, 1, page), { group: 'client' });
    expect(lineAt(0).text()).toContain(de.session.noClient);
    expect(lineAt(2).text()).toContain('Müller & Söhne');
    for (const text of ['3 Sitzungen', 'gemessen 2:00', 'abrechenbar 3:00', '1 läuft']) {
      expect(lineAt(0).text().replaceAll(/\s+/g, ' ')).toContain(text);
    }
    await press('Enter');
    expect(told.open).toEqual([]);
    const dated: [HistoryGroup, string][] = [
      ['day', 'Montag, 28. Dezember 2026'],
      ['week', 'KW 53, ab 28. Dezember 2026'],
      ['month', 'Dezember 2026'],
    ];
    for (const [group, label] of dated) {
      Object.assign(state, { group, result: resultOf(1, 9, [head('2026-12-28', '')]) });
      await flushPromises();
      expect(lineAt(0).text()).toContain(label);
    }
  });
});
