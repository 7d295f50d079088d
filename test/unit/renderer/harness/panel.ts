import { flushPromises } from '@vue/test-utils';
import { h, ref, type FunctionalComponent } from 'vue';
import SessionPanel from '../../../../src/renderer/components/session-panel.vue';
import type { SessionDetails } from '../../../../src/shared/history/details.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { mountOn } from '../mount-page.ts';
import { answering, type Answers } from './answering.ts';
import { detailsOf } from './found.ts';

/** A session's page on a main that knows every session, each with these other fields. */
export async function stagePanel(
  other: Partial<SessionDetails> = {},
  { language = 'de', answers = {} }: { language?: Language; answers?: Answers } = {},
) {
  const { around, requests } = answering({
    'history.session': (id) => ({ ok: true, value: detailsOf(id, other) }),
    'history.setNote': () => ({ ok: true, value: null }),
    'app.copyText': () => true,
    ...answers,
  });
  const id = ref('s-1');
  const closed: number[] = [];
  const root: FunctionalComponent = () =>
    h(SessionPanel, { id: id.value, onClose: () => closed.push(1) });
  const stage = await mountOn(root, { language, around });
  const { page } = stage;
  return {
    ...stage,
    id,
    closed,
    requests,
    /** The value beside a name. */
    fact: (name: string) =>
      page
        .findAll('dl > div')
        .find((row) => row.get('dt').text() === name)
        ?.get('dd'),
    button: (text: string) => page.findAll('button').find((each) => each.text() === text),
    async escape() {
      await page.get('textarea').trigger('keydown', { key: 'Escape' });
      await flushPromises();
    },
  };
}
