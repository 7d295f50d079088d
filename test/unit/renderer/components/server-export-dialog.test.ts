import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { h, ref, type FunctionalComponent } from 'vue';
import ServerExportDialog from '../../../../src/renderer/components/server-export-dialog.vue';
import de from '../../../../src/renderer/locales/de.json';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import type { ServerProspect } from '../../../../src/shared/exports/server.ts';
import { answering } from '../harness/answering.ts';
import { everything } from '../harness/found.ts';
import { mountOn } from '../mount-page.ts';

enableAutoUnmount(afterEach);

type Answer = Response<'exports.serverProspect'>;

const found = (change: Partial<ServerProspect> = {}): Answer => ({
  ok: true,
  value: { formats: ['csv', 'json', 'XmlDocument'], sessions: 128, untranslated: [], ...change },
});

async function stage(answer: () => Answer) {
  const { around, requests } = answering({
    'exports.serverProspect': answer,
    'exports.run': () => ({ ok: true, value: { kind: 'cancelled' } }),
  });
  const open = ref(true);
  const root: FunctionalComponent = () =>
    h(ServerExportDialog, {
      open: open.value,
      'onUpdate:open': (is: boolean) => (open.value = is),
      query: everything,
      label: 'Weiß',
    });
  await mountOn(root, { around });
  await flushPromises();
  const button = (words: string): HTMLButtonElement => {
    const one = [...document.querySelectorAll('button')].find(
      (each) => each.textContent.trim() === words,
    );
    if (!one) throw new Error(`no button ${words}`);
    return one;
  };
  const press = async (words: string) => {
    button(words).click();
    await flushPromises();
  };
  return {
    open,
    requests,
    button,
    press,
    text: () => document.querySelector('[role=dialog]')?.textContent ?? '',
  };
}

describe("the dialog of the server's own export", () => {
  it('offers what the server can write, and asks for it', async () => {
    const { text, requests, press, open } = await stage(() => found());
    const options = [...document.querySelectorAll('option')].map(({ value }) => value);
    expect(options).toEqual(['csv', 'json', 'XmlDocument']);
    expect(text()).toContain('Hier gefunden: 128 Sitzungen.');
    expect(text()).toContain(de.exports.server.exact);
    const select = document.querySelector('select');
    if (!select) throw new Error('no formats');
    select.value = 'XmlDocument';
    select.dispatchEvent(new Event('change'));
    document.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await flushPromises();
    await press(de.exports.server.run);
    expect(requests('exports.run')).toMatchObject([
      { query: everything, label: 'Weiß', server: { format: 'XmlDocument', comments: false } },
    ]);
    expect(open.value).toBe(false);
  });

  it('names what the server cannot be told before anything is fetched', async () => {
    const { text } = await stage(() =>
      found({ sessions: 5000, untranslated: ['words', 'technicians', 'sort'] }),
    );
    expect(text()).toContain(de.exports.server.part.words);
    expect(text()).toContain(de.exports.server.part.technicians);
    expect(text()).toContain(de.exports.server.unsorted);
    expect(text()).not.toContain(de.exports.server.part.sort);
    expect(text()).not.toContain(de.exports.server.exact);
  });

  it('promises of many sessions no more than the server was told', async () => {
    const { text } = await stage(() => found({ sessions: 5000 }));
    expect(text()).toContain(de.exports.server.same);
  });

  it('fetches nothing where there is nothing', async () => {
    const { text, button } = await stage(() => found({ sessions: 0 }));
    expect(text()).toContain(de.exports.server.none);
    expect(button(de.exports.server.run).disabled).toBe(true);
  });

  it('says when pcvisit cannot be asked, and asks again', async () => {
    const answers: Answer[] = [
      { ok: false, problem: { code: 'offline', host: 'api.example.com' } },
    ];
    const { text, press, button } = await stage(() => answers.shift() ?? found());
    expect(text()).toContain(de.exports.server.failed);
    expect(button(de.exports.server.run).disabled).toBe(true);
    await press(de.exports.server.retry);
    expect(text()).toContain('128 Sitzungen');
  });
});
