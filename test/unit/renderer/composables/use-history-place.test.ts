import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { effectScope, createApp } from 'vue';
import { useHistoryPlace } from '../../../../src/renderer/composables/use-history-place.ts';
import { useSettingsStore } from '../../../../src/renderer/stores/settings.ts';
import { noFilter } from '../../../../src/shared/history/query.ts';
import { starterViews } from '../../../../src/shared/history/starter-views.ts';
import { defaultColumns } from '../../../../src/shared/history/view.ts';
import { setStage } from '../mount-page.ts';

afterEach(() => vi.useRealTimers());

async function stage(address = '/history') {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const all = await setStage();
  const { router } = all;
  await router.push(address);
  const app = createApp({ render: () => null });
  app.use(router);
  const scope = effectScope();
  const place = app.runWithContext(() => scope.run(useHistoryPlace));
  if (!place) throw new Error('There is no place.');
  const settle = async (): Promise<void> => {
    await flushPromises();
    await vi.advanceTimersByTimeAsync(1000);
  };
  const query = () => router.currentRoute.value.query;
  const go = async (by: number): Promise<void> => {
    router.go(by);
    await settle();
  };
  return { ...all, place, scope, settle, query, go };
}

describe('the place on the page History', () => {
  it('begins with what the address says, whoever wrote it', async () => {
    const { place } = await stage(
      '/history?text=m%C3%BCl&clients=a&clients=b&sort=nonsense&group=week&session=s1',
    );
    expect(place.query.value).toEqual({
      filter: { ...noFilter, text: 'mül', clients: ['a', 'b'] },
      sort: { column: 'date', descending: true },
      group: 'week',
    });
    expect(place.session.value).toBe('s1');
  });

  it('follows at once what is typed, and puts it in the place of what was typed before', async () => {
    const { place, settle, query, go } = await stage();
    for (const text of ['m', 'mü', 'mül']) place.type(text);
    expect(place.query.value.filter.text).toBe('mül');
    await settle();
    expect(query()).toEqual({ text: 'mül' });
    await go(-1);
    expect(query()).toEqual({});
    expect(place.query.value.filter.text).toBe('mül');
  });

  it('goes back from what was chosen to what was typed, and forth again', async () => {
    const { place, settle, query, go } = await stage();
    place.type('mül');
    place.filter({ invoices: ['Open'] });
    place.ask({ group: 'client' });
    await settle();
    expect(query()).toEqual({ text: 'mül', invoices: ['Open'], group: 'client' });
    await go(-2);
    expect(place.query.value.filter).toEqual({ ...noFilter, text: 'mül' });
    await go(1);
    expect(place.query.value.filter.invoices).toEqual(['Open']);
    expect(place.query.value.group).toBe('none');
  });

  it('loses no letter that is typed while the address is being written', async () => {
    const { place, settle, query } = await stage();
    for (const text of 'drucker'.split('').map((_, at, all) => all.slice(0, at + 1).join(''))) {
      place.type(text);
      await Promise.resolve();
    }
    await vi.advanceTimersByTimeAsync(30);
    place.type('drucker 2');
    await settle();
    expect(place.query.value.filter.text).toBe('drucker 2');
    expect(query()).toEqual({ text: 'drucker 2' });
  });

  it('writes no more often than a browser takes it', async () => {
    const { place, router } = await stage();
    const written = vi.spyOn(router, 'replace');
    for (let key = 1; key <= 300; key += 1) {
      place.type('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(written.mock.calls.length).toBeLessThanOrEqual(32);
    expect(router.currentRoute.value.query['text']).toBe('x'.repeat(300));
  });

  it('does not fetch back who has turned to another page', async () => {
    const { place, router, settle, scope } = await stage();
    place.type('m');
    await flushPromises();
    place.type('mü');
    await router.push('/');
    scope.stop();
    await settle();
    expect(router.currentRoute.value.name).toBe('today');
  });

  it('opens a session so that one can go back from it, and turns to another in its place', async () => {
    const { place, settle, go, query } = await stage('/history?text=a');
    place.open('s1');
    place.open('s2');
    await settle();
    expect(query()).toEqual({ text: 'a', session: 's2' });
    await go(-1);
    expect(place.session.value).toBeNull();
    expect(place.query.value.filter.text).toBe('a');
  });

  it('keeps own columns in the settings, and those of a view in its address', async () => {
    const { place, settle, query, go } = await stage();
    const narrow = [{ column: 'client', width: 200 } as const];
    place.arrange(narrow);
    expect(place.columns.value).toEqual(narrow);
    await settle();
    expect(useSettingsStore().settings.historyColumns).toEqual(narrow);
    expect(query()).toEqual({});

    const [view] = starterViews('de');
    if (!view) throw new Error('There is no view.');
    place.show({ ...view, columns: [...defaultColumns] }, true);
    await settle();
    expect(place.columns.value).toEqual(defaultColumns);
    const fewer = defaultColumns.slice(1);
    place.arrange(fewer);
    await settle();
    expect(place.columns.value).toEqual(fewer);
    expect(useSettingsStore().settings.historyColumns).toEqual(narrow);
    await go(-1);
    expect(place.columns.value).toEqual(narrow);
    place.show(view, false);
    expect(place.columns.value).toEqual(narrow);
    expect(place.query.value).toEqual(view.query);
  });

  it('takes texts that no address can hold', async () => {
    const { place, settle, query, router } = await stage();
    const text = `\u0000\u0007\ud800 ‏مكتب ${'😀'.repeat(4000)} %zz <b>`;
    place.type(text);
    await settle();
    expect(query()['text']).toBe(text.toWellFormed());
    const { fullPath } = router.currentRoute.value;
    await router.push('/');
    await router.push(fullPath);
    expect(router.currentRoute.value.query['text']).toBe(text.toWellFormed());
  });
});
