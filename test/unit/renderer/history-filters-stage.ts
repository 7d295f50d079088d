import { flushPromises } from '@vue/test-utils';
import { h, shallowReactive, type FunctionalComponent } from 'vue';
import HistoryFilters from '../../../src/renderer/components/history-filters.vue';
import { noFilter, type HistoryFilter } from '../../../src/shared/history/query.ts';
import type { Facet, HistoryResult } from '../../../src/shared/history/result.ts';
import { mountOn } from './mount-page.ts';

export const facet = (...choices: [key: string, label: string, sessions: number][]): Facet => ({
  choices: choices.map(([key, label, sessions]) => ({ key, label, number: null, sessions })),
  total: choices.length,
});
export const facets: HistoryResult['facets'] = {
  clients: facet(['f1', 'Müller & Söhne', 6], ['', '', 2], ['f2', 'Weiß', 1]),
  technicians: facet(['jana@it.example', 'Jana Weiß', 5], ['a@it.example', 'Ayşe Öz', 4]),
  types: facet(['AdHocSessionForSupporter', 'AdHocSessionForSupporter', 7]),
  states: facet(['CLOSED_BY_ROBOT', 'CLOSED_BY_ROBOT', 1], ['__proto__', '__proto__', 1]),
  invoices: facet(['Open', 'Open', 9]),
  exported: facet(['no', 'no', 6], ['yes', 'yes', 2], ['changed', 'changed', 1]),
};

/** The filters amid a page that does what it is told, and remembers it. */
export async function stageFilters(
  filter: Partial<HistoryFilter> = {},
  given: { facets?: Partial<typeof facets>; ownEmail?: string | null } = {},
) {
  const state = shallowReactive({
    filter: { ...noFilter, ...filter },
    facets: { ...facets, ...given.facets },
    today: '2026-11-23',
    ownEmail: given.ownEmail === undefined ? 'Jana@it.example' : given.ownEmail,
  });
  const changes: Partial<HistoryFilter>[] = [];
  const searched: unknown[] = [];
  const root: FunctionalComponent = () =>
    h(HistoryFilters, {
      ...state,
      onChange: (change: Partial<HistoryFilter>) => {
        changes.push(change);
        state.filter = { ...state.filter, ...change };
      },
      onSearch: (...asked: unknown[]) => searched.push(asked),
    });
  const { page } = await mountOn(root);
  const click = async (element: HTMLElement | undefined): Promise<void> => {
    if (!element) throw new Error('There is nothing to click.');
    element.click();
    await flushPromises();
  };
  const menu = () => document.querySelector<HTMLElement>('[role="dialog"]');
  const items = () =>
    [...(menu()?.querySelectorAll('label') ?? [])].map((label) => ({
      label,
      text: label.textContent.replaceAll(/\s+/g, ' ').trim(),
      input: label.querySelector('input') ?? document.createElement('input'),
    }));
  const type = async (field: HTMLInputElement | undefined, text: string, kind = 'input') => {
    if (!field) throw new Error('There is nothing to type into.');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    if (kind === 'change') field.dispatchEvent(new Event('change'));
    await flushPromises();
  };
  return {
    state,
    changes,
    searched,
    menu,
    items,
    click,
    type,
    open: async (name: string) => {
      const button = page.findAll('button').find((each) => each.attributes('aria-label') === name);
      await click(button?.element as HTMLElement | undefined);
    },
    buttons: () => page.findAll('button').map((each) => each.text()),
    item: (text: string) => items().find((each) => each.text.includes(text)),
  };
}
