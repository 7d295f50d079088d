import { flushPromises } from '@vue/test-utils';
import AppRoot from '../../../src/renderer/app.vue';
import type { HistoryQuery } from '../../../src/shared/history/query.ts';
import { answering, type Answers } from './harness/answering.ts';
import { mountOn } from './mount-page.ts';

/** The whole program turned to the history, on a main that holds a day and the week before it. */
export async function stageHistory(
  state = 'full',
  { language = 'de', answers = {} }: { language?: 'de' | 'en'; answers?: Answers } = {},
) {
  const { around, requests } = answering(answers);
  const all = await mountOn(AppRoot, { state, language, around });
  await all.router.push('/history');
  await flushPromises();
  const { page, bridge, router } = all;
  const field = () => page.get<HTMLInputElement>('[role="search"] input');
  return {
    ...all,
    requests,
    field,
    type: async (text: string) => {
      await field().setValue(text);
      await flushPromises();
    },
    key: async (key: string, more: KeyboardEventInit = {}, target: EventTarget = window) => {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        cancelable: true,
        ...more,
      });
      target.dispatchEvent(event);
      await flushPromises();
      return event.defaultPrevented;
    },
    lines: () => page.findAll('[data-line]'),
    found: () => page.get('[data-test="found"]').text(),
    texts: () =>
      bridge.asked
        .filter(({ name }) => name === 'history.search')
        .map(({ request }) => (request as HistoryQuery).filter.text),
    button: (text: string) => page.findAll('button').find((each) => each.text() === text),
    query: () => router.currentRoute.value.query,
  };
}
