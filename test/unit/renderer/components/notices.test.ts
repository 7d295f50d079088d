import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import SyncNotices from '../../../../src/renderer/components/sync-notices.vue';
import TodayView from '../../../../src/renderer/views/today-view.vue';
import de from '../../../../src/renderer/locales/de.json';
import en from '../../../../src/renderer/locales/en.json';
import { problemCodes } from '../../../../src/shared/problem.ts';
import { statesAt, syncOf } from '../harness/states.ts';
import { mountOn, present } from '../mount-page.ts';

enableAutoUnmount(afterEach);

const stage = (state: string) => mountOn(TodayView, { state });

describe('the notices above the day', () => {
  it.each([
    ['de', de, /Ihre Daten von \d\d:\d\d bleiben sichtbar/],
    ['en', en, /Your data as of \d\d:\d\d stays visible/],
  ] as const)(
    'say of every problem what happened, what was kept, what to do (%s)',
    async (language, words, kept) => {
      const { page, bridge } = await mountOn(SyncNotices, { language });
      for (const code of problemCodes) {
        const state = statesAt(present)[`waiting-${code}`]?.();
        if (state) bridge.tell('sync.changed', syncOf(state, present));
        await flushPromises();
        expect(page.text()).toContain(words.problem[code].what);
        expect(page.text()).toContain(words.problem[code].todo);
        expect(page.text()).toMatch(kept);
      }
    },
  );

  it('counts down to the next attempt', async () => {
    const { page, time } = await stage('waiting-rate-limited');
    expect(page.text()).toContain('Nächster Versuch in 40 s.');
    time.turn(1000);
    await flushPromises();
    expect(page.text()).toContain('Nächster Versuch in 39 s.');
    time.turn(60_000);
    await flushPromises();
    expect(page.text()).toContain(de.sync.retryNow);
  });

  it('offline, the header says as of when', async () => {
    const { page } = await stage('offline');
    const button = page.get('header').findAll('button').at(-1);
    expect(button?.text()).toMatch(/Offline\s*Stand \d\d:\d\d$/);
  });

  it('the first sync shows how far it has come', async () => {
    const { page } = await stage('first-sync');
    const bar = page.get('[role="progressbar"]');
    expect(bar.attributes('aria-valuenow')).toBe('24');
    expect(bar.attributes('aria-valuetext')).toMatch(
      /^1\.240 Sitzungen, zurück bis \d+\. \w+ 2026, beginnt am \d+\. \w+ 2024$/,
    );
    const unknown = await stage('first-minute');
    expect(unknown.page.get('[role="progressbar"]').attributes('aria-valuenow')).toBeUndefined();
  });

  it('names the file that was set aside, what is still loading and what was unreadable', async () => {
    const { page } = await stage('notes');
    expect(page.text()).toContain('/home/jana/.config/Tagwerk/history.2026-11-23T14-05.damaged.db');
    expect(page.text()).toContain(de.sync.stillLoading);
    expect(page.text()).toContain('3 Sitzungen kamen unlesbar an.');
    const single = await stage('hostile');
    expect(single.page.text()).toContain('1 Sitzung kam unlesbar an.');
  });

  it('refused tokens are told once, with the way to sign in', async () => {
    const { page, router } = await stage('rejected');
    expect(page.text().split(de.problem['tokens-rejected'].what)).toHaveLength(2);
    await page
      .findAll('button')
      .find((each) => each.text() === de.sync.signInAgain)
      ?.trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.name).toBe('sign-in');
  });

  it('says how long ago the last sync was, and goes with the time', async () => {
    const { page, time, bridge } = await stage('full');
    const button = page.get('header').findAll('button').at(-1);
    expect(button?.text()).toMatch(/^Jetzt synchronisieren,\s*vor 1 Min\.$/);
    time.turn(60_000);
    await flushPromises();
    expect(button?.text()).toContain('vor 2 Min.');
    await button?.trigger('click');
    await flushPromises();
    expect(button?.text()).toContain('gerade eben');
    const state = statesAt(present)['full']?.();
    if (state) bridge.tell('sync.changed', { ...syncOf(state, present), lastSuccessAt: null });
    await flushPromises();
    expect(button?.text()).toBe(`${de.sync.now},`);
  });
});
