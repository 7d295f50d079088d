import { flushPromises } from '@vue/test-utils';
import { h, shallowReactive, type FunctionalComponent } from 'vue';
import HistoryTable from '../../../src/renderer/components/history-table.vue';
import type { HistoryGroup, HistorySort } from '../../../src/shared/history/query.ts';
import type { HistoryLine, HistoryResult, HistoryRow } from '../../../src/shared/history/result.ts';
import type { ShownColumn } from '../../../src/shared/history/view.ts';
import { mountOn, present } from './mount-page.ts';

export const hour = 3_600_000;

const columns: readonly ShownColumn[] = (
  ['date', 'start', 'end', 'client', 'computer', 'technician', 'measured', 'custom'] as const
).map((column) => ({ column, width: null }));

function rowOf(index: number, more: Partial<HistoryRow> = {}): HistoryRow {
  return {
    id: `s${index}`,
    name: `Sitzung ${index}`,
    type: 'RemoteAccessSession',
    state: 'Finished',
    invoiceState: 'Open',
    clientName: `Kunde ${index}`,
    clientNumber: null,
    computerName: 'PC-1',
    technicians: ['Jana Weiß'],
    startedAt: present - index * hour,
    finishedAt: present - index * hour + hour / 2,
    updatedAt: present,
    measuredMs: hour / 2,
    customMs: null,
    billableMs: hour / 2,
    hasNote: false,
    ...more,
  };
}

export const line = (index: number, more?: Partial<HistoryRow>): HistoryLine => ({
  kind: 'session',
  row: rowOf(index, more),
});
export const linesFrom = (offset: number, count: number): HistoryLine[] =>
  Array.from({ length: count }, (_, index) => line(offset + index));

/** What a search found: so many sessions, the newest first. */
export function resultOf(
  lines: number,
  id = 1,
  page = linesFrom(0, Math.min(100, lines)),
): HistoryResult {
  const facet = { choices: [], total: 0 };
  const sums = { sessions: lines, running: 0, measuredMs: 0, customMs: 0, billableMs: 0 };
  return {
    result: id,
    totals: { ...sums, wallClockMs: 0 },
    held: lines,
    facets: {
      clients: facet,
      technicians: facet,
      types: facet,
      states: facet,
      invoices: facet,
      exported: facet,
    },
    charts: {
      unit: 'day',
      times: [],
      clients: { bars: [], rest: null },
      technicians: { bars: [], rest: null },
    },
    lines,
    page,
    remarks: [],
    highlights: [],
  };
}

/** The table amid a page that does what it is told, and remembers it. */
export async function stage(
  result: HistoryResult,
  given: { group?: HistoryGroup; held?: boolean } = {},
) {
  const asked: { offset: number; answer: () => void }[] = [];
  const told = {
    open: [] as (string | null)[],
    copy: [] as unknown[],
    sort: [] as HistorySort[],
    columns: [] as ShownColumn[][],
  };
  const state = shallowReactive({
    result,
    anchor: 'a',
    group: given.group ?? ('none' as HistoryGroup),
    columns,
    sort: { column: 'date', descending: true } as HistorySort,
    opened: null as string | null,
    size: { width: 1000, height: 32 + 280 },
    readPage: (offset: number, count: number): Promise<readonly HistoryLine[] | null> =>
      new Promise((resolve) => {
        const answer = (): void => resolve(linesFrom(offset, count));
        asked.push({ offset, answer });
        if (!given.held) answer();
      }),
  });
  const page: FunctionalComponent = () =>
    h(HistoryTable, {
      ...state,
      onOpen: (id: string | null) => told.open.push((state.opened = id)),
      onCopy: (ranges: unknown) => told.copy.push(ranges),
      'onUpdate:sort': (sort: HistorySort) => told.sort.push((state.sort = sort)),
      'onUpdate:columns': (columns: ShownColumn[]) =>
        told.columns.push([...(state.columns = columns)]),
    });
  const mounted = await mountOn(page);
  const grid = mounted.page.get('[role=grid]');
  const press = async (key: string, modifiers: object = {}): Promise<void> => {
    await grid.trigger('keydown', { key, ...modifiers });
    await flushPromises();
  };
  const lines = () => mounted.page.findAll('[data-line]');
  const numbers = (): number[] => lines().map((each) => Number(each.attributes('data-line')));
  const lineAt = (index: number) => mounted.page.get(`[data-line="${index}"]`);
  const current = (): string | undefined => {
    const id = grid.attributes('aria-activedescendant');
    return id === undefined ? undefined : document.getElementById(id)?.dataset['line'];
  };
  const scrollTo = async (to: number): Promise<void> => {
    grid.element.scrollTop = to;
    await grid.trigger('scroll');
    await flushPromises();
  };
  await flushPromises();
  return { ...mounted, state, told, asked, grid, press, lines, numbers, lineAt, current, scrollTo };
}
