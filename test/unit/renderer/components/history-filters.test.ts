import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { noFilter } from '../../../../src/shared/history/query.ts';
import type { Facet, FacetName } from '../../../../src/shared/history/result.ts';
import { facet, facets, stageFilters } from '../history-filters-stage.ts';

enableAutoUnmount(afterEach);

describe('the filters of the history', () => {
  it('say of each choice how many sessions it would show', async () => {
    const { open, items } = await stageFilters();
    await open(de.filters.client);
    expect(items().map(({ text }) => text)).toEqual([
      'Müller & Söhne 6',
      `${de.session.noClient} 2`,
      'Weiß 1',
    ]);
  });

  it('let through several at once, and can be dropped one by one or together', async () => {
    const { open, item, click, changes, buttons } = await stageFilters();
    await open(de.filters.client);
    await click(item('Müller')?.input);
    expect(changes.at(-1)).toEqual({ clients: ['f1'] });
    expect(buttons()).toContain('Müller & Söhne');
    await click(item(de.session.noClient)?.input);
    expect(changes.at(-1)).toEqual({ clients: ['f1', ''] });
    expect(buttons()).toContain('Kunde: 2');
    await click(item('Müller')?.input);
    expect(changes.at(-1)).toEqual({ clients: [''] });
    await open('Filter „Kunde“ entfernen');
    expect(changes.at(-1)).toEqual({ clients: [] });
  });

  it('keep what is typed when all of them are dropped', async () => {
    const { click, changes } = await stageFilters({ text: 'mül', states: ['x'], period: 'today' });
    const all = [...document.querySelectorAll('button')].find(
      (each) => each.textContent.trim() === de.filters.dropAll,
    );
    await click(all);
    expect(changes).toEqual([{ ...noFilter, text: 'mül' }]);
  });

  it('leave choices in their places while their counts change under the pointer', async () => {
    const { open, items, state } = await stageFilters();
    await open(de.filters.client);
    const before = items().map(({ text }) => text.replace(/ \d+$/, ''));
    const clients = facet(['f2', 'Weiß', 40], ['f1', 'Müller & Söhne', 3], ['f9', 'Neu', 1]);
    state.facets = { ...facets, clients };
    await flushPromises();
    const after = items().map(({ text }) => text);
    expect(after).toEqual(['Müller & Söhne 3', 'Weiß 40', 'Neu 1']);
    expect(before.slice(0, 1)).toEqual(['Müller & Söhne']);
  });

  it('spell out ids that nobody has words for', async () => {
    const { open, items } = await stageFilters();
    await open(de.filters.state);
    expect(items().map(({ text }) => text)).toEqual(['Closed by robot 1', 'Proto 1']);
  });

  it('name what is chosen also where no session has it any more', async () => {
    const { buttons } = await stageFilters({ clients: ['gone'], types: ['SFTPSession'] });
    expect(buttons()).toContain('gone');
    expect(buttons()).toContain('SFTP session');
  });

  it('know who "mine" is, however the address is written', async () => {
    const { open, items, item, click, changes, buttons } = await stageFilters();
    await open(de.filters.technician);
    expect(items()[0]?.text).toBe(`${de.filters.mine} 5`);
    await click(item(de.filters.mine)?.input);
    expect(changes).toEqual([{ technicians: ['@me'] }]);
    expect(buttons()).toContain(de.filters.mine);
  });

  it('say why "mine" cannot be chosen where nobody knows who that is', async () => {
    const { open, items } = await stageFilters({}, { ownEmail: null });
    await open(de.filters.technician);
    const mine = items()[0];
    expect(mine?.input.disabled).toBe(true);
    expect(mine?.label.title).toBe(de.today.mineNoEmail);
  });

  const many = (count: number, total = count): Facet => ({
    choices: Array.from({ length: count }, (_, index) => ({
      key: `f${index}`,
      label: `Kunde Größe ${index}`,
      number: String(40_000 + index),
      sessions: count - index,
    })),
    total,
  });

  it('are searched where they are long, by name and number, as the search itself would', async () => {
    const { open, menu, items, type } = await stageFilters({}, { facets: { clients: many(100) } });
    await open(de.filters.client);
    const field = menu()?.querySelector<HTMLInputElement>('input[type=search]') ?? undefined;
    await type(field, 'GROSSE 42');
    expect(items().map(({ text }) => text)).toEqual(['Kunde Größe 42 40042 58']);
    await type(field, '40007');
    expect(items()).toHaveLength(1);
    await type(field, 'nirgends');
    expect(menu()?.textContent).toContain(de.filters.none);
  });

  it('lead to a search by name for those that are not among the choices', async () => {
    const { open, menu, type, click, searched } = await stageFilters(
      {},
      { facets: { clients: many(100, 821) } },
    );
    await open(de.filters.client);
    expect(menu()?.textContent).toContain('721 seltenere');
    await type(
      menu()?.querySelector<HTMLInputElement>('input[type=search]') ?? undefined,
      ' Zahn ',
    );
    await click([...(menu()?.querySelectorAll('button') ?? [])].at(-1));
    expect(searched).toEqual([['clients', 'Zahn']]);
    expect(menu()).toBeNull();
  });

  it('are one tab stop, with arrow keys among the choices', async () => {
    const { open, menu } = await stageFilters({}, { facets: { clients: many(40) } });
    await open(de.filters.client);
    const boxes = [...(menu()?.querySelectorAll<HTMLElement>('[data-roving]') ?? [])];
    expect(boxes.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    boxes[0]?.focus();
    boxes[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    await flushPromises();
    expect(document.activeElement).toBe(boxes[1]);
  });

  it.each<FacetName>(['clients', 'technicians', 'types', 'states', 'invoices', 'exported'])(
    'show %s that strangers named as text',
    async (name) => {
      const html = '<img src=x onerror="document.title=1">\u202E\u0000';
      const { open, menu, buttons } = await stageFilters(
        { [name]: [html] },
        { facets: { [name]: facet([html, html, 1]) } },
      );
      const words = buttons().find((text) => /img/i.test(text));
      expect(words).toBeDefined();
      const label = {
        clients: de.filters.client,
        technicians: de.filters.technician,
        types: de.filters.type,
        states: de.filters.state,
        invoices: de.filters.invoice,
        exported: de.filters.exported,
      }[name];
      await open(`${label}: ${words}`);
      expect(menu()?.querySelector('img')).toBeNull();
    },
  );
});
