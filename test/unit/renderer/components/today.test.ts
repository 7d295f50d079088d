import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import TodayView from '../../../../src/renderer/views/today-view.vue';
import de from '../../../../src/renderer/locales/de.json';
import { mountOn } from '../mount-page.ts';

const stage = (state: string, language: 'de' | 'en' = 'de') =>
  mountOn(TodayView, { state, language });
const listed = (page: Awaited<ReturnType<typeof stage>>['page']) => page.findAll('li.row');

enableAutoUnmount(afterEach);

describe('Today', () => {
  it('lists the sessions newest first, with who, where and how long', async () => {
    const { page } = await stage('full');
    const rows = listed(page).map((row) => row.text());
    expect(rows).toHaveLength(8);
    expect(rows[0]).toContain('Müller & Söhne');
    expect(rows[1]).toContain('Ärztehaus Nord');
    expect(rows[1]).toContain('Ayşe Öz');
    expect(rows[1]).toContain('0:26');
    expect(rows[7]).toContain('Weiß Steuerberatung');
    expect(rows[7]).toContain(de.session.you);
  });

  it('puts the day into figures', async () => {
    const { page } = await stage('full');
    expect(page.get('[data-test="logged"]').text()).toBe('3:58');
    const facts = page.get('ul.facts').text().replaceAll(/\s+/g, ' ');
    for (const fact of [
      'abrechenbar 4:03',
      'Wanduhr 3:15',
      'parallel 0:43',
      '8 Sitzungen',
      '5 Kunden',
      '1 läuft noch',
    ]) {
      expect(facts).toContain(fact);
    }
  });

  it('says known types in words and spells out those nobody knows', async () => {
    const { page } = await stage('full', 'en');
    const row = listed(page).find((each) => each.text().includes('Kanzlei Groß'));
    await row?.get('button').trigger('click');
    const details = row?.get('dl').text();
    expect(details).toContain('Ad hoc session');
    expect(details).toContain('Finished');
    expect(details).toContain('Not yet decided');
  });

  it('marks a custom duration, and keeps the measured one beside it', async () => {
    const { page } = await stage('full');
    const row = listed(page).find((each) => each.text().includes('Kanzlei Groß'));
    expect(row?.text()).toContain('1:30');
    expect(row?.text()).toContain('1:25');
    expect(row?.html()).toContain('Eigene Dauer 1:30, gemessen 1:25');
  });

  it('a running session ticks, and nothing else is drawn anew', async () => {
    const { page, time } = await stage('full');
    const row = listed(page)[0];
    const before = page.html();
    const clock = row?.text().match(/\d+:\d\d:\d\d/)?.[0] ?? '';
    time.turn(1000);
    await flushPromises();
    const after = row?.text().match(/\d+:\d\d:\d\d/)?.[0] ?? '';
    expect(after).not.toBe(clock);
    expect(page.html().replaceAll(after, clock)).toBe(before);
  });

  it('says of a session over midnight since when it ran, and counts its part', async () => {
    const { page } = await stage('midnight');
    const row = listed(page).at(-1);
    expect(row?.text()).toContain(de.session.sinceYesterday);
    expect(row?.text()).toContain('0:50');
    await row?.get('button').trigger('click');
    expect(row?.get('dl').text()).toContain(de.session.measuredPart);
  });

  it('shows what strangers wrote as text', async () => {
    const { page } = await stage('hostile');
    for (const row of listed(page)) await row.get('button').trigger('click');
    expect(page.text()).toContain('<img src=x onerror="document.title=\'pwned\'">');
    expect(page.text()).toContain('<script>document.title="pwned"</script>');
    expect(page.text()).toContain('{{ constructor.constructor("document.title=1")() }}');
    expect(page.text()).toContain('@:app.name | {n} %{n}');
    expect(page.find('img').exists()).toBe(false);
    expect(page.find('script').exists()).toBe(false);
    expect(page.text()).toContain('To string · Proto');
  });

  it('hands links to main and says so where one was not opened', async () => {
    const { page, bridge } = await mountOn(TodayView, {
      around: (inner) => ({
        ...inner,
        invoke: async (name, ...request) => {
          const answer = await inner.invoke(name, ...request);
          return name === 'app.openLink' ? (false as typeof answer) : answer;
        },
      }),
    });
    await page.get(`[aria-label="${de.session.comments}"]`).trigger('click');
    await flushPromises();
    expect(bridge.asked.at(-1)).toEqual({
      name: 'app.openLink',
      request: 'https://app.pcvisit.example/comments/417',
    });
    expect(page.get('[role="alert"]').text()).toBe(de.session.commentsFailed);
    expect(page.find('a[href]').exists()).toBe(false);
  });

  it('offers no link that is none', async () => {
    const { page } = await stage('hostile');
    expect(page.find(`[aria-label="${de.session.comments}"]`).exists()).toBe(false);
  });

  it('goes through the list by keyboard, and opens and closes a row', async () => {
    const { page } = await stage('full');
    const button = (index: number): HTMLElement =>
      page.findAll<HTMLElement>('li.row > div > button').at(index)?.element ?? document.body;
    button(0).focus();
    const key = async (name: string): Promise<void> => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
      );
      await flushPromises();
    };
    await key('ArrowDown');
    expect(document.activeElement).toBe(button(1));
    button(1).click();
    await flushPromises();
    expect(button(1).getAttribute('aria-expanded')).toBe('true');
    await key('Escape');
    expect(button(1).getAttribute('aria-expanded')).toBe('false');
    await key('End');
    expect(document.activeElement).toBe(button(7));
    expect(page.findAll('li.row > div > button[tabindex="0"]')).toHaveLength(1);
  });

  it('a bar of the timeline leads to its session', async () => {
    const { page } = await stage('full');
    const bar = page.findAll('button.bar').at(0);
    expect(bar?.attributes('aria-label')).toContain('Weiß Steuerberatung');
    await bar?.trigger('click');
    const row = listed(page).at(-1);
    expect(row?.find('dl').exists()).toBe(true);
    expect(document.activeElement).toBe(row?.get('button').element);
  });

  it('tells the timeline and the week in words as well', async () => {
    const { page } = await stage('full');
    expect(page.text()).toMatch(
      /8 Sitzungen zwischen \d\d:\d\d und \d\d:\d\d, höchstens 2 gleichzeitig\./,
    );
    expect(page.text()).toContain('Montag, 23. November: 3:58 Std.');
  });

  it('has no more than the newest rows, and says so', async () => {
    const { page } = await stage('crowded');
    expect(listed(page)).toHaveLength(500);
    expect(page.text()).toContain('Die 500 neuesten von 700 Sitzungen.');
  });

  it('disables "mine" where it cannot be told, with the reason', async () => {
    const { page } = await stage('mine-unknown');
    const radio = page.findAll<HTMLInputElement>('input[name="scope"]');
    expect(radio.map(({ element }) => [element.value, element.disabled, element.checked])).toEqual([
      ['mine', true, false],
      ['team', false, true],
    ]);
    const described = page.get('fieldset').attributes('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe(de.today.mineNoEmail);
  });

  it('keeps the chosen scope', async () => {
    const { page, bridge } = await stage('full');
    await page.get('input[value="mine"]').setValue();
    await flushPromises();
    expect(bridge.asked).toContainEqual({ name: 'settings.change', request: { scope: 'mine' } });
    expect(listed(page)).toHaveLength(4);
  });
});

describe('Today without sessions', () => {
  it('is an empty day once the server has said so', async () => {
    const { page } = await stage('empty');
    expect(page.text()).toContain(de.empty.title);
    expect(page.get('[data-test="logged"]').text()).toBe('0:00');
  });

  it('is no empty day before that', async () => {
    const first = await stage('first-minute');
    expect(first.page.text()).not.toContain(de.empty.title);
    expect(first.page.text()).toContain(de.empty.loading);
    expect(first.page.get('[data-test="logged"]').text()).toBe('–');
    const offline = await stage('never-synced');
    expect(offline.page.text()).toContain(de.empty.waiting);
  });

  it('keeps the places of what is still being read', async () => {
    const { page } = await stage('loading');
    expect(page.get('[data-test="logged"]').text()).toBe('–');
    expect(page.text()).not.toContain(de.empty.title);
    expect(page.text()).not.toContain(de.today.unreadable);
  });

  it('says that it cannot be read, and reads again on demand', async () => {
    const { page, bridge } = await stage('unreadable');
    expect(page.text()).toContain(de.today.unreadable);
    expect(page.text()).toContain(de.problem['history-damaged'].what);
    const before = bridge.asked.length;
    await page
      .findAll('button')
      .find((each) => each.text() === de.today.retry)
      ?.trigger('click');
    expect(bridge.asked.slice(before).map(({ name }) => name)).toEqual(['today.read']);
  });
});
