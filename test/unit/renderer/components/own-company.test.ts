import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { stageClients } from '../clients-stage.ts';
import { someState, stageImprint } from '../imprint-stage.ts';

enableAutoUnmount(afterEach);

const own = someState({ client: null, foundBy: 'own' });

describe('the own company', () => {
  it('has the card of an imprint, asked for by no id', async () => {
    const { panel, press, requests, said } = await stageImprint(own, {}, null);
    expect(panel().get('h2').text()).toBe(de.clients.own);
    expect(panel().text()).toContain('Königstraße 1\n21335 Lüneburg');
    await press(de.imprint.save);
    expect(said()).toContain('König.vcf');
    await press(de.imprint.refresh);
    for (const call of ['imprint', 'refreshImprint', 'saveCard'] as const) {
      expect(requests(`clients.${call}`)).toEqual([{ client: null }]);
    }
  });

  it('follows what main hears of it, and of no client', async () => {
    const asking = { ...own, status: 'unknown', card: null, asOf: null } as const;
    const { panel, tell } = await stageImprint(asking, {}, null);
    await tell(own, 'k1');
    expect(panel().text()).toContain(de.imprint.asking);
    await tell(own);
    expect(panel().text()).toContain('+49 4131 123456');
  });

  it('without an imprint leads to where it is kept, and asks for no id', async () => {
    const none = { ...own, status: 'none', card: null } as const;
    const { panel, press } = await stageImprint(none, {}, null);
    expect(panel().text()).toContain(de.imprint.ownNone);
    expect(panel().find('form').exists()).toBe(false);
    expect(await press(de.imprint.otherId)).toBe(false);
  });

  it('is opened and closed by its button, in place of a client', async () => {
    const { page, panel, query, key } = await stageClients(undefined, {
      path: '/clients?client=k1',
      answers: { 'clients.imprint': () => ({ ok: true, value: own }) },
    });
    const button = page.get<HTMLButtonElement>('#own-company');
    await button.trigger('click');
    await flushPromises();
    expect(query()).toEqual({ own: '1' });
    expect(button.attributes('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(panel().get('h2').element);
    await key('Escape');
    expect(panel().exists()).toBe(false);
    expect(document.activeElement).toBe(button.element);
  });
});
