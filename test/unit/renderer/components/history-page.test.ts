import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import SearchHelp from '../../../../src/renderer/components/search-help.vue';
import de from '../../../../src/renderer/locales/de.json';
import { someResult } from '../harness/found.ts';
import { stageHistory } from '../history-page-stage.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);
// Without a layout there is no room for a single line.
beforeEach(() => vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600));
afterEach(() => vi.restoreAllMocks());

describe('the search', () => {
  it('shows what was found, how much that is, and where it matches', async () => {
    const { type, lines, found, page, query } = await stageHistory();
    expect(found()).toBe('12');
    await type('ÄRZTE');
    expect(found()).toBe('2');
    expect(lines()).toHaveLength(2);
    expect(page.findAll('mark').map((mark) => mark.text())).toEqual(['Ärzte', 'Ärzte']);
    expect(page.get('[data-test="measured"]').text()).toBe('0:44');
    expect(query()).toEqual({ text: 'ÄRZTE' });
  });

  it('is led to by Ctrl+F and "/", but not out of a field', async () => {
    const { key, field, page } = await stageHistory();
    const elsewhere = page.get<HTMLElement>('[role="grid"]').element;
    elsewhere.focus();
    expect(await key('f', { ctrlKey: true }, elsewhere)).toBe(true);
    expect(document.activeElement).toBe(field().element);
    expect(await key('/', {}, field().element)).toBe(false);
    elsewhere.focus();
    expect(await key('/', { shiftKey: true }, elsewhere)).toBe(true);
    expect(document.activeElement).toBe(field().element);
    expect(await key('f', {}, elsewhere)).toBe(false);
  });

  it('is cleared by Escape and by its button', async () => {
    const { type, key, field, page, found } = await stageHistory();
    await type('ärzte');
    expect(await key('Escape', {}, field().element)).toBe(true);
    expect(field().element.value).toBe('');
    expect(found()).toBe('12');
    expect(await key('Escape', {}, field().element)).toBe(false);
    await type('ärzte');
    await page.get(`[aria-label="${de.search.clear}"]`).trigger('click');
    expect(field().element.value).toBe('');
    expect(document.activeElement).toBe(field().element);
  });

  it('leads on into the list', async () => {
    const { key, field, page } = await stageHistory();
    await key('ArrowDown', {}, field().element);
    expect(document.activeElement).toBe(page.get('[role="grid"]').element);
  });

  it('says what it did not understand', async () => {
    const { type, page } = await stageHistory();
    await type('foo:bar von:31.2. min:lang');
    const text = page.text();
    expect(text).toContain('„foo:bar“ ist kein Suchwort');
    expect(text).toContain('„von:31.2.“ nennt kein Datum');
    expect(text).toContain('„min:lang“ nennt keine Dauer');
    await type(Array.from({ length: 9 }, (_, index) => `abc${'x'.repeat(index)}:1`).join(' '));
    expect(page.text()).toContain('Und noch 6 Hinweise.');
  });

  it('takes no more than a search holds, and says so', async () => {
    const { type, field, page, texts } = await stageHistory();
    await type('ä'.repeat(10_050));
    expect(field().element.value).toHaveLength(10_000);
    expect(texts().at(-1)).toHaveLength(10_000);
    expect(page.get('[role="alert"]').text()).toBe(de.search.cut);
    await type('ä');
    expect(page.text()).not.toContain(de.search.cut);
  });

  it.each([
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['half of a character', 'a\ud83d b'],
    ['text from right to left', '‏مكتب‏ \u202Egnp.exe'],
    ['markup', '<img src=x onerror=alert(1)> {{ 1 + 1 }} @:app.name | {n}'],
    ['a regular expression', '(a+)+$ [^'],
    ['SQL', "'; DROP TABLE sessions; --"],
    ['quotes that nobody closes', '"kunde: -"'],
  ])('takes %s as text', async (_, text) => {
    const { type, page, texts, field } = await stageHistory('hostile');
    await type(text);
    expect(texts().at(-1)).toBe(text.toWellFormed());
    expect(field().element.value).toBe(text.toWellFormed());
    expect(page.find('main img').exists()).toBe(false);
    expect(page.text()).not.toContain(de.found.unreadable);
  });
});

it('explains what can be typed, with the words of both languages', async () => {
  for (const language of ['de', 'en'] as const) {
    const { page } = await mountOn(SearchHelp, { language });
    for (const word of ['client:', 'from:', 'min:10m', 'kunde:', 'rechnung:', '-test'])
      expect(page.text()).toContain(word);
  }
});

describe('what was found', () => {
  it('opens beside the list, and back leads out of it again', async () => {
    const { lines, page, router, query } = await stageHistory();
    await lines()[0]?.trigger('click');
    await flushPromises();
    expect(page.get('aside h2').text()).toBe('Umzug Postfach');
    expect(query()['session']).toMatch(/^session-/);
    router.back();
    await vi.waitFor(() => expect(page.find('aside').exists()).toBe(false));
  });

  it('is reached again by Escape from the session', async () => {
    const { lines, page, key } = await stageHistory();
    await lines()[0]?.trigger('click');
    await flushPromises();
    await key('Escape', {}, page.get('aside h2').element);
    await flushPromises();
    expect(page.find('aside').exists()).toBe(false);
    expect(document.activeElement).toBe(page.get('[role="grid"]').element);
  });

  it('is copied, and how much of it told', async () => {
    const { page, key } = await stageHistory();
    const grid = page.get('[role="grid"]').element;
    await key('a', { ctrlKey: true }, grid);
    await key('c', { ctrlKey: true }, grid);
    expect(page.get('[data-test="noted"]').text()).toBe('12 Zeilen kopiert.');
  });

  it('says so where the clipboard does not take it', async () => {
    const { page, key } = await stageHistory('full', {
      answers: { 'history.copyRows': () => ({ ok: false, problem: { code: 'unexpected' } }) },
    });
    await key('c', { ctrlKey: true }, page.get('[role="grid"]').element);
    expect(page.get('[data-test="noted"]').text()).toBe(de.found.copyFailed);
  });

  it('is narrowed by what is clicked in the charts', async () => {
    const { page, query } = await stageHistory('full', {
      answers: { 'history.search': () => ({ ok: true, value: someResult }) },
    });
    await page.findAll('button.bar').at(-1)?.trigger('click');
    await page.get('.clients button.line').trigger('click');
    await page.findAll('.technicians button.line')[1]?.trigger('click');
    await flushPromises();
    expect(query()).toEqual({
      period: '2026-11-23..2026-11-23',
      clients: ['f-mueller'],
      technicians: [''],
    });
  });

  it('is grouped and sorted by the address', async () => {
    const { page, query } = await stageHistory();
    await page.get('select').setValue('week');
    await page.get('[role="columnheader"].date').trigger('click');
    await flushPromises();
    expect(query()).toEqual({ group: 'week', sort: 'date' });
  });

  it('can do without its charts, also next time', async () => {
    const { page, bridge } = await stageHistory();
    const toggle = page.get(`[aria-label="${de.found.charts}"]`);
    expect(page.find('.charts').exists()).toBe(true);
    await toggle.trigger('click');
    await flushPromises();
    expect(page.find('.charts').exists()).toBe(false);
    expect(bridge.asked.at(-1)?.request).toEqual({ historyCharts: false });
  });
});

it('turning back to the page finds it as it was left', async () => {
  const { type, key, field, router } = await stageHistory();
  await type('ärzte');
  await key('1', { ctrlKey: true });
  expect(router.currentRoute.value.name).toBe('today');
  await key('2', { ctrlKey: true });
  expect(field().element.value).toBe('ärzte');
});
