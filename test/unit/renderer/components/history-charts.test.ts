import { enableAutoUnmount, flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h, ref, type FunctionalComponent } from 'vue';
import HistoryCharts from '../../../../src/renderer/components/history-charts.vue';
import de from '../../../../src/renderer/locales/de.json';
import en from '../../../../src/renderer/locales/en.json';
import type { Charts } from '../../../../src/shared/history/result.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { bar, daysUpTo, someCharts } from '../harness/found.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

async function stage(charts: Charts = someCharts, language: Language = 'de') {
  const wished: unknown[] = [];
  const shown = ref(charts);
  const root: FunctionalComponent = () =>
    h(HistoryCharts, {
      charts: shown.value,
      onPeriod: (days) => wished.push(days),
      onClient: (key) => wished.push(['client', key]),
      onTechnician: (key) => wished.push(['technician', key]),
    });
  const { page } = await mountOn(root, { language });
  return { page, wished, shown };
}

const bars = (page: VueWrapper) => page.findAll<HTMLElement>('button.bar');
const lines = (page: VueWrapper, part: string) => page.findAll(`.${part} button.line`);

describe('the charts of a search', () => {
  it('say what each bar stands for, and lead to its days', async () => {
    const { page, wished } = await stage();
    const last = bars(page).at(-1);
    expect(last?.attributes('aria-label')).toBe('Montag, 23. November: 3:24 Std.');
    await last?.trigger('click');
    expect(wished).toEqual([{ from: '2026-11-23', to: '2026-11-23' }]);
  });

  it('lead from a week to its Monday to Sunday, from a month to its first to last', async () => {
    const times = [{ day: '2026-02-02', measuredMs: 60_000 }];
    const week = await stage({ ...someCharts, unit: 'week', times });
    expect(bars(week.page)[0]?.attributes('aria-label')).toMatch(/^Woche 2\.\s?–\s?8\. Februar: /);
    await bars(week.page)[0]?.trigger('click');
    expect(week.wished).toEqual([{ from: '2026-02-02', to: '2026-02-08' }]);
    const month = await stage({
      ...someCharts,
      unit: 'month',
      times: [{ day: '2026-02-01', measuredMs: 60_000 }],
    });
    await bars(month.page)[0]?.trigger('click');
    expect(month.wished).toEqual([{ from: '2026-02-01', to: '2026-02-28' }]);
  });

  it('lead to a client and a technician, and to those who have none', async () => {
    const { page, wished } = await stage();
    const [first, , none] = lines(page, 'clients');
    expect(none?.text()).toContain(de.session.noClient);
    await first?.trigger('click');
    await none?.trigger('click');
    expect(lines(page, 'technicians')[1]?.text()).toContain(de.charts.noTechnician);
    expect(lines(page, 'technicians')[0]?.text().replaceAll(/\s+/g, ' ')).toBe(
      'Ayşe Öz: 75 %, 15:00 Std.',
    );
    await lines(page, 'technicians')[0]?.trigger('click');
    expect(wished).toEqual([
      ['client', 'f-mueller'],
      ['client', ''],
      ['technician', 'a@it.example'],
    ]);
  });

  it('sum up those without a bar in a line that leads nowhere', async () => {
    const many = Array.from({ length: 8 }, (_, index) => bar(`c${index}`, 100 - index));
    const ranking = { bars: many, rest: bar('', 60, '') };
    const { page, wished } = await stage({ ...someCharts, clients: ranking });
    expect(lines(page, 'clients')).toHaveLength(3);
    const rest = page.get('.clients .rest');
    expect(rest.text()).toContain(de.charts.rest);
    await rest.trigger('click');
    expect(wished).toEqual([]);
  });

  it('are one tab stop each, with arrow keys among the bars', async () => {
    const { page } = await stage();
    expect(page.findAll('.time [tabindex="0"]')).toHaveLength(1);
    expect(page.findAll('.clients [tabindex="0"]')).toHaveLength(1);
    bars(page)[0]?.element.focus();
    await page.get('.bars').trigger('keydown', { key: 'ArrowRight' });
    expect(document.activeElement).toBe(bars(page)[1]?.element);
    await page.get('.bars').trigger('keydown', { key: 'End' });
    expect(document.activeElement).toBe(bars(page).at(-1)?.element);
    expect(page.get('.time p').text()).toBe('Montag, 23. November: 3:24 Std.');
    expect(page.findAll('.time [tabindex="0"]')).toHaveLength(1);
  });

  it('name what is pointed at, and stop when it is left', async () => {
    const { page } = await stage();
    await bars(page)[0]?.trigger('pointerover');
    expect(page.get('.time p').text()).toBe('Dienstag, 10. November: 0:01 Std.');
    await page.get('.bars').trigger('pointerleave');
    expect(page.get('.time p').text()).toBe('');
  });

  it('have a table behind each, out of sight until it is asked for', async () => {
    const { page } = await stage();
    const tables = page.findAll('table');
    expect(tables.map((table) => table.get('caption').text())).toEqual([
      de.charts.time.day,
      de.charts.clientsTitle,
      de.charts.techniciansTitle,
    ]);
    expect(tables.every(({ element }) => element.closest('.sr-only'))).toBe(true);
    expect(tables[0]?.findAll('tbody tr').at(-1)?.text()).toBe('Montag, 23. November3:24 Std.');
    const toggle = page.get(`[aria-label="${de.charts.asTable}"]`);
    await toggle.trigger('click');
    expect(toggle.attributes('aria-pressed')).toBe('true');
    expect(bars(page)).toHaveLength(0);
    expect(page.findAll('table').some(({ element }) => element.closest('.sr-only'))).toBe(false);
  });

  it('draw a thousand days and more as bars that can still be told apart', async () => {
    const { page, wished } = await stage({ ...someCharts, times: daysUpTo('2026-11-23', 1200) });
    expect(bars(page)).toHaveLength(120);
    await bars(page).at(-1)?.trigger('click');
    expect(wished).toEqual([{ from: '2026-11-14', to: '2026-11-23' }]);
    expect(bars(page).at(-1)?.attributes('aria-label')).toContain('2026');
  });

  it('follow the search', async () => {
    const { page, shown } = await stage();
    shown.value = { ...someCharts, times: daysUpTo('2026-11-23', 2) };
    await flushPromises();
    expect(bars(page)).toHaveLength(2);
  });

  it('say so where there is no time, and take what strangers wrote as text', async () => {
    const none = { bars: [], rest: null };
    const empty = await stage({ unit: 'day', times: [], clients: none, technicians: none }, 'en');
    expect(empty.page.findAll('section p').map((line) => line.text())).toContain(en.charts.empty);
    const name = '<img src=x onerror=alert(1)>';
    const hostile = await stage({
      ...someCharts,
      clients: { bars: [bar('x', 5, name)], rest: null },
    });
    expect(lines(hostile.page, 'clients')[0]?.text()).toContain(name);
    expect(hostile.page.find('img').exists()).toBe(false);
  });
});
