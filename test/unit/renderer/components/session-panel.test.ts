import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import de from '../../../../src/renderer/locales/de.json';
import en from '../../../../src/renderer/locales/en.json';
import { detailsOf } from '../harness/found.ts';
import { stagePanel } from '../harness/panel.ts';

enableAutoUnmount(afterEach);

describe('a session’s page', () => {
  it('tells when, how long, and how billable time came about', async () => {
    const { fact, page } = await stagePanel();
    expect(page.get('h2').text()).toBe('Umzug Postfach');
    expect(fact(de.details.date)?.text()).toBe('Montag, 23. November 2026');
    expect(fact(de.details.span)?.text()).toBe('14:02:11–14:28:40 MEZ');
    expect(fact(de.details.measured)?.text()).toBe('0:26:29');
    expect(fact(de.details.custom)?.text()).toBe('1:25 Std.');
    expect(fact(de.details.billable)?.text()).toBe(
      'Eigene Dauer 1:25 Std., aufgerundet auf 15 Min. → 1:30 Std. Regel dieses Kunden.',
    );
  });

  it('tells how billable time came about in English, with all of the rule', async () => {
    const { fact } = await stagePanel(
      {
        customMs: null,
        ruleIsClients: false,
        rule: { mode: 'nearest', step: 5, minimum: 10, per: 'clientDay', mergeGap: 0 },
      },
      { language: 'en' },
    );
    expect(fact(en.details.billable)?.text()).toBe(
      `Measured 0:26:29, rounded to 5 min, at least 10 min → 1:30 h. ${en.details.ruleStandard} ${en.details.perClientDay}`,
    );
    expect(fact(en.details.custom)?.text()).toBe(en.details.customNone);
  });

  it('tells of one that runs what can be told', async () => {
    const { fact } = await stagePanel({ finishedAt: null, durationMs: null, measuredMs: 0 });
    expect(fact(de.details.span)?.text()).toBe('14:02:11 MEZ, läuft noch');
    expect(fact(de.details.measured)).toBeUndefined();
    expect(fact(de.details.billable)?.text()).toBe(de.details.howRunning);
  });

  it('names days where it ends on another, and zones where they differ', async () => {
    const summer = Date.UTC(2026, 9, 24, 23, 30);
    const autumn = await stagePanel({ startedAt: summer, finishedAt: summer + 2 * 3_600_000 });
    expect(autumn.fact(de.details.span)?.text()).toBe('01:30:00 MESZ – 02:30:00 MEZ');
    const night = await stagePanel({ startedAt: summer - 2 * 3_600_000, finishedAt: summer });
    expect(night.fact(de.details.span)?.text()).toBe(
      'Sa., 24.10.2026, 23:30:00 MESZ – So., 25.10.2026, 01:30:00 MESZ',
    );
  });

  it('has words for ids, and the ids behind them', async () => {
    const { fact } = await stagePanel();
    expect(fact(de.details.type)?.text()).toBe('Ad-hoc-Sitzung');
    expect(fact(de.details.type)?.attributes('title')).toBe('AdHocSessionForSupporter');
    expect(fact(de.details.invoice)?.text()).toBe('Not yet decided');
  });

  it('has everything that is known of people and the computer', async () => {
    const { fact, page } = await stagePanel();
    expect(page.text()).toContain('Jana Weiß');
    expect(fact('Extra roles')?.text()).toBe('["admin"]');
    expect(fact(de.details.hostName)?.text()).toBe('nb-gross.local');
    expect(fact(de.details.user)?.text()).toBe('Frau Groß');
    expect(fact(de.details.terms)?.text()).toBe('AGB 2026');
    expect(fact(de.details.mac)?.text()).toBe('00:11:22:33:44:55');
    expect(fact(de.details.teamViewer)).toBeUndefined();
  });

  it('tells what changed and when that was noticed', async () => {
    const { page } = await stagePanel();
    const [custom, state, finished, client] = page
      .findAll('ol > li')
      .map((line) => line.text().replaceAll(/\s+/g, ' '));
    expect(custom).toMatch(
      /^Eigene Dauer ?Bemerkt Mo\., 23\.11\.2026, 15:28:40 ?vorher ?leer ?→ ?nachher ?1:25 Std\.$/,
    );
    expect(state).toContain('Läuft');
    expect(state).toContain('Beendet');
    expect(finished).toContain('14:28:40');
    expect(client).toContain('Kanzlei Gros');
  });

  it('says so where the server has it no more, and where this machine has not', async () => {
    const vanished = await stagePanel({ vanishedAt: Date.UTC(2026, 10, 24, 8) });
    expect(vanished.page.text()).toMatch(/nicht mehr vorhanden seit .*24\.11\.2026, 09:00:00/);
    const gone = await stagePanel(
      {},
      { answers: { 'history.session': () => ({ ok: true, value: null }) } },
    );
    expect(gone.page.get('[role="alert"]').text()).toBe(de.details.gone);
    expect(gone.page.find('textarea').exists()).toBe(false);
  });

  it('says why it cannot be read, and reads again on demand', async () => {
    let broken = true;
    const { page, button } = await stagePanel(
      {},
      {
        answers: {
          'history.session': (id) =>
            broken
              ? { ok: false, problem: { code: 'history-damaged' } }
              : { ok: true, value: detailsOf(id) },
        },
      },
    );
    expect(page.text()).toContain(de.problem['history-damaged'].what);
    broken = false;
    await button(de.details.retry)?.trigger('click');
    await flushPromises();
    expect(page.get('h2').text()).toBe('Umzug Postfach');
  });

  it('copies as text everything but the note', async () => {
    const { button, requests, page } = await stagePanel();
    await button(de.details.copyText)?.trigger('click');
    await flushPromises();
    const text = String(requests('app.copyText')[0]);
    for (const part of [
      'Umzug Postfach',
      'Kunde: Kanzlei Groß (Nr. 00417)',
      'Beginn und Ende: 14:02:11–14:28:40 MEZ',
      'Jana Weiß (Techniker)',
      'Hostname: nb-gross.local',
      'Sitzungs-ID: s-1',
      'Status: Läuft → Beendet',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Tresor');
    expect(page.get('aside > [role="status"]').text()).toBe(de.details.copied);
  });

  it('copies an id, and hands the comments to main', async () => {
    const { page, button, requests, bridge } = await stagePanel();
    await page.get('[aria-label="Sitzungs-ID kopieren"]').trigger('click');
    await button(de.details.comments)?.trigger('click');
    await flushPromises();
    expect(requests('app.copyText')).toEqual(['s-1']);
    expect(bridge.asked.at(-1)).toEqual({
      name: 'app.openLink',
      request: 'https://app.pcvisit.example/comments/417',
    });
    expect(page.find('a[href]').exists()).toBe(false);
  });

  it('takes the focus to its heading when it opens, and leaves it where it is for another session', async () => {
    const { page, id } = await stagePanel();
    expect(document.activeElement).toBe(page.get('h2').element);
    page.get('textarea').element.focus();
    id.value = 's-2';
    await flushPromises();
    expect(document.activeElement).not.toBe(page.get('h2').element);
  });
});

describe('a session that strangers described', () => {
  const html = '<img src=x onerror="document.title=1">';

  it('is shown as text, whatever it holds', async () => {
    const { page } = await stagePanel({
      name: html,
      type: '__proto__',
      state: 'toString',
      zone: 'Nowhere/Land',
      startedAt: Number.MAX_SAFE_INTEGER,
      finishedAt: -Number.MAX_SAFE_INTEGER,
      updatedAt: 1e300,
      measuredMs: Number.MAX_SAFE_INTEGER,
      customMs: -5000,
      vanishedAt: 1e300,
      client: { name: '{{ 1 + 1 }} @:app.name | {n}', number: null, folderId: html },
      changes: [{ noticedAt: 1e300, field: 'constructor', before: html, after: 12 }],
      participants: [
        { name: null, email: null, technician: false, fields: [{ name: '', value: html }] },
      ],
    });
    expect(page.get('h2').text()).toBe(html);
    expect(page.text()).toContain('{{ 1 + 1 }} @:app.name | {n}');
    expect(page.find('img').exists()).toBe(false);
    expect(page.text()).toContain(de.details.nobody);
  });

  it('is cut short where a name is endless, until the rest is asked for', async () => {
    const name = '😀'.repeat(10_000);
    const { page } = await stagePanel({ name });
    const heading = page.get('h2');
    expect(heading.text().length).toBeLessThan(300);
    expect(heading.text()).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    await heading.get('button').trigger('click');
    expect(heading.text()).toContain(name);
  });
});
