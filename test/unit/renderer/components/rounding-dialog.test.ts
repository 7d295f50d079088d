import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import en from '../../../../src/renderer/locales/en.json';
import { noRounding } from '../../../../src/shared/billing/rule.ts';
import { ruleWords } from '../../../../src/shared/billing/rule-words.ts';
import { noFilter } from '../../../../src/shared/history/query.ts';
import { later } from '../harness/answering.ts';
import { everything, someResult } from '../harness/found.ts';
import {
  buttonOf,
  hours,
  quarter,
  stageRounding,
  tenths,
  type Shown,
} from '../harness/rounding.ts';

enableAutoUnmount(afterEach);

describe('the dialog of rounding', () => {
  it('begins with the rule for all, in words, and what it comes to', async () => {
    const { text, requests, find } = await stageRounding();
    expect(text('rule')).toBe('Aufrunden auf 15 Minuten je Sitzung.');
    expect(text('preview')).toBe('Hebt 41:00 Std. auf 44:30 Std.');
    expect(requests('history.previewRule')).toEqual([
      { query: everything, client: null, rule: quarter },
    ]);
    expect(find('[role="dialog"]').textContent).toContain(de.rounding.lead);
  });

  it('marks clients with a rule of their own, also those the search does not show', async () => {
    const { find } = await stageRounding();
    const options = [...find('select').querySelectorAll('option')];
    expect(options.map((option) => option.textContent.trim())).toEqual([
      de.rounding.all,
      'Müller & Söhne (Nr. 00417)',
      'Weiß – eigene Regel',
      'Kunde f-old – eigene Regel',
    ]);
  });

  it('shows a client’s own rule, and the one for all where there is none', async () => {
    const { choose, text, requests } = await stageRounding();
    await choose('f-weiss');
    expect(text('rule')).toBe('Runden auf 6 Minuten je Kunde und Tag, mindestens 12 Minuten.');
    expect(requests('history.previewRule').at(-1)).toMatchObject({
      client: 'f-weiss',
      rule: tenths,
    });
    await choose('f-mueller');
    expect(text('rule')).toBe('Aufrunden auf 15 Minuten je Sitzung.');
    expect(buttonOf(de.rounding.back)).toBeUndefined();
  });

  it('begins with the client that the search is about', async () => {
    const filter = { ...noFilter, clients: ['f-weiss'] };
    const { find } = await stageRounding({ query: { ...everything, filter } });
    expect(find<HTMLSelectElement>('select').value).toBe('f-weiss');
  });

  it('counts anew with each change, and says all of the rule', async () => {
    const { pick, type, text, requests } = await stageRounding();
    await pick('mode', 'down');
    await pick('step', '30');
    await type(de.rounding.minimum, '1');
    await type(de.rounding.mergeGap, '15');
    expect(text('rule')).toBe(
      'Abrunden auf 30 Minuten je Sitzung, mindestens 1 Minute; Pausen bis 15 Minuten gehören zum Besuch.',
    );
    await pick('per', 'clientDay');
    expect(requests('history.previewRule').at(-1)).toMatchObject({
      rule: { mode: 'down', step: 30, minimum: 1, per: 'clientDay', mergeGap: 15 },
    });
    expect(requests('history.previewRule')).toHaveLength(6);
  });

  it('counts anew for another result', async () => {
    const { result, requests } = await stageRounding();
    result.value = { ...someResult, result: 2 };
    await flushPromises();
    expect(requests('history.previewRule')).toHaveLength(2);
  });

  it('says in English too whether billable time rises, falls or stays', async () => {
    const answers = [hours(2, 3), hours(3, 2), hours(2, 2)];
    const { text, pick, type } = await stageRounding({
      language: 'en',
      answers: { 'history.previewRule': () => answers.shift() ?? hours(0, 0) },
    });
    expect(text('rule')).toBe('Round up to 15 minutes per session.');
    expect(text('preview')).toBe('Raises 2:00 h to 3:00 h');
    await pick('mode', 'down');
    expect(text('preview')).toBe('Lowers 3:00 h to 2:00 h');
    await pick('mode', 'off');
    expect(text('preview')).toBe('Changes nothing: 2:00 h stay billable');
    expect(text('rule')).toBe(ruleWords(noRounding, 'en'));
    await type(en.rounding.minimum, '15');
    expect(text('rule')).toBe('No rounding, at least 15 minutes per session.');
  });

  it('shows what the rule of last came to, whichever answer comes last', async () => {
    const slow = later<Shown>();
    const answers = [slow.promise, Promise.resolve(hours(1, 2))];
    const { text, pick } = await stageRounding({
      answers: { 'history.previewRule': () => answers.shift() ?? hours(0, 0) },
    });
    await pick('step', '60');
    slow.give(hours(7, 8));
    await flushPromises();
    expect(text('preview')).toBe('Hebt 1:00 Std. auf 2:00 Std.');
  });

  it('takes no number that is none', async () => {
    const { type, requests, button, find } = await stageRounding();
    const before = requests('history.previewRule').length;
    for (const wrong of ['', '-5', '1.5', '1441', '1e3', 'zehn']) {
      await type(de.rounding.minimum, wrong);
      expect(find('[aria-invalid="true"]')).toBeTruthy();
      expect(button(de.rounding.save)?.disabled).toBe(true);
    }
    expect(requests('history.previewRule')).toHaveLength(before);
    await type(de.rounding.minimum, '1440');
    expect(button(de.rounding.save)?.disabled).toBe(false);
  });

  it('saves the rule, tells of it and closes', async () => {
    const { choose, pick, press, requests, open } = await stageRounding();
    await choose('f-mueller');
    await pick('mode', 'nearest');
    await press(de.rounding.save);
    expect(requests('history.setRule')).toEqual([
      { client: 'f-mueller', rule: { ...quarter, mode: 'nearest' } },
    ]);
    expect(open.value).toBe(false);
  });

  it('goes back to the rule for all, and stays open', async () => {
    const { choose, press, text, requests, open } = await stageRounding();
    await choose('f-weiss');
    await press(de.rounding.back);
    expect(requests('history.setRule')).toEqual([{ client: 'f-weiss', rule: null }]);
    expect(text('rule')).toBe('Aufrunden auf 15 Minuten je Sitzung.');
    expect(text('said')).toBe(de.rounding.isBack);
    expect(open.value).toBe(true);
    expect(buttonOf(de.rounding.back)).toBeUndefined();
  });

  it('keeps what was set up where it was not saved, with the reason', async () => {
    const { pick, press, find, text, open } = await stageRounding({
      answers: { 'history.setRule': () => ({ ok: false, problem: { code: 'disk-full' } }) },
    });
    await pick('mode', 'down');
    await press(de.rounding.save);
    expect(find('[role="dialog"] [role="alert"]').textContent).toContain(de.rounding.notSaved);
    expect(find('[role="dialog"] [role="alert"]').textContent).toContain(
      de.problem['disk-full'].what,
    );
    expect(text('rule')).toContain('Abrunden');
    expect(open.value).toBe(true);
  });

  it('cannot be used before the rules are read, and says why they are not', async () => {
    let broken = true;
    const { find, press, text, button } = await stageRounding({
      answers: {
        'history.rules': () =>
          broken
            ? { ok: false, problem: { code: 'history-damaged' } }
            : { ok: true, value: { standard: quarter, clients: {} } },
      },
    });
    expect(find('[role="alert"]').textContent).toContain(de.rounding.notRead);
    expect(button(de.rounding.save)?.disabled).toBe(true);
    broken = false;
    await press(de.rounding.retry);
    expect(text('rule')).toBe('Aufrunden auf 15 Minuten je Sitzung.');
    expect(button(de.rounding.save)?.disabled).toBe(false);
  });
});
