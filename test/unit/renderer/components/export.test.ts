import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import ExportButton from '../../../../src/renderer/components/export-button.vue';
import ExportNotice from '../../../../src/renderer/components/export-notice.vue';
import de from '../../../../src/renderer/locales/de.json';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import { exportColumns } from '../../../../src/shared/exports/columns.ts';
import { answering, later } from '../harness/answering.ts';
import { everything } from '../harness/found.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

type Answer = Response<'exports.run'>;

const record = {
  id: 7,
  finishedAt: Date.UTC(2026, 10, 23, 14),
  path: 'C:\\Users\\jana\\Rechnung.csv',
  format: 'csv-excel' as const,
  rows: 128,
  bytes: 4711,
  sha256: 'ab',
  measuredMs: 1,
  billableMs: 1,
};
const done: Answer = { ok: true, value: { kind: 'done', record } };
const before: Answer = {
  ok: true,
  value: {
    kind: 'before',
    outlook: {
      sessions: 128,
      running: 0,
      billableMs: 160_200_000,
      exportedBefore: 12,
      lastExportedAt: record.finishedAt,
    },
  },
};

const Both = defineComponent(() => () => [
  h(ExportNotice),
  h(ExportButton, { query: everything, label: 'Müller' }),
]);

async function stage(
  answer: () => Answer | Promise<Answer>,
  { language = 'de' as 'de' | 'en', there = true } = {},
) {
  const { around, requests } = answering({
    'exports.run': answer,
    'exports.cancel': () => true,
    'exports.open': () => ({ ok: true, value: there }),
  });
  const { page, bridge } = await mountOn(Both, { around, language });
  const press = async (words: string) => {
    const found = page.findAll('button').find((each) => each.text() === words);
    if (!found) throw new Error(`no button ${words}`);
    await found.trigger('click');
    await flushPromises();
  };
  return {
    page,
    bridge,
    requests,
    press,
    text: () => page.get('[data-test=export-notice]').text(),
  };
}

describe('an export', () => {
  it('asks for what is on screen, as last time, and says which file it became', async () => {
    const { press, requests, text, page } = await stage(() => done);
    await press(de.exports.do['csv-excel']);
    expect(requests('exports.run')).toEqual([
      {
        query: everything,
        options: { format: 'csv-excel', columns: [...exportColumns], language: 'de' },
        label: 'Müller',
        askWhere: false,
        again: false,
      },
    ]);
    expect(text()).toContain('Rechnung.csv 128 Sitzungen exportiert');
    expect(page.get('[role=status]').text()).toBe('Rechnung.csv 128 Sitzungen exportiert');
    await press(de.exports.open);
    expect(requests('exports.open')).toEqual([7]);
  });

  it('to the clipboard says where it is, and has no file to open', async () => {
    const copied = { ...record, path: '', format: 'clipboard' as const };
    const { press, text, page } = await stage(() => ({
      ok: true,
      value: { kind: 'done', record: copied },
    }));
    await press(de.exports.do['csv-excel']);
    expect(text()).toBe('In der Zwischenablage 128 Sitzungen exportiert'.repeat(2));
    expect(page.text()).not.toContain(de.exports.open);
    expect(page.text()).not.toContain(de.exports.reveal);
  });

  it('says where a workbook has more than one sheet', async () => {
    const many = { ...record, path: '/home/jana/Alles.xlsx', format: 'xlsx' as const };
    const stages = [1_048_574, 1_048_575, 2_097_149].map((rows) => ({ ...many, rows }));
    const texts: string[] = [];
    for (const each of stages) {
      const { press, text, page } = await stage(() => ({
        ok: true,
        value: { kind: 'done', record: each },
      }));
      await press(de.exports.do['csv-excel']);
      texts.push(text());
      page.unmount();
    }
    expect(texts[0]).not.toContain('Tabellenblätter');
    expect(texts[1]).toContain('Auf 2 Tabellenblätter verteilt: Eines fasst höchstens 1.048.574');
    expect(texts[2]).toContain('Auf 3 Tabellenblätter verteilt');
  });

  it('begins with RFC 4180 where nobody chose and English is spoken', async () => {
    const { page, requests } = await stage(() => done, { language: 'en' });
    await page.get('[data-test=export]').trigger('click');
    await flushPromises();
    expect(requests('exports.run')).toMatchObject([{ options: { format: 'csv', language: 'en' } }]);
  });

  it('of sessions that were exported before waits for a word', async () => {
    const answers = [before, done];
    const { press, requests, text } = await stage(() => answers.shift() ?? done);
    await press(de.exports.do['csv-excel']);
    expect(text()).toContain('12 von 128 Sitzungen wurden schon exportiert');
    await press(de.exports.again);
    expect(requests('exports.run')).toMatchObject([{ again: false }, { again: true }]);
    expect(text()).toContain('Rechnung.csv');
  });

  it('that is left leaves no trace', async () => {
    const { press, text, requests } = await stage(() => before);
    await press(de.exports.do['csv-excel']);
    await press(de.exports.leave);
    expect(text()).toBe('');
    expect(requests('exports.run')).toHaveLength(1);
  });

  it('says after half a second how far it is, and can be called off', async () => {
    const { promise, give } = later<Answer>();
    const { press, bridge, text, requests, page } = await stage(() => promise);
    await press(de.exports.do['csv-excel']);
    expect(page.get('[data-test=export]').attributes('disabled')).toBeDefined();
    bridge.tell('exports.progress', { rows: 100, total: 5000, elapsedMs: 400 });
    await flushPromises();
    expect(text()).toBe('');
    bridge.tell('exports.progress', { rows: 1000, total: 5000, elapsedMs: 1000 });
    await flushPromises();
    expect(text()).toContain('1.000 von 5.000 Sitzungen geschrieben');
    expect(text()).toContain('noch etwa 4 Sekunden');
    await press(de.exports.cancel);
    expect(requests('exports.cancel')).toHaveLength(1);
    give({ ok: true, value: { kind: 'cancelled' } });
    await flushPromises();
    expect(text()).toBe('');
    expect(page.get('[data-test=export]').attributes('disabled')).toBeUndefined();
  });

  it('that fails says why and where, and that nothing is left of it', async () => {
    const problem = { code: 'file-not-written' as const, path: '/gone/a.csv' };
    const { press, text } = await stage(() => ({ ok: false, problem }));
    await press(de.exports.do['csv-excel']);
    expect(text()).toContain(de.exports.failed);
    expect(text()).toContain(de.problem['file-not-written'].what);
    expect(text()).toContain('/gone/a.csv');
  });

  it('says where its file is gone', async () => {
    const { press, text } = await stage(() => done, { there: false });
    await press(de.exports.do['csv-excel']);
    await press(de.exports.open);
    expect(text()).toContain(de.exports.gone);
  });
});

it('Ctrl+E exports what is seen, once, and not while one is under way', async () => {
  const answer = later<Answer>();
  const { requests } = await stage(() => answer.promise);
  const press = (): boolean =>
    window.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'e', ctrlKey: true, cancelable: true }),
    );
  expect(press()).toBe(false);
  expect(press()).toBe(true);
  await flushPromises();
  expect(requests('exports.run')).toMatchObject([{ query: everything, again: false }]);
});

describe('an export that was wished for elsewhere', () => {
  it('is shown while it runs, and ends in a file or in words', async () => {
    const { bridge, text, page } = await stage(() => done);
    bridge.tell('exports.progress', { rows: 5000, total: 20_000, elapsedMs: 600 });
    await flushPromises();
    expect(text()).toContain('5.000 von 20.000 Sitzungen geschrieben');
    expect(page.get('[data-test=export]').attributes('disabled')).toBeDefined();
    bridge.tell('exports.ended', done);
    await flushPromises();
    expect(text()).toContain('Rechnung.csv 128 Sitzungen exportiert');
    expect(page.get('[data-test=export]').attributes('disabled')).toBeUndefined();
    bridge.tell('exports.ended', { ok: false, problem: { code: 'file-not-written' } });
    await flushPromises();
    expect(text()).toContain(de.exports.failed);
  });

  it('leaves nothing behind where it was called off', async () => {
    const { bridge, text } = await stage(() => done);
    bridge.tell('exports.progress', { rows: 5000, total: 20_000, elapsedMs: 600 });
    bridge.tell('exports.ended', { ok: true, value: { kind: 'cancelled' } });
    await flushPromises();
    expect(text()).toBe('');
  });
});
