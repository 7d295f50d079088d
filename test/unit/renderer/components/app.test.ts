import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import AppRoot from '../../../../src/renderer/app.vue';
import de from '../../../../src/renderer/locales/de.json';
import en from '../../../../src/renderer/locales/en.json';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { accountOf, statesAt, syncOf } from '../harness/states.ts';
import { mountOn, present } from '../mount-page.ts';

enableAutoUnmount(afterEach);

const calm = statesAt(present)['full']?.() ?? { account: {}, sync: {}, sessions: [] };
const idle = syncOf(calm, present);
const signedIn = accountOf(calm);

async function stage(state = 'full', language: 'de' | 'en' = 'de') {
  const all = await mountOn(AppRoot, { state, language });
  return {
    ...all,
    title: () => all.page.get('h1').text(),
    spoken: () => all.page.get('[role="status"][aria-live="polite"]').text(),
    async press(key: string, modifiers: Partial<KeyboardEvent> = {}) {
      const event = new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers });
      window.dispatchEvent(event);
      await flushPromises();
      return event.defaultPrevented;
    },
  };
}

describe('the faces of the app', () => {
  it.each([
    ['full', de.today.title, 'Heute – Tagwerk'],
    ['signed-out', de.signIn.title, 'Anmelden – Tagwerk'],
    ['rejected', de.signIn.titleAgain, 'Anmelden – Tagwerk'],
    ['locked', de.locked.title, 'Schlüsselbund gesperrt – Tagwerk'],
  ])('%s', async (state, heading, title) => {
    const { page } = await stage(state);
    expect(page.get('h1').text()).toContain(heading);
    expect(document.title).toBe(title);
  });

  it('while the keychain is asked nothing is asked of the technician', async () => {
    const { page, bridge } = await stage('starting');
    expect(page.find('button').exists()).toBe(false);
    expect(page.text()).toContain(de.app.starting);
    bridge.tell('account.changed', signedIn);
    await flushPromises();
    expect(page.get('h1').text()).toContain(de.today.title);
  });

  it('a locked keychain is asked again on demand, and its answer told', async () => {
    const { page, bridge } = await stage('locked');
    await page.get('button').trigger('click');
    await flushPromises();
    expect(bridge.asked.at(-1)?.name).toBe('account.unlock');
    expect(page.get('main [role="status"]').text()).toBe(de.locked.still);
  });

  it('tokens that are refused at work lead to the sign-in, and from there to the history', async () => {
    const { page, bridge, title } = await stage('full');
    bridge.tell('account.changed', {
      ...signedIn,
      status: 'rejected',
      problem: { code: 'tokens-rejected' },
    });
    await flushPromises();
    expect(title()).toBe(de.signIn.titleAgain);
    await page
      .findAll('button')
      .find((each) => each.text() === de.signIn.showHistory)
      ?.trigger('click');
    await flushPromises();
    expect(title()).toContain(de.today.title);
    expect(page.findAll('li.row')).toHaveLength(8);
    bridge.tell('account.changed', signedIn);
    await flushPromises();
    expect(title()).toContain(de.today.title);
  });

  it('signing out leaves no session on the page', async () => {
    const { page, bridge, title } = await stage('full');
    bridge.tell('account.changed', { ...signedIn, status: 'signed-out' });
    await flushPromises();
    expect(title()).toBe(de.signIn.title);
    expect(page.html()).not.toContain('Kanzlei');
  });
});

describe('language and theme', () => {
  it('change while the app runs', async () => {
    const { page, bridge, title } = await stage('full');
    const root = document.documentElement;
    expect(root.lang).toBe('de');
    expect(root.className).toBe('light');
    bridge.tell('settings.changed', { ...defaultSettings, theme: 'dark' });
    bridge.tell('app.changed', {
      version: '0.1.0',
      platform: 'linux',
      language: 'en',
      endpoint: '',
      demoAvailable: false,
    });
    await flushPromises();
    expect(root.lang).toBe('en');
    expect(root.className).toBe('dark');
    expect(title()).toContain(en.today.title);
    expect(document.title).toBe('Today – Tagwerk');
    expect(page.text()).toContain('Monday 23 November');
  });
});

describe('the keyboard', () => {
  it('turns pages, whose title then has the focus', async () => {
    const { press, router } = await stage('full');
    expect(await press('4', { ctrlKey: true })).toBe(true);
    expect(router.currentRoute.value.name).toBe('exports');
    expect(await press('5', { ctrlKey: true })).toBe(true);
    expect(router.currentRoute.value.name).toBe('settings');
    expect(document.activeElement?.textContent).toContain(de.settings.title);
    await press('1', { metaKey: true });
    expect(router.currentRoute.value.name).toBe('today');
    expect(await press('6', { ctrlKey: true })).toBe(false);
  });

  it('turns to the history, where one can type at once', async () => {
    const { press, router, page } = await stage('full');
    expect(await press('2', { ctrlKey: true })).toBe(true);
    expect(router.currentRoute.value.name).toBe('history');
    expect(document.title).toBe('Verlauf – Tagwerk');
    expect(document.activeElement).toBe(page.get('[role="search"] input').element);
  });

  it('syncs instead of reloading', async () => {
    const { press, bridge } = await stage('full');
    expect(await press('F5')).toBe(true);
    expect(await press('r', { ctrlKey: true })).toBe(true);
    expect(bridge.asked.filter(({ name }) => name === 'sync.now')).toHaveLength(2);
  });

  it('neither syncs nor turns pages where nobody is signed in', async () => {
    const { press, bridge, router } = await stage('signed-out');
    expect(await press('F5')).toBe(true);
    await press('2', { ctrlKey: true });
    expect(bridge.asked.map(({ name }) => name)).not.toContain('sync.now');
    expect(router.currentRoute.value.name).toBe('today');
  });

  it('skips to the content', async () => {
    const { page } = await stage('full');
    const first = page.findAll('button, a').at(0);
    expect(first?.text()).toBe(de.app.skip);
    await first?.trigger('click');
    expect(document.activeElement?.id).toBe('page-title');
  });
});

describe('what is spoken', () => {
  it('is neither the routine nor the clock', async () => {
    const { bridge, time, spoken } = await stage('full');
    bridge.tell('sync.changed', { ...idle, phase: 'refreshing' });
    await flushPromises();
    bridge.tell('sync.changed', { ...idle, lastSuccessAt: present });
    time.turn(61_000);
    await flushPromises();
    expect(spoken()).toBe('');
  });

  it('is that a sync one asked for is done', async () => {
    const { press, spoken } = await stage('full');
    await press('F5');
    expect(spoken()).toMatch(/^Synchronisiert, Stand \d\d:\d\d\.$/);
  });

  it('is what went wrong, once, and that the connection is back', async () => {
    const { bridge, spoken, time } = await stage('full');
    const lost = { ...idle, phase: 'waiting' as const, offline: true };
    bridge.tell('sync.changed', {
      ...lost,
      problem: { code: 'offline', retryAt: present + 40_000 },
    });
    await flushPromises();
    const said = `${de.problem.offline.what} ${de.problem.offline.todo}`;
    expect(spoken()).toBe(said);
    bridge.tell('sync.changed', {
      ...lost,
      problem: { code: 'offline', retryAt: present + 80_000 },
    });
    time.turn(5000);
    await flushPromises();
    expect(spoken()).toBe(said);
    bridge.tell('sync.changed', idle);
    await flushPromises();
    expect(spoken()).toBe(de.sync.online);
  });
});
