import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h, ref, type FunctionalComponent } from 'vue';
import ExportDialog from '../../../../src/renderer/components/export-dialog.vue';
import de from '../../../../src/renderer/locales/de.json';
import { useSettingsStore } from '../../../../src/renderer/stores/settings.ts';
import { noRounding } from '../../../../src/shared/billing/rule.ts';
import { ruleWords } from '../../../../src/shared/billing/rule-words.ts';
import { exportColumns } from '../../../../src/shared/exports/columns.ts';
import type { ExportOptions } from '../../../../src/shared/exports/options.ts';
import type { HistoryQuery } from '../../../../src/shared/history/query.ts';
import { answering, type Answers } from '../harness/answering.ts';
import { everything } from '../harness/found.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

const quarter = { ...noRounding, mode: 'up' as const, step: 15 as const };
const outlook = {
  sessions: 128,
  running: 3,
  billableMs: 160_200_000,
  exportedBefore: 12,
  lastExportedAt: Date.UTC(2026, 10, 22, 9),
};
const folder = '/home/jana/Rechnungen';

async function stage({
  query = everything,
  answers = {},
  options = null as ExportOptions | null,
}: { query?: HistoryQuery; answers?: Answers; options?: ExportOptions | null } = {}) {
  const { around, requests } = answering({
    'exports.prospect': () => ({ ok: true, value: { outlook, folder } }),
    'exports.run': () => ({ ok: true, value: { kind: 'cancelled' } }),
    'history.rules': () => ({
      ok: true,
      value: { standard: quarter, clients: { 'f-weiss': noRounding } },
    }),
    ...answers,
  });
  const open = ref(false);
  const root: FunctionalComponent = () =>
    h(ExportDialog, {
      open: open.value,
      'onUpdate:open': (is: boolean) => (open.value = is),
      query,
      label: 'Weiß',
      result: null,
    });
  await mountOn(root, { around });
  const settings = useSettingsStore();
  if (options) await settings.change({ exportOptions: options });
  open.value = true;
  await flushPromises();
  const dialog = () => document.querySelector<HTMLElement>('[role=dialog]');
  const button = (words: string): HTMLButtonElement => {
    const found = [...document.querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === words,
    );
    if (!found) throw new Error(`no button ${words}`);
    return found;
  };
  const press = async (words: string) => {
    button(words).click();
    await flushPromises();
  };
  const select = (index: number): HTMLSelectElement => {
    const found = document.querySelectorAll('select')[index];
    if (!found) throw new Error('no such list');
    return found;
  };
  const pick = async (index: number, value: string) => {
    select(index).value = value;
    select(index).dispatchEvent(new Event('change', { bubbles: true }));
    await flushPromises();
  };
  const uncheck = async (column: string) => {
    document.querySelector<HTMLInputElement>(`[data-column="${column}"] input`)?.click();
    await flushPromises();
  };
  const saveAs = async (name: string) => {
    await press(de.exports.profileKeep);
    const field = document.querySelector<HTMLInputElement>('input[type=text]');
    if (!field) throw new Error('no field');
    field.value = name;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await flushPromises();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await flushPromises();
  };
  const text = (test: string) => document.querySelector(`[data-test=${test}]`)?.textContent ?? '';
  return { open, settings, requests, dialog, button, press, select, pick, uncheck, saveAs, text };
}

describe('the dialog of an export', () => {
  it('begins as last time and says what the export would hold', async () => {
    const last = { format: 'xlsx', columns: ['date', 'client'], language: 'en' } as const;
    const { text, select, dialog, press, requests, open } = await stage({
      options: { ...last, columns: [...last.columns] },
    });
    expect(select(1).value).toBe('xlsx');
    expect(text('export-outlook')).toContain('128 Sitzungen · abrechenbar 44:30');
    expect(text('export-outlook')).toContain('3 laufen noch');
    expect(text('export-outlook')).toContain('12 davon schon exportiert');
    expect(text('export-rounding')).toContain('Aufrunden auf 15 Minuten je Sitzung.');
    expect(text('export-rounding')).toContain('1 Kunde hat eine eigene Regel.');
    expect(dialog()?.textContent).toContain(folder);
    await press(de.exports.do.xlsx);
    expect(requests('exports.run')).toMatchObject([{ options: last, askWhere: false }]);
    expect(open.value).toBe(false);
  });

  it('writes the columns chosen, in their order, in the language chosen, to a place asked for', async () => {
    const { uncheck, press, pick, requests, button } = await stage();
    await pick(1, 'csv');
    for (const column of exportColumns.slice(3)) await uncheck(column);
    await press('Beginn weiter nach vorn');
    expect(button('Datum weiter nach hinten').disabled).toBe(true);
    const radio = (value: string) =>
      document.querySelector<HTMLInputElement>(`input[type=radio][value=${value}]`)?.click();
    radio('en');
    radio('ask');
    await flushPromises();
    await press(de.exports.do.csv);
    expect(requests('exports.run')).toMatchObject([
      {
        options: { format: 'csv', columns: ['id', 'start', 'date'], language: 'en' },
        label: 'Weiß',
        askWhere: true,
      },
    ]);
  });

  it('has no columns to choose where the format always has everything', async () => {
    const { pick, dialog } = await stage();
    expect(document.querySelector('[data-column]')).not.toBeNull();
    await pick(1, 'json');
    expect(document.querySelector('[data-column]')).toBeNull();
    expect(dialog()?.textContent).toContain(de.exports.columnsFixed);
  });

  it('keeps a profile, uses it, replaces it and deletes it', async () => {
    const { saveAs, settings, select, pick, uncheck, press, text } = await stage();
    await uncheck('id');
    await saveAs('  Buchhaltung ');
    expect(settings.settings.exportProfiles.map(({ name }) => name)).toEqual(['Buchhaltung']);
    expect(text('profile-said')).toContain('„Buchhaltung“ ist gespeichert');
    expect(select(0).value).toBe('Buchhaltung');
    expect(document.activeElement).toBe(select(0));

    await uncheck('date');
    expect(select(0).value).toBe('');
    await pick(0, 'Buchhaltung');
    expect(document.querySelector<HTMLInputElement>('[data-column=date] input')?.checked).toBe(
      true,
    );

    await uncheck('end');
    await saveAs('buchhaltung');
    const [kept, ...others] = settings.settings.exportProfiles;
    expect(others).toEqual([]);
    expect(kept?.name).toBe('buchhaltung');
    expect(kept?.options.columns).not.toContain('end');

    await press('Profil „buchhaltung“ löschen');
    expect(settings.settings.exportProfiles).toEqual([]);
  });

  it('says when a profile was not kept', async () => {
    const { saveAs, dialog, settings } = await stage({
      answers: {
        'settings.change': () => {
          throw new Error('disk');
        },
      },
    });
    await saveAs('Buchhaltung');
    expect(settings.settings.exportProfiles).toEqual([]);
    expect(dialog()?.textContent).toContain(de.settings.notKept);
  });

  it('says when main cannot tell, and asks again', async () => {
    let broken = true;
    const { dialog, press, text } = await stage({
      answers: {
        'exports.prospect': () =>
          broken
            ? { ok: false, problem: { code: 'unexpected' } }
            : { ok: true, value: { outlook, folder: null } },
      },
    });
    expect(dialog()?.textContent).toContain(de.exports.notLooked);
    broken = false;
    await press(de.exports.lookAgain);
    expect(dialog()?.textContent).not.toContain(de.exports.notLooked);
    expect(text('export-outlook')).toContain('128 Sitzungen');
  });

  it('names the rule of the one client asked for, and leads to where it is changed', async () => {
    const query = { ...everything, filter: { ...everything.filter, clients: ['f-weiss'] } };
    const { text, press } = await stage({ query });
    expect(text('export-rounding')).toContain(ruleWords(noRounding, 'de'));
    expect(text('export-rounding')).not.toContain('eigene Regel');
    await press(de.exports.roundingChange);
    expect(document.body.textContent).toContain(de.rounding.title);
    expect(document.body.textContent).toContain('Weiß – eigene Regel');
  });
});
