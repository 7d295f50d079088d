import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { someResult } from '../harness/found.ts';
import { stageHistory } from '../history-page-stage.ts';

enableAutoUnmount(afterEach);
// Without a layout there is no room for a single line.
beforeEach(() => vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600));
afterEach(() => vi.restoreAllMocks());

describe('where there is nothing', () => {
  it('leads on by dropping what narrows it', async () => {
    const { type, page, button, found, query } = await stageHistory();
    await type('gibtesnicht');
    expect(page.text()).toContain(de.found.nothing);
    expect(page.text()).toContain('Keine der 12 Sitzungen passt.');
    expect(button(de.filters.dropAll)).toBeUndefined();
    await button(de.found.dropText)?.trigger('click');
    await flushPromises();
    expect(found()).toBe('12');
    expect(query()).toEqual({});
  });

  it.each([
    ['nothing-ever', de.found.empty],
    ['first-minute', de.found.loading],
    ['never-synced', de.found.waiting],
  ])('%s: %s', async (state, words) => {
    const { page } = await stageHistory(state);
    expect(page.get('main h2').text()).toBe(words);
  });

  it('says how far back it reaches while the first sync runs', async () => {
    const { type, page } = await stageHistory('first-sync');
    expect(page.text()).toContain('zurück bis 23. April 2026');
    await type('gibtesnicht');
    expect(page.text()).toContain('reicht bisher bis 23. April 2026 zurück');
  });

  it('says why it cannot be searched, and searches again on demand', async () => {
    let broken = true;
    const { page, button, found } = await stageHistory('full', {
      answers: {
        'history.search': () =>
          broken
            ? { ok: false, problem: { code: 'history-damaged' } }
            : { ok: true, value: someResult },
      },
    });
    expect(page.text()).toContain(de.found.unreadable);
    broken = false;
    await button(de.found.retry)?.trigger('click');
    await flushPromises();
    expect(found()).toBe('9');
    expect(page.text()).not.toContain(de.found.unreadable);
  });
});
