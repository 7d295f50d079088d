import { flushPromises } from '@vue/test-utils';
import { RouterView } from 'vue-router';
import type { Differences, ExportEntry } from '../../../src/shared/exports/entry.ts';
import { answering, type Answers } from './harness/answering.ts';
import { everything } from './harness/found.ts';
import { mountOn } from './mount-page.ts';

export const minute = 60_000;
const november = { from: '2026-11-01', to: '2026-11-30' };

export function entryOf(id: number, more: Partial<ExportEntry> = {}): ExportEntry {
  return {
    id,
    finishedAt: Date.UTC(2026, 10, 20, 14),
    path: `C:\\Abrechnung\\Tagwerk_${id}.csv`,
    format: 'csv-excel',
    rows: 128,
    bytes: 4711,
    sha256: 'ab'.repeat(32),
    measuredMs: 90 * minute,
    billableMs: 120 * minute,
    request: {
      query: {
        ...everything,
        filter: { ...everything.filter, period: november, clients: ['f'] },
      },
      options: { format: 'csv-excel', columns: ['id'], language: 'de' },
      label: 'Müller & Söhne',
    },
    version: 1,
    ...more,
  };
}

export const same: Differences = {
  rows: [],
  total: 0,
  sessions: 128,
  then: { measuredMs: 90 * minute, billableMs: 120 * minute },
  now: { measuredMs: 90 * minute, billableMs: 120 * minute },
  purged: 0,
};

/** The page on a main that has these exports. */
export async function stage(entries: readonly ExportEntry[], answers: Answers = {}) {
  const { around, requests } = answering({
    'exports.list': ({ offset, count }) => ({
      ok: true,
      value: { entries: entries.slice(offset, offset + count), total: entries.length },
    }),
    'exports.differences': () => ({ ok: true, value: same }),
    'exports.run': () => ({ ok: true, value: { kind: 'cancelled' } }),
    ...answers,
  });
  const { page, router, bridge } = await mountOn(RouterView, { around });
  await router.push('/exports');
  await flushPromises();
  const press = async (words: string): Promise<void> => {
    const button = page.findAll('button').find((each) => each.text() === words);
    if (!button) throw new Error(`no button ${words}`);
    await button.trigger('click');
    await flushPromises();
  };
  const lines = () => page.findAll('[role=row].export');
  return {
    page,
    router,
    bridge,
    requests,
    press,
    lines,
    open: async (at: number): Promise<void> => {
      await lines()[at]?.trigger('click');
      await flushPromises();
    },
    panel: () => page.get('aside').text().replaceAll(/\s+/g, ' '),
  };
}
