import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import { useSessionNotesStore } from '../../../../src/renderer/stores/session-notes.ts';
import { stagePanel } from '../harness/panel.ts';

enableAutoUnmount(afterEach);

describe('the private note', () => {
  it('says where it stays, and is saved before Escape closes the page', async () => {
    const { page, requests, closed, escape } = await stagePanel();
    expect(page.get('textarea').element.value).toBe('Passwort liegt im Tresor.');
    expect(page.text()).toContain(de.details.noteHint);
    await page.get('textarea').setValue('Neu');
    await escape();
    expect(requests('history.setNote')).toEqual([{ id: 's-1', note: 'Neu' }]);
    expect(closed).toHaveLength(1);
  });

  it('leaves an Escape to the input method it belongs to', async () => {
    const { page, closed } = await stagePanel();
    await page.get('textarea').trigger('keydown', { key: 'Escape', isComposing: true });
    await flushPromises();
    expect(closed).toEqual([]);
  });

  it('goes with its own session when another is looked at', async () => {
    const { page, id, requests } = await stagePanel();
    await page.get('textarea').setValue('Für die erste');
    id.value = 's-2';
    await flushPromises();
    expect(requests('history.setNote')).toEqual([{ id: 's-1', note: 'Für die erste' }]);
    expect(page.get('textarea').element.value).toBe('Passwort liegt im Tresor.');
  });

  it('is saved when it is left, and when the page is closed quickly', async () => {
    const { page, requests } = await stagePanel();
    await page.get('textarea').setValue('eins');
    await page.get('textarea').trigger('blur');
    await flushPromises();
    expect(page.text()).toContain(de.details.noteSaved);
    await page.get('textarea').setValue('zwei');
    page.unmount();
    await flushPromises();
    expect(requests('history.setNote')).toEqual([
      { id: 's-1', note: 'eins' },
      { id: 's-1', note: 'zwei' },
    ]);
  });

  it('stays with the reason where it could not be saved; a second Escape still closes', async () => {
    const { page, closed, escape } = await stagePanel(
      {},
      {
        answers: {
          'history.setNote': () => ({ ok: false, problem: { code: 'disk-full' } }),
        },
      },
    );
    await page.get('textarea').setValue('Wichtig');
    await escape();
    expect(closed).toEqual([]);
    expect(page.text()).toContain(de.details.noteFailed);
    expect(page.text()).toContain(de.problem['disk-full'].what);
    expect(page.get('textarea').element.value).toBe('Wichtig');
    await escape();
    expect(closed).toHaveLength(1);
    expect(useSessionNotesStore().draftOf('s-1')?.text).toBe('Wichtig');
  });
});
