import { describe, expect, it } from 'vitest';
import { recordWriter } from '../../../../src/main/exports/record/index.ts';
import { noRounding } from '../../../../src/shared/billing/rule.ts';
import { letterhead, manyRows, recordFrame, recordOf } from './record-page.ts';
import { exportRow, written } from './rows.ts';

const minute = 60_000;

/** The cells of each row, without markup. */
function cellsOf(html: string): string[][] {
  return [...html.matchAll(/<tr><td>(.*?)<\/td><\/tr>/g)].map(([, cells = '']) =>
    cells.split(/<\/td><td[^>]*>/).map((cell) => cell.replace(/<[^>]+>/g, '')),
  );
}

/** Minutes of `3:24`. */
function minutesOf(text: string): number {
  const [hours = 0, rest = 0] = text.split(':').map(Number);
  return hours * 60 + rest;
}

describe('a service record', () => {
  it('has the own company’s imprint as letterhead', () => {
    const { html } = recordOf(manyRows(3));
    for (const line of ['Königstraße IT GmbH', 'Königstraße 1', '21335 Lüneburg'])
      expect(html).toContain(`<bdi>${line}</bdi>`);
    expect(html).toContain('Telefon <bdi>+49 4131 8925593</bdi>');
    expect(html).toContain('E-Mail <bdi>info@koenigstrasse-it.example</bdi>');
    expect(html).toContain('USt-IdNr. <bdi>DE136695976</bdi>');
    expect(html).not.toContain('<img');
    const picture = 'data:image/png;base64,iVBORw0KGgo=';
    expect(recordOf([], { letterhead: { ...letterhead, picture } }).html).toContain(
      `<img src="${picture}"`,
    );
    expect(recordOf([], { letterhead: null }).html).not.toContain('class="head"');
  });

  it('names the client, its number with leading zeros, and the period', () => {
    const { html } = recordOf(manyRows(3));
    expect(html).toContain(
      '<title>Leistungsnachweis Müller &amp; Söhne GmbH, November 2026</title>',
    );
    expect(html).toContain('<bdi>Müller &amp; Söhne GmbH</bdi>');
    expect(html).toContain('Kundennummer <bdi>00417</bdi>');
    expect(html).toContain('<dd>November 2026</dd>');
    expect(recordOf([], { client: null }).html).toContain('<p class="client">Ohne Kunde</p>');
  });

  it.each([
    [{ from: '2026-11-02', to: '2026-11-15' }, '2.–15. November 2026'],
    [{ from: '2026-10-01', to: '2026-11-30' }, '1. Oktober–30. November 2026'],
    [{ from: null, to: null }, '2.–3. November 2026'],
    [{ from: null, to: '2026-11-30' }, '2.–30. November 2026'],
  ])('of the days %j says %s', (period, words) => {
    expect(recordOf(manyRows(4), { period }).html.replaceAll('\u2009', '')).toContain(
      `<dd>${words}</dd>`,
    );
  });

  it('has a row with date, start, end, technician, computer, activity and duration h:mm', () => {
    const [cells] = cellsOf(recordOf([exportRow({ billableMs: 5_025_000 })]).html);
    expect(cells).toEqual([
      '23.11.2026',
      '14:05',
      '15:28',
      'Jana Öztürk',
      'PC-EMPFANG',
      'Drucker',
      '1:24',
      '1:24',
    ]);
  });

  it('keeps measured and billable time apart where they differ', () => {
    const { html } = recordOf([exportRow({ measuredMs: 16 * minute, billableMs: 30 * minute })]);
    expect(html).toContain('Abrechenbar</th>');
    expect(cellsOf(html)[0]?.slice(6)).toEqual(['0:16', '0:30', '0:30']);
    expect(recordOf([exportRow({ measuredMs: 5, billableMs: 5 })]).html).not.toContain(
      'Abrechenbar</th>',
    );
  });

  it('sums are those of the displayed values, per day and in total', () => {
    // Three times 29.6 s: 0:00 each, and so 0:00 together, where the whole would be 0:01.
    const short = Array.from({ length: 3 }, (_, at) =>
      exportRow({ id: `${at}`, measuredMs: 29_600, billableMs: 29_600 }),
    );
    expect(recordOf(short).html).toContain('<td class="n">0:00</td><td></td></tr></tbody>');

    const { html } = recordOf(manyRows(70));
    const rows = cellsOf(html);
    const days = new Map<string, number>();
    let total = 0;
    for (const cells of rows) {
      const [date = '', , , , , , , billable = ''] = cells;
      days.set(date, (days.get(date) ?? 0) + minutesOf(billable));
      total += minutesOf(billable);
    }
    const sums = rows.flatMap(([date = '', ...cells]) =>
      cells[7] === '' ? [] : [[date, minutesOf(cells[7] ?? '')] as const],
    );
    expect(sums).toEqual([...days]);
    expect(html).toContain(
      `<td class="n">${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}</td><td></td></tr></tbody>`,
    );
  });

  it('says the rounding rule in words', () => {
    const rule = { ...noRounding, mode: 'up', step: 15, per: 'clientDay', minimum: 15 } as const;
    expect(recordOf([], { rule }).html).toContain(
      'Aufrunden auf 15 Minuten je Kunde und Tag, mindestens 15 Minuten. Was gemeinsam gerundet wird',
    );
    expect(recordOf([], { rule: noRounding }, 'en').html).toContain('Not rounded: billable is');
  });

  it('has a document id, an “as of” time and page x of y', () => {
    const { html, css } = recordOf(manyRows(3));
    expect(html).toContain('<dd>TW-20261125-42-7K3F</dd>');
    expect(html).toContain('<dt>Stand</dt><dd>25.11.2026, 17:41</dd>');
    expect(css).toContain('"Leistungsnachweis TW-20261125-42-7K3F"');
    expect(css).toContain('"Seite " counter(page) " von " counter(pages)');
    expect(recordOf([], {}, 'en').css).toContain('"Page " counter(page) " of " counter(pages)');
  });

  it('has lines for place, date and signature', () => {
    const { html } = recordOf(manyRows(3));
    expect(html.match(/<p>Ort, Datum<\/p>/g)).toHaveLength(2);
    expect(html).toContain('<p>Unterschrift Techniker</p><p>Unterschrift Kunde</p>');
  });

  it('marks rows that still run or still change as provisional, and them alone', () => {
    const running = exportRow({
      finishedAt: null,
      measuredMs: null,
      billableMs: null,
      isProvisional: true,
    });
    const { html } = recordOf([exportRow({ id: 'b' }), running]);
    const [firm, open] = cellsOf(html);
    expect(firm?.[5]).toBe('Drucker');
    expect(open?.slice(2)).toEqual([
      'läuft',
      'Jana Öztürk',
      'PC-EMPFANG',
      'Drucker vorläufig',
      '–',
      '–',
      '1:30',
    ]);
    expect(html).toContain('Was läuft, zählt in keiner Summe');
    const all = recordOf([exportRow()], { serverStillLoading: true }).html;
    expect(all).toContain('Vorläufiger Stand');
    expect(recordOf([exportRow()]).html).not.toMatch(/vorläufig/i);
  });

  it('shows a session past midnight with the day it ended on, and counts it to the one it began on', () => {
    const late = exportRow({
      startedAt: Date.UTC(2026, 10, 23, 22, 30),
      finishedAt: Date.UTC(2026, 10, 24, 0, 10),
    });
    const { html } = recordOf([late]);
    expect(cellsOf(html)[0]?.slice(0, 3)).toEqual(['23.11.2026', '23:30', '01:1024.11.2026']);
    expect(html).toContain('Eine Sitzung über Mitternacht zählt zu dem Tag');
  });

  it('shows whatever strangers chose as text', () => {
    const name = `</td></table><script>alert(1)</script>"'&\u202E\u0000\uD800`;
    const { html } = recordOf([exportRow({ name, computerName: name, technicians: [name] })], {
      client: { name, number: name },
      letterhead: { ...letterhead, name, address: [name], picture: `"><script>` },
    });
    expect(html).not.toContain('<script');
    for (const sign of ['\u202E', '\u0000', '\uD800']) expect(html).not.toContain(sign);
    expect(html.match(/<\/table>/g)).toHaveLength(1);
    expect(html).toContain('&lt;/td&gt;&lt;/table&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('is in German and in English, and says which', () => {
    expect(recordOf([]).html).toContain('<html lang="de">');
    const { html } = recordOf(manyRows(1), {}, 'en');
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1>Service record</h1>');
    expect(html).toContain('<td>02/11/2026</td>');
    expect(html).toContain('1 session<');
  });

  it('is printed once, whole, and is too long for more than 4,000 rows', async () => {
    const pages: string[] = [];
    const writer = recordWriter({
      frame: recordFrame(),
      fonts: [],
      print: ({ html }) => {
        pages.push(html);
        return Promise.resolve(Buffer.from('%PDF'));
      },
    });
    expect(String(await written(writer, manyRows(5)))).toBe('%PDF');
    expect(cellsOf(pages[0] ?? '')).toHaveLength(5);
    await expect(written(writer, manyRows(5), { total: 4_001 })).rejects.toMatchObject({
      problem: { code: 'record-too-long' },
    });
    expect(pages).toHaveLength(1);
  });
});
