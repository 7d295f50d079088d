import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h, shallowReactive, type FunctionalComponent } from 'vue';
import ViewsMenu from '../../../../src/renderer/components/views-menu.vue';
import de from '../../../../src/renderer/locales/de.json';
import { noFilter, type HistoryQuery } from '../../../../src/shared/history/query.ts';
import { defaultColumns, type SavedView } from '../../../../src/shared/history/view.ts';
import { answering, type Answers } from '../harness/answering.ts';
import { everything } from '../harness/found.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

const searched = (text: string): HistoryQuery => ({ ...everything, filter: { ...noFilter, text } });

async function stage(answers: Answers = {}) {
  const { around } = answering(answers);
  const state = shallowReactive({ query: searched('mül'), columns: defaultColumns.slice(0, 3) });
  const shown: [SavedView, boolean][] = [];
  const root: FunctionalComponent = () =>
    h(ViewsMenu, {
      ...state,
      onShow: (view: SavedView, own: boolean) => shown.push([view, own]),
    });
  const { page } = await mountOn(root, { around });
  const open = async (): Promise<void> => {
    await page.get('button').trigger('click');
    await flushPromises();
  };
  const menu = (): HTMLElement => {
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
    if (!dialog) throw new Error('It is not open.');
    return dialog;
  };
  const press = async (name: string): Promise<void> => {
    const button = [...menu().querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name,
    );
    if (!button) throw new Error(`There is no button ${name}.`);
    // What a form's button does by itself in a browser.
    if (button.type === 'submit') button.form?.dispatchEvent(new Event('submit'));
    else button.click();
    await flushPromises();
  };
  const type = async (label: string, text: string): Promise<void> => {
    const field = menu().querySelector<HTMLInputElement>(`[aria-label="${label}"]`);
    if (!field) throw new Error(`There is no field ${label}.`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await flushPromises();
  };
  const saveAs = async (name: string): Promise<void> => {
    await type(de.views.saveAs, name);
    await press(de.views.save);
  };
  const own = (): string[] =>
    [...menu().querySelectorAll(`ul[aria-label="${de.views.title}"] > li`)].map((each) =>
      each.textContent.trim(),
    );
  await open();
  return { page, state, shown, open, menu, press, type, saveAs, own };
}

describe('the menu of views', () => {
  it('saves the search with its columns under a name, and shows it again', async () => {
    const { saveAs, own, press, shown, page, state } = await stage();
    await saveAs(' Müller ');
    expect(own()).toEqual(['Müller']);
    expect(page.get('button').text()).toBe('Müller');
    state.query = searched('weiß');
    await flushPromises();
    expect(page.get('button').text()).toBe(de.views.title);
    await press('Müller');
    expect(shown).toEqual([
      [{ name: 'Müller', query: searched('mül'), columns: defaultColumns.slice(0, 3) }, true],
    ]);
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  it('renames and deletes, the latter only after it has asked', async () => {
    const { saveAs, own, press, type, menu } = await stage();
    await saveAs('Müller');
    await press('„Müller“ umbenennen');
    expect((document.activeElement as HTMLInputElement).value).toBe('Müller');
    await type(de.views.name, 'Weiß');
    await press(de.views.renameDo);
    expect(own()).toEqual(['Weiß']);
    await press('„Weiß“ löschen');
    expect(menu().textContent).toContain('„Weiß“ löschen? Sitzungen bleiben davon unberührt.');
    await press(de.views.cancel);
    expect(own()).toEqual(['Weiß']);
    await press('„Weiß“ löschen');
    await press(de.views.removeDo);
    expect(own()).toEqual([]);
    expect(menu().textContent).toContain(de.views.empty);
  });

  it('overwrites a view by its button, and by its name', async () => {
    const { saveAs, state, press, type, shown, open } = await stage();
    await saveAs('Müller');
    state.query = searched('weiß');
    await press('„Müller“ mit dieser Suche überschreiben');
    await press(de.views.overwriteDo);
    await press('Müller');
    expect(shown.at(-1)?.[0].query).toEqual(searched('weiß'));
    state.query = searched('groß');
    await open();
    await type(de.views.saveAs, 'MÜLLER');
    await press(de.views.overwriteDo);
    await press('MÜLLER');
    expect(shown.at(-1)?.[0].query).toEqual(searched('groß'));
  });

  it('offers some to begin with, which leave the columns as they are', async () => {
    const { press, shown } = await stage();
    await press('Ohne Kunde');
    expect(shown[0]?.[0].query.filter.clients).toEqual(['']);
    expect(shown[0]?.[1]).toBe(false);
  });

  it('says why a view was not saved, and keeps its name', async () => {
    const { type, press, menu } = await stage({
      'history.saveView': () => ({ ok: false, problem: { code: 'disk-full' } }),
    });
    await type(de.views.saveAs, 'Müller');
    await press(de.views.save);
    expect(menu().querySelector('[role="alert"]')?.textContent).toContain(
      de.problem['disk-full'].what,
    );
    expect(menu().querySelector<HTMLInputElement>(`[aria-label="${de.views.saveAs}"]`)?.value).toBe(
      'Müller',
    );
  });

  it('shows names as text', async () => {
    const { saveAs, own, menu } = await stage();
    const name = '<img src=x onerror=1> {n} @:app.name \u202E';
    await saveAs(name);
    expect(own()).toEqual([name.trim()]);
    expect(menu().querySelector('img')).toBeNull();
  });
});
