import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h, shallowRef, type FunctionalComponent } from 'vue';
import ColumnMenu from '../../../../src/renderer/components/column-menu.vue';
import de from '../../../../src/renderer/locales/de.json';
import { defaultColumns, type ShownColumn } from '../../../../src/shared/history/view.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

async function stage(given: readonly ShownColumn[]) {
  const columns = shallowRef(given);
  const menu: FunctionalComponent = () =>
    h(ColumnMenu, {
      columns: columns.value,
      'onUpdate:columns': (value: readonly ShownColumn[]) => (columns.value = value),
    });
  const { page } = await mountOn(menu);
  await page.get('button').trigger('click');
  await flushPromises();
  const item = (column: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`[data-column="${column}"]`);
    if (!found) throw new Error(`${column} is not listed.`);
    return found;
  };
  return { columns, item, names: () => columns.value.map(({ column }) => column).join(' ') };
}

const three: readonly ShownColumn[] = [
  { column: 'date', width: null },
  { column: 'client', width: 200 },
  { column: 'measured', width: null },
];

describe('the menu of columns', () => {
  it('shows and hides columns', async () => {
    const { item, names } = await stage(three);
    item('invoice').querySelector('input')?.click();
    await flushPromises();
    expect(names()).toBe('date client measured invoice');
    item('client').querySelector('input')?.click();
    await flushPromises();
    expect(names()).toBe('date measured invoice');
  });

  it('does not hide the last one', async () => {
    const { item } = await stage([{ column: 'client', width: null }]);
    expect(item('client').querySelector('input')?.disabled).toBe(true);
    expect(item('date').querySelector('input')?.disabled).toBe(false);
  });

  it('orders by keyboard, says the new place, and keeps the focus', async () => {
    const { item, names } = await stage(three);
    const input = item('measured').querySelector('input');
    input?.focus();
    const key = { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true };
    input?.dispatchEvent(new KeyboardEvent('keydown', key));
    await flushPromises();
    expect(names()).toBe('date measured client');
    expect(document.activeElement).toBe(input);
    const said = [...document.querySelectorAll('[role=status]')].map((each) => each.textContent);
    expect(said.join()).toContain('Dauer: Platz 2 von 3');
  });

  it('orders by its buttons', async () => {
    const { item, names } = await stage(three);
    const down = item('date').querySelector<HTMLElement>(`[aria-label="Datum weiter nach hinten"]`);
    down?.click();
    await flushPromises();
    expect(names()).toBe('client date measured');
  });

  it('goes back to how it was', async () => {
    const { columns } = await stage(three);
    [...document.querySelectorAll('button')]
      .find((each) => each.textContent.includes(de.table.columnsReset))
      ?.click();
    await flushPromises();
    expect(columns.value).toEqual(defaultColumns);
  });
});
