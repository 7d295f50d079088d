import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { hostile } from '../clients-stage.ts';
import { card, someState, stageImprint } from '../imprint-stage.ts';

enableAutoUnmount(afterEach);

describe('a client’s imprint', () => {
  it('says who they are, as on a letter, and how the VAT id looks', async () => {
    const { panel } = await stageImprint(someState());
    const text = panel().text();
    expect(text).toContain('Königstraße 1\n21335 Lüneburg');
    expect(text).toContain('+49 4131 123456');
    expect(text).toContain('DE136695976');
    expect(text).toContain(de.imprint.vatPlausible);
    expect(text).toContain('KI');
    expect(panel().find('img').exists()).toBe(false);
  });

  it('shows its picture where there is one', async () => {
    const picture = 'data:image/png;base64,iVBORw0KGgo=';
    const { panel } = await stageImprint(someState({ card: { ...card, picture } }));
    expect(panel().get('img').attributes('src')).toBe(picture);
  });

  it('leads to a call, a message, the map and the authorities', async () => {
    const { press, requests } = await stageImprint(someState());
    await press('+49 4131');
    await press('info@');
    await press(de.imprint.map);
    await press(de.imprint.vies);
    const { phone, mail, map, vies } = card.links;
    expect(requests('app.openLink')).toEqual([phone, mail, map, vies]);
  });

  it('gives what it holds to the clipboard, a number as it is dialled', async () => {
    const { page, requests, said } = await stageImprint(someState());
    const label = de.details.copyValue.replace('{name}', de.imprint.phone);
    await page.get(`[aria-label="${label}"]`).trigger('click');
    await flushPromises();
    expect(requests('app.copyText')).toEqual(['+494131123456']);
    expect(said()).toBe(de.details.copied);
  });

  it('is saved as a vCard and shown as a code to scan', async () => {
    const { press, said, panel, requests } = await stageImprint(someState());
    await press(de.imprint.save);
    expect(requests('clients.saveCard')).toEqual([{ client: 'k1' }]);
    expect(said()).toBe(de.imprint.saved.replace('{file}', 'König.vcf'));
    await press(de.imprint.showQr);
    expect(panel().get('svg.code path').attributes('d')).toMatch(/^M4 4h1v1h-1z/);
    await press(de.imprint.hideQr);
    expect(panel().find('svg.code').exists()).toBe(false);
  });

  it('asks whether it is theirs where it bears another name, and remembers the answer', async () => {
    const { press, requests, panel } = await stageImprint(someState({ nameDiffers: true }));
    expect(panel().text()).toContain(de.imprint.differs);
    await press(de.imprint.right);
    expect(requests('clients.setCompanyId')).toEqual([{ client: 'k1', id: 'uuid-1' }]);
    expect(panel().text()).not.toContain(de.imprint.differs);
  });

  it.each([
    ['none', de.imprint.none],
    ['no-id', de.imprint.noId],
  ] as const)('has a way on where there is none (%s)', async (status, words) => {
    const { panel, requests } = await stageImprint(someState({ status, card: null, asOf: null }));
    expect(panel().text()).toContain(words);
    await panel().get('form input').setValue('mit leer');
    await panel().get('form').trigger('submit');
    expect(panel().text()).toContain(de.imprint.idWrong);
    expect(requests('clients.setCompanyId')).toEqual([]);
    await panel().get('form input').setValue(' 4711 ');
    await panel().get('form').trigger('submit');
    await flushPromises();
    expect(requests('clients.setCompanyId')).toEqual([{ client: 'k1', id: '4711' }]);
    expect(panel().text()).toContain('+49 4131 123456');
  });

  it('says why it could not be confirmed, and keeps what is known', async () => {
    const { panel } = await stageImprint(someState({ problem: { code: 'offline' } }));
    expect(panel().text()).toContain(de.problem.offline.what);
    expect(panel().text()).toContain('DE136695976');
  });

  it('follows what main hears of this client, and of no other', async () => {
    const { panel, tell } = await stageImprint(
      someState({ status: 'unknown', card: null, asOf: null, refreshing: true }),
    );
    expect(panel().text()).toContain(de.imprint.asking);
    await tell(someState(), 'k2');
    expect(panel().text()).toContain(de.imprint.asking);
    await tell(someState());
    expect(panel().text()).toContain('+49 4131 123456');
  });

  it('shows hostile text as text', async () => {
    const bad = { ...card, companyName: hostile, email: hostile, phone: hostile, dialled: null };
    const links = { mail: null, phone: null, map: null, vies: null };
    const { panel } = await stageImprint(someState({ card: { ...bad, links } }));
    expect(panel().find('img').exists()).toBe(false);
    expect(panel().text()).toContain(hostile);
    expect(panel().text()).toContain(de.imprint.phoneUndialled);
  });

  it('is not asked for where there is no client', async () => {
    const { requests } = await stageImprint(someState(), {}, '');
    expect(requests('clients.imprint')).toEqual([]);
  });
});
