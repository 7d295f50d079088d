import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { useAccountStore } from '../../../../src/renderer/stores/account.ts';
import { useAppStore } from '../../../../src/renderer/stores/app.ts';
import { useSettingsStore } from '../../../../src/renderer/stores/settings.ts';
import { useSyncStore } from '../../../../src/renderer/stores/sync.ts';
import SignInView from '../../../../src/renderer/views/sign-in-view.vue';
import de from '../../../../src/renderer/locales/de.json';
import { problemCodes } from '../../../../src/shared/problem.ts';
import { documentedEndpoint } from '../../../../src/shared/endpoint.ts';
import { mountOn } from '../mount-page.ts';

const integratorToken = 'it-CANARY-4711';
const userToken = 'ut-CANARY-0815';

async function stage(state: string) {
  const all = await mountOn(SignInView, { state });
  const field = (name: string) => all.page.get<HTMLInputElement>(`[name="${name}"]`);
  return {
    ...all,
    field,
    async type(values: Readonly<Record<string, string>> = {}) {
      const typed = { 'integrator-token': integratorToken, 'user-token': userToken, ...values };
      for (const [name, value] of Object.entries(typed)) await field(name).setValue(value);
    },
    async submit() {
      await all.page.get('form').trigger('submit');
      await flushPromises();
    },
    sent: () => all.bridge.asked.filter(({ name }) => name === 'account.signIn'),
  };
}

enableAutoUnmount(afterEach);

describe('the sign-in form', () => {
  it('hides tokens, and offers them to nobody who remembers things', async () => {
    const { field, page } = await stage('signed-out');
    for (const name of ['integrator-token', 'user-token']) {
      expect(field(name).attributes()).toMatchObject({
        type: 'password',
        autocomplete: 'off',
        spellcheck: 'false',
      });
    }
    await page.get('[aria-label="Integrator-Token anzeigen"]').trigger('click');
    expect(field('integrator-token').attributes('type')).toBe('text');
    expect(field('user-token').attributes('type')).toBe('password');
  });

  it('says where each token comes from', async () => {
    const { page } = await stage('signed-out');
    expect(page.text()).toContain(de.signIn.integratorTokenHint);
    expect(page.text()).toContain(de.signIn.userTokenHint);
  });

  it('sends what was typed, tidied, and forgets the tokens once they are good', async () => {
    const { type, submit, sent, field, page } = await stage('signed-out');
    await type({ 'user-token': `  ${userToken}\n`, 'own-email': ' jana@it-koenig.example ' });
    await submit();
    expect(sent().map(({ request }) => request)).toEqual([
      {
        endpoint: documentedEndpoint,
        integratorToken,
        userToken,
        ownEmail: 'jana@it-koenig.example',
        storage: 'keychain',
      },
    ]);
    expect(field('integrator-token').element.value).toBe('');
    expect(field('user-token').element.value).toBe('');
    expect(page.html()).not.toContain('CANARY');
  });

  it('keeps no token in any store, neither before nor after', async () => {
    const { type, submit } = await stage('sign-in-tokens-rejected');
    await type();
    await submit();
    const stores = [useAccountStore(), useAppStore(), useSettingsStore(), useSyncStore()];
    expect(JSON.stringify(stores.map((store) => store.$state))).not.toContain('CANARY');
  });

  it('after every problem everything typed is still there, and it is explained', async () => {
    const { type, submit, field, page, bridge } = await stage('sign-in-offline');
    await type({
      'own-email': 'jana@it-koenig.example',
      endpoint: 'https://other.example/graphql',
    });
    for (const code of problemCodes) {
      bridge.refuse({ code });
      await submit();
      expect(field('integrator-token').element.value, code).toBe(integratorToken);
      expect(field('user-token').element.value).toBe(userToken);
      expect(field('own-email').element.value).toBe('jana@it-koenig.example');
      expect(field('endpoint').element.value).toBe('https://other.example/graphql');
      const alert = page.get('[role="alert"]').text();
      expect(alert).toContain(de.problem[code].what);
      expect(alert).toContain(de.kept.form);
      expect(alert).toContain(de.problem[code].todo);
    }
  });

  it('shows what the server itself says, and the facts support asks for', async () => {
    const { type, submit, page } = await stage('sign-in-refused');
    await type();
    await submit();
    const alert = page.get('[role="alert"]').text();
    expect(alert).toContain('pcvisit sagt dazu: „Ihr Kontingent ist aufgebraucht.“');
    expect(alert).toContain('api.pcvisit.example · Leistungsumfang ausgeschöpft');
  });

  it('without a keychain it goes on in memory, if that is wished for', async () => {
    const { type, submit, sent, page } = await stage('sign-in-keychain-unavailable');
    await type();
    await submit();
    const button = page.findAll('button').find((each) => each.text() === de.signIn.memory);
    await button?.trigger('click');
    await flushPromises();
    expect(sent().map(({ request }) => (request as { storage: string }).storage)).toEqual([
      'keychain',
      'memory',
    ]);
    expect(useAccountStore().account).toMatchObject({ status: 'signed-in', storage: 'memory' });
  });

  it('offers memory for no other reason', async () => {
    const { type, submit, page } = await stage('sign-in-keychain-locked');
    await type();
    await submit();
    expect(page.text()).not.toContain(de.signIn.memory);
  });

  it.each([
    [{ 'integrator-token': '   ' }, 'integrator-token', de.signIn.missing],
    [{ 'user-token': 'x'.repeat(17_000) }, 'user-token', de.signIn.tooLong],
    [{ 'own-email': 'jana' }, 'own-email', de.signIn.badEmail],
    [{ endpoint: 'http://api.example/graphql' }, 'endpoint', de.signIn.badEndpoint],
    [{ endpoint: 'https://user:pw@api.example/' }, 'endpoint', de.signIn.badEndpoint],
  ])('sends nothing for %o, says so and goes there', async (values, name, words) => {
    const { type, submit, sent, field, page } = await stage('signed-out');
    await type(values);
    await submit();
    expect(sent()).toEqual([]);
    expect(page.text()).toContain(words);
    expect(field(name).attributes('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field(name).element);
  });

  it('finds no fault before there was an attempt', async () => {
    const { type, page } = await stage('signed-out');
    await type({ 'own-email': 'jana' });
    expect(page.text()).not.toContain(de.signIn.badEmail);
  });

  it('is sent once, however often it is pressed', async () => {
    const { type, page, sent } = await stage('signed-out');
    await type();
    await Promise.all([1, 2, 3].map(() => page.get('form').trigger('submit')));
    await flushPromises();
    expect(sent()).toHaveLength(1);
  });

  it('offers the samples where they are there, and only there', async () => {
    const with_ = await stage('signed-out');
    const button = with_.page.findAll('button').find((each) => each.text() === de.signIn.demo);
    await button?.trigger('click');
    await flushPromises();
    expect(useAccountStore().account.demo).toBe(true);
    const without = await stage('sign-in-tls');
    expect(without.page.text()).not.toContain(de.signIn.demo);
  });

  it('tells whom the server turned away why, and leads back to the history', async () => {
    const { page, router } = await stage('rejected');
    await router.push('/sign-in');
    expect(page.text()).toContain(de.signIn.titleAgain);
    expect(page.get('[role="alert"]').text()).toContain(de.problem['tokens-rejected'].what);
    const back = page.findAll('button').find((each) => each.text() === de.signIn.showHistory);
    await back?.trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.name).toBe('today');
  });
});
