import { flushPromises } from '@vue/test-utils';
import { h, ref, type FunctionalComponent } from 'vue';
import RoundingDialog from '../../../../src/renderer/components/rounding-dialog.vue';
import {
  noRounding,
  type BillingRules,
  type RoundingRule,
} from '../../../../src/shared/billing/rule.ts';
import type { Response } from '../../../../src/shared/bridge/contract.ts';
import type { HistoryQuery } from '../../../../src/shared/history/query.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { mountOn } from '../mount-page.ts';
import { answering, type Answers } from './answering.ts';
import { everything, someResult } from './found.ts';

export type Shown = Response<'history.previewRule'>;
export const quarter: RoundingRule = { ...noRounding, mode: 'up', step: 15 };
export const tenths: RoundingRule = {
  mode: 'nearest',
  step: 6,
  minimum: 12,
  per: 'clientDay',
  mergeGap: 0,
};
export const hours = (before: number, after: number): Shown => ({
  ok: true,
  value: { beforeMs: before * 3_600_000, afterMs: after * 3_600_000 },
});

interface Setting {
  readonly language?: Language;
  readonly query?: HistoryQuery;
  readonly answers?: Answers;
}

/** The dialog on a main that keeps rules for as long as the test. */
export async function stageRounding({
  language = 'de',
  query = everything,
  answers = {},
}: Setting = {}) {
  let rules: BillingRules = { standard: quarter, clients: { 'f-weiss': tenths, 'f-old': tenths } };
  const { around, requests } = answering({
    'history.rules': () => ({ ok: true, value: rules }),
    'history.previewRule': () => hours(41, 44.5),
    'history.setRule': ({ client, rule }) => {
      const others = Object.entries(rules.clients).filter(([key]) => key !== client);
      if (client === null) rules = { ...rules, standard: rule ?? noRounding };
      else
        rules = {
          ...rules,
          clients: Object.fromEntries(rule ? [...others, [client, rule]] : others),
        };
      return { ok: true, value: rules };
    },
    ...answers,
  });
  const open = ref(true);
  const asked = ref(query);
  const result = ref(someResult);
  const root: FunctionalComponent = () =>
    h(RoundingDialog, {
      open: open.value,
      'onUpdate:open': (is: boolean) => (open.value = is),
      query: asked.value,
      result: result.value,
    });
  const { page } = await mountOn(root, { language, around });
  // The dialog is put at the end of the document, outside of what was mounted.
  const find = <T extends Element>(selector: string): T => {
    const found = document.querySelector<T>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };
  const act = async (run: () => void): Promise<void> => {
    run();
    await flushPromises();
  };
  return {
    page,
    open,
    result,
    requests,
    find,
    text: (mark: string) => find(`[data-test="${mark}"]`).textContent.trim(),
    choose: (value: string) =>
      act(() => {
        const select = find<HTMLSelectElement>('select');
        select.value = value;
        select.dispatchEvent(new Event('change'));
      }),
    pick: (kind: string, value: string) =>
      act(() => {
        const radio = find<HTMLInputElement>(`input[name$="${kind}"][value="${value}"]`);
        radio.checked = true;
        radio.dispatchEvent(new Event('change'));
      }),
    type: (label: string, value: string) =>
      act(() => {
        const name = [...document.querySelectorAll('label')].find(
          (each) => each.textContent.trim() === label,
        );
        const field = document.getElementById(name?.htmlFor ?? '') as HTMLInputElement;
        field.value = value;
        field.dispatchEvent(new Event('input'));
      }),
    press: (text: string) => act(() => buttonOf(text)?.click()),
    button: buttonOf,
  };
}

export function buttonOf(text: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === text);
}
