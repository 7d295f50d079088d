import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import SettingsView from '../../../../src/renderer/views/settings-view.vue';
import { useAccountStore } from '../../../../src/renderer/stores/account.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import type { Bridge } from '../../../../src/shared/bridge/contract.ts';
import type { FakeBridge } from '../harness/fake-bridge.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

async function stage(state = 'full', around?: (bridge: FakeBridge) => Bridge) {
  const all = await mountOn(SettingsView, { state, ...(around ? { around } : {}) });
  return {
    ...all,
    changes: () =>
      all.bridge.asked
        .filter(({ name }) => name === 'settings.change')
        .map(({ request }) => request),
    async choose(name: string, value: string) {
      await all.page.get(`input[name="${name}"][value="${value}"]`).setValue();
      await flushPromises();
    },
  };
}

describe('the settings', () => {
  it('each go to main as the one change they are', async () => {
    const { choose, changes, page } = await stage();
    await choose('language', 'en');
    await choose('theme', 'dark');
    await choose('default-scope', 'mine');
    await choose('retention', '90');
    await choose('retention', 'all');
    await page.get('[role="switch"]').trigger('click');
    await flushPromises();
    expect(changes()).toEqual([
      { language: 'en' },
      { theme: 'dark' },
      { scope: 'mine' },
      { retentionDays: 90 },
      { retentionDays: null },
      { deviceIds: true },
    ]);
  });

  it('keep device ids off, and everything otherwise, until told differently', async () => {
    const { page } = await stage();
    expect(page.get('[role="switch"]').attributes('aria-checked')).toBe('false');
    const all = page.get<HTMLInputElement>('input[name="retention"][value="all"]');
    expect(all.element.checked).toBe(true);
  });

  it('go back to what holds where main did not keep a change', async () => {
    const { choose, page } = await stage('full', (bridge) => ({
      ...bridge,
      invoke: (name, ...request) =>
        name === 'settings.change'
          ? Promise.reject(new Error('disk full'))
          : bridge.invoke(name, ...request),
    }));
    await choose('theme', 'dark');
    const light = page.get<HTMLInputElement>('input[name="theme"][value="light"]');
    expect(light.element.checked).toBe(true);
    expect(page.get('[role="alert"]').text()).toContain(de.settings.notKept);
  });

  it('keep a header only once it could be one', async () => {
    const { page, changes } = await stage();
    const [header, scheme] = page.findAll<HTMLInputElement>('input[maxlength="64"]');
    await header?.setValue('X Auth:');
    await header?.trigger('change');
    await flushPromises();
    expect(changes()).toEqual([]);
    expect(page.text()).toContain(de.settings.jwtHeaderBad);
    await header?.setValue(' X-Auth ');
    await header?.trigger('change');
    await flushPromises();
    await scheme?.setValue('');
    await scheme?.trigger('change');
    await flushPromises();
    expect(changes()).toEqual([{ jwtHeader: 'X-Auth' }, { jwtScheme: '' }]);
    expect(header?.element.value).toBe('X-Auth');
  });

  it('lead back to the usual header where another was set', async () => {
    const { page, changes, bridge } = await stage();
    const reset = () => page.findAll('button').find((each) => each.text() === de.settings.jwtReset);
    expect(reset()).toBeUndefined();
    bridge.tell('settings.changed', { ...defaultSettings, jwtHeader: 'X-Auth' });
    await flushPromises();
    await reset()?.trigger('click');
    await flushPromises();
    expect(changes()).toEqual([{ jwtHeader: 'Authorization', jwtScheme: 'Bearer' }]);
  });

  it.each([
    ['full', de.settings.tokensKeychain],
    ['demo', de.settings.tokensDemo],
    ['rejected', de.settings.tokensRejected],
  ])('say where the tokens lie (%s)', async (state, words) => {
    const { page } = await stage(state);
    expect(page.text()).toContain(words);
  });
});

describe('signing out', () => {
  const button = (words: string): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>('button')].find(
      (each) => each.textContent?.trim() === words,
    );

  it('happens only after it was said what is removed', async () => {
    const { bridge } = await stage();
    button(de.settings.signOut)?.click();
    await flushPromises();
    const dialog = document.querySelector('[role="dialog"]');
    expect(dialog?.textContent).toContain(de.signOut.tokens);
    expect(dialog?.textContent).toContain(de.signOut.history);
    expect(dialog?.textContent).toContain(de.signOut.rest);
    expect(bridge.asked.map(({ name }) => name)).not.toContain('account.signOut');
    button(de.signOut.confirm)?.click();
    await flushPromises();
    expect(useAccountStore().account.status).toBe('signed-out');
  });

  it('can be thought better of', async () => {
    const { bridge } = await stage();
    button(de.settings.signOut)?.click();
    await flushPromises();
    button(de.signOut.cancel)?.click();
    await flushPromises();
    expect(bridge.asked.map(({ name }) => name)).not.toContain('account.signOut');
    expect(useAccountStore().account.status).toBe('signed-in');
  });

  it('that fails says so and stays open', async () => {
    await stage('full', (bridge) => ({
      ...bridge,
      invoke: (name, ...request) =>
        name === 'account.signOut'
          ? Promise.resolve({ ok: false, problem: { code: 'keychain-locked' } } as never)
          : bridge.invoke(name, ...request),
    }));
    button(de.settings.signOut)?.click();
    await flushPromises();
    button(de.signOut.confirm)?.click();
    await flushPromises();
    const dialog = document.querySelector('[role="dialog"]');
    expect(dialog?.textContent).toContain(de.problem['keychain-locked'].what);
  });
});
