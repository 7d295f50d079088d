import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import { myself } from '../../../../src/shared/history/query.ts';
import { entryOf, minute, same, stage } from '../exports-page-stage.ts';
import { everything } from '../harness/found.ts';

enableAutoUnmount(afterEach);

describe('the page Exports', () => {
  it('says that there is none, and leads to the history', async () => {
    const { page, press, router } = await stage([]);
    expect(page.text()).toContain(de.ledger.empty);
    await press(de.ledger.toHistory);
    expect(router.currentRoute.value.name).toBe('history');
  });

  it('says why they cannot be read, and reads them once they can', async () => {
    let works = false;
    const { page, press, lines } = await stage([entryOf(1)], {
      'exports.list': (): Response<'exports.list'> =>
        works
          ? { ok: true, value: { entries: [entryOf(1)], total: 1 } }
          : { ok: false, problem: { code: 'disk-full' } },
    });
    expect(page.text()).toContain(de.ledger.unreadable);
    expect(lines()).toHaveLength(0);
    works = true;
    await press(de.clients.retry);
    expect(page.text()).not.toContain(de.ledger.unreadable);
    expect(lines()).toHaveLength(1);
  });

  it('lists when, which file in which version, what, and how much', async () => {
    const other = entryOf(1, { request: null, path: '/a/<b>.xlsx', format: 'xlsx' });
    const { lines, page } = await stage([entryOf(2, { version: 2 }), other]);
    const text = lines()[0]?.text();
    for (const words of [
      'Tagwerk_2.csv',
      '2. Fassung',
      'Müller & Söhne',
      '01.–30.11.2026',
      de.exports.format['csv-excel'],
      '128',
      '1:30 Std.',
      '2:00 Std.',
    ])
      expect(text).toContain(words);
    expect(lines()[1]?.text()).toContain('<b>.xlsx');
    expect(lines()[1]?.text()).toContain(de.ledger.unknownRequest);
    expect(lines()[1]?.text()).not.toContain('Fassung');
    expect(page.find('b').exists()).toBe(false);
  });

  it('names the format of a file that the server wrote', async () => {
    const { lines } = await stage([entryOf(1, { server: 'csv' })]);
    expect(lines()[0]?.text()).toContain('von pcvisit');
    expect(lines()[0]?.text()).not.toContain(de.exports.format['csv-excel']);
  });

  it('says in words whatever was asked for', async () => {
    const filter = {
      ...everything.filter,
      text: ' drucker ',
      clients: ['f', 'g'],
      technicians: [myself],
      invoices: ['Open'],
      exported: ['no'],
    };
    const request = { query: { ...everything, filter }, label: null };
    const options = entryOf(1).request?.options;
    const { lines } = await stage([
      entryOf(1, { request: options ? { ...request, options } : null }),
    ]);
    expect(lines()[0]?.find('.what').attributes('title')).toBe(
      'Kunde: 2 · Meine · Offen · Noch nicht exportiert · Suche „drucker“',
    );
  });

  it('reads older ones when they are wanted, and one that an address names', async () => {
    const all = Array.from({ length: 250 }, (_, at) => entryOf(250 - at));
    const { lines, press, requests, router, panel } = await stage(all);
    expect(lines()).toHaveLength(100);
    await press('150 ältere zeigen');
    expect(lines()).toHaveLength(200);
    await router.push('/exports?export=3');
    await flushPromises();
    expect(panel()).toContain('Tagwerk_3.csv');
    expect(requests('exports.list')).toContainEqual({ offset: 200, count: 100 });
  });

  it('goes from line to line by keys, opens one with its button and returns to it', async () => {
    const { lines, page, open } = await stage([entryOf(2), entryOf(1)]);
    const buttons = lines().map((line) => line.get('button').element as HTMLElement);
    buttons[0]?.focus();
    await page.get('[role=rowgroup] .export').trigger('keydown', { key: 'ArrowDown' });
    expect(document.activeElement).toBe(buttons[1]);
    await open(1);
    expect(document.activeElement).toBe(page.get('aside h2').element);
    await page.get('aside').trigger('keydown', { key: 'Escape' });
    await flushPromises();
    expect(page.find('aside').exists()).toBe(false);
    expect(document.activeElement).toBe(buttons[1]);
  });

  it('repeats what was asked for by the ordinary way, and shows its sessions', async () => {
    const entry = entryOf(1);
    const { open, press, requests, router } = await stage([entry]);
    await open(0);
    await press(de.ledger.repeat);
    expect(requests('exports.run')).toEqual([{ ...entry.request, askWhere: false, again: false }]);
    await press(de.clients.showSessions);
    expect(router.currentRoute.value).toMatchObject({
      name: 'history',
      query: { clients: ['f'], period: '2026-11-01..2026-11-30' },
    });
  });

  it('has no file to open or verify of what went onto the clipboard', async () => {
    const { lines, open, page, panel } = await stage([
      entryOf(1, { path: '', format: 'clipboard' }),
    ]);
    expect(lines()[0]?.get('button').text()).toBe(de.exports.format.clipboard);
    await open(0);
    expect(page.get('aside h2').text()).toBe(de.exports.format.clipboard);
    for (const words of [de.exports.open, de.exports.reveal, de.ledger.verify, de.ledger.folder])
      expect(panel()).not.toContain(words);
    expect(panel()).toContain(de.ledger.repeat);
  });

  it.each(['same', 'changed', 'gone'] as const)('verifies a file that is %s', async (verdict) => {
    const { open, press, panel, requests } = await stage([entryOf(1)], {
      'exports.verify': () => ({ ok: true, value: verdict }),
    });
    await open(0);
    expect(panel()).not.toContain(de.ledger.verdict[verdict]);
    await press(de.ledger.verify);
    expect(panel()).toContain(de.ledger.verdict[verdict]);
    expect(requests('exports.verify')).toEqual([1]);
  });

  it('says where a file is gone that is to be opened', async () => {
    const { open, press, panel } = await stage([entryOf(1)], {
      'exports.open': () => ({ ok: true, value: false }),
    });
    await open(0);
    await press(de.exports.open);
    expect(panel()).toContain(de.ledger.verdict.gone);
  });

  it('tells what differs now: sums, each session, and what is gone', async () => {
    const billed = {
      measuredMs: 20 * minute,
      customMs: null,
      billableMs: 30 * minute,
      clientName: 'Müller',
    };
    const row = { id: 's', name: 'Drucker', startedAt: 1, then: billed };
    const { open, press, panel, requests, router } = await stage([entryOf(1)], {
      'exports.differences': ({ offset }) => ({
        ok: true,
        value: {
          rows:
            offset === 0
              ? [{ ...row, now: { ...billed, customMs: 45 * minute, billableMs: 45 * minute } }]
              : [{ ...row, id: 't', name: '', now: null }],
          total: 2,
          sessions: 127,
          then: { measuredMs: 90 * minute, billableMs: 120 * minute },
          now: { measuredMs: 90 * minute, billableMs: 135 * minute },
          purged: 1,
        },
      }),
    });
    await open(0);
    expect(panel()).toContain('2 Sitzungen sind heute anders');
    expect(panel()).toContain('1 Sitzung ist nicht mehr im Verlauf');
    expect(panel()).toContain('Abrechenbarim Export 2:00 Std.→jetzt 2:15 Std.');
    expect(panel()).toContain('Eigene Dauerim Export leer→jetzt 0:45 Std.');
    expect(panel()).not.toContain('Gemessenim Export');
    await press('1 weitere zeigen');
    expect(requests('exports.differences').at(-1)).toMatchObject({ offset: 1 });
    expect(panel()).toContain(de.ledger.vanished);
    await press('Drucker');
    expect(router.currentRoute.value.query).toMatchObject({ session: 's', clients: ['f'] });
  });

  it('compares anew when sessions changed, and says where it cannot', async () => {
    let answer: Response<'exports.differences'> = { ok: true, value: same };
    const { open, press, panel, bridge } = await stage([entryOf(1)], {
      'exports.differences': () => answer,
    });
    await open(0);
    expect(panel()).toContain(de.ledger.noDifferences);
    answer = { ok: false, problem: { code: 'disk-full' } };
    bridge.tell('history.changed', { at: 1 });
    await flushPromises();
    expect(panel()).toContain(de.ledger.differencesUnreadable);
    answer = { ok: true, value: { ...same, purged: 3 } };
    await press(de.details.retry);
    expect(panel()).toContain('3 Sitzungen sind nicht mehr im Verlauf');
  });
});
