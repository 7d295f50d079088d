import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { hostile, someClient, someClients, stageClients } from '../clients-stage.ts';

enableAutoUnmount(afterEach);

describe('the clients', () => {
  it('stand by name with what their sessions come to, "without a client" at the end', async () => {
    const { names, page } = await stageClients();
    expect(names()).toEqual([
      hostile,
      'Arztpraxis Dr. Ålund',
      'Königstraße IT GmbH',
      de.clients.noClient,
    ]);
    expect(page.findAll('main img')).toHaveLength(0);
    const line = page.findAll('[role="row"]')[3];
    expect(line?.get('.number').text()).toBe('00417');
    expect(line?.get('.month').text()).toBe('2:00 Std.');
    expect(line?.get('.measured').text()).toBe('40:00 Std.');
    expect(line?.get('.open').text()).toBe('1:00 Std.');
    expect(line?.get('svg.bars').attributes('aria-label')).toBe(
      'Letzte zwölf Wochen: 66:00 Std., davon diese Woche 11:00 Std.',
    );
  });

  it('are sorted by a column, and turned round by it', async () => {
    const { names, page, button } = await stageClients();
    await button(de.clients.month)?.trigger('click');
    expect(names().slice(0, 2)).toEqual(['Arztpraxis Dr. Ålund', 'Königstraße IT GmbH']);
    expect(names().at(-1)).toBe(de.clients.noClient);
    expect(page.get('[role="columnheader"].month').attributes('aria-sort')).toBe('descending');
    await button(de.clients.month)?.trigger('click');
    expect(names()[0]).toBe(hostile);
    expect(page.get('[role="columnheader"].month').attributes('aria-sort')).toBe('ascending');
  });

  it('are found by name and number, whatever the accents, and without a client too', async () => {
    const { names, search, page, button } = await stageClients();
    await search().setValue('alund PRAXIS');
    expect(names()).toEqual(['Arztpraxis Dr. Ålund']);
    await search().setValue('417');
    expect(names()).toEqual(['Königstraße IT GmbH']);
    await search().setValue('ohne');
    expect(names()).toEqual([de.clients.noClient]);
    await search().setValue('nirgends');
    expect(page.get('main h2').text()).toBe(de.clients.nothing);
    await button(de.search.clear)?.trigger('click');
    expect(names()).toHaveLength(4);
  });

  it('are gone through by keys, and opened beside the list, in the address', async () => {
    const { search, key, lines, panel, query } = await stageClients();
    search().element.focus();
    await key('ArrowDown');
    await key('ArrowDown');
    await key('ArrowDown');
    expect(document.activeElement).toBe(lines()[2]?.element);
    await lines()[2]?.trigger('click');
    await flushPromises();
    expect(query()).toEqual({ client: 'k1' });
    expect(panel().get('h2').text()).toContain('Königstraße IT GmbH');
    expect(document.activeElement).toBe(panel().get('h2').element);
    await key('Escape');
    expect(panel().exists()).toBe(false);
    expect(query()).toEqual({});
    expect(document.activeElement).toBe(lines()[2]?.element);
  });

  it('lead to their sessions, those of no client included', async () => {
    const { button, router, query } = await stageClients(someClients, {
      path: '/clients?client=',
    });
    await button(de.clients.showSessions)?.trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.name).toBe('history');
    expect(query()).toEqual({ clients: [''] });
  });

  it('say so where one in the address is not held', async () => {
    const { panel } = await stageClients(someClients, { path: '/clients?client=nobody' });
    expect(panel().text()).toContain(de.clients.gone);
  });

  it('are read again when sessions changed, and not while nobody looks', async () => {
    const { become, names, router, requests } = await stageClients();
    await become([someClient({ name: 'Neu' })]);
    expect(names()).toEqual(['Neu']);
    await router.push('/');
    await flushPromises();
    const before = requests('clients.list').length;
    await become([]);
    expect(requests('clients.list')).toHaveLength(before);
  });

  it('say in words why they cannot be read, and keep what was read', async () => {
    let fails = true;
    const { page, button, names } = await stageClients([], {
      answers: {
        'clients.list': () =>
          fails
            ? { ok: false, problem: { code: 'history-damaged' } }
            : { ok: true, value: { clients: [someClient()], weeks: [] } },
      },
    });
    expect(page.text()).toContain(de.clients.unreadable);
    expect(page.text()).toContain(de.problem['history-damaged'].what);
    fails = false;
    await button(de.clients.retry)?.trigger('click');
    await flushPromises();
    expect(names()).toEqual(['Königstraße IT GmbH']);
    expect(page.text()).not.toContain(de.clients.unreadable);
  });

  it('are none in a history without a session', async () => {
    const { page } = await stageClients([]);
    expect(page.get('main h2').text()).toBe(de.found.empty);
  });
});
