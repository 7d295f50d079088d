import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRow } from '../../../unit/main/exports/rows.ts';
import { manyRows, recordOf } from '../../../unit/main/exports/record-page.ts';
import type { PaperApp } from './paper-app/main.ts';
import {
  bytesOf,
  fontsIn,
  infoOf,
  printed,
  startPrinter,
  textIn,
  type Printer,
} from './printing.ts';

let printer: Printer;
beforeAll(async () => {
  printer = await startPrinter();
});
afterAll(() => printer.close());

function ofApp<T extends keyof PaperApp>(name: T): Promise<PaperApp[T]> {
  return printer.app.evaluate(
    (_electron, key) => (globalThis as unknown as { paperApp: PaperApp }).paperApp[key],
    name,
  ) as Promise<PaperApp[T]>;
}

const windows = (): Promise<number> =>
  printer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

describe('a printed service record', () => {
  it('holds every row, its head on each page, and page x of y', async () => {
    const file = await printer.print(recordOf(manyRows(70)));
    const text = textIn(file);
    for (let row = 1; row <= 70; row += 1) expect(text).toContain(`(${row})`);
    const pages = Number(infoOf(file).get('Pages'));
    expect(pages).toBeGreaterThan(2);
    const sheets = text.split('\f').slice(0, pages);
    for (const [at, sheet] of sheets.entries()) {
      expect(sheet).toContain(`Seite ${at + 1} von ${pages}`);
      expect(sheet).toContain('Leistungsnachweis TW-20261125-42-7K3F');
      if (sheet.includes('(')) expect(sheet).toMatch(/Datum\s+Beginn\s+Ende\s+Techniker/);
    }
    expect(text).toMatch(/Gesamt\s+70 Sitzungen\s+51:35\s+61:00/);
  });

  it('breaks no row, and parts no total from its last row', async () => {
    // Two lines each, so that a page's end falls into one of them.
    const rows = manyRows(120).map((row, at) => ({
      ...row,
      technicians: [`Erste ${at}`, `Zweite ${at}`],
    }));
    const sheets = textIn(await printer.print(recordOf(rows))).split('\f');
    for (const at of rows.keys()) {
      const sheet = sheets.find(
        (each) => each.includes(`Erste ${at}\n`) || each.includes(`Erste ${at} `),
      );
      expect(sheet).toMatch(new RegExp(`Zweite ${at}\\b`));
    }
    expect(sheets.find((each) => each.includes('Gesamt'))).toContain('(120)');
  });

  it('is tagged, titled, on A4, in its language, with its letters in it', async () => {
    const file = await printer.print(recordOf(manyRows(3), {}, 'en'));
    const info = infoOf(file);
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Title')).toBe('Service record Müller & Söhne GmbH, November 2026');
    expect(info.get('Page size')).toMatch(/\(A4\)$/);
    expect(info.get('JavaScript')).toBe('no');
    expect(bytesOf(file)).toContain('/Lang (en)');
    const fonts = fontsIn(file);
    expect(fonts.map(({ name }) => name.replace(/^\w+\+/, '')).sort()).toEqual([
      'Inter-Regular',
      'Inter-SemiBold',
    ]);
    for (const { type, embedded } of fonts)
      expect([type, embedded]).toEqual(['CID TrueType', 'yes']);
  });

  it('shows hostile text as text, in whichever alphabet', async () => {
    const rows = [
      exportRow({
        name: '</table><script>document.title="taken"</script>',
        computerName: 'Łódź Ωμέγα Жуков',
      }),
      exportRow({
        name: '<img src="https://example.invalid/x.png">',
        computerName: 'x'.repeat(900),
      }),
    ];
    const file = await printer.print(
      recordOf(rows, { client: { name: '"}} @page { size: A5 }', number: '<b>1</b>' } }),
    );
    const text = textIn(file).replace(/\s+/g, '');
    expect(text).toContain('</table>');
    expect(text).toContain('document.title=');
    expect(text).toContain('"}}@page{size:A5}');
    expect(text).toContain('<b>1</b>');
    expect(text).toMatch(/Łódź.*Ωμέγα/s);
    expect(infoOf(file).get('Page size')).toMatch(/\(A4\)$/);
  });

  it('runs no script, fetches nothing and goes nowhere', async () => {
    const before = (await ofApp('reported')).length;
    const html = `<!doctype html><html lang="de"><head><title>before</title>
      <meta http-equiv="refresh" content="0;url=https://example.invalid/away">
      <script>document.title = 'ran'; document.documentElement.append('ran');</script></head>
      <body><p>stays</p><img src="https://example.invalid/x.png"><iframe src="app://paper/1/record.html"></iframe>
      </body></html>`;
    const file = await printer.print({ html, css: '' });
    expect(textIn(file).trim()).toBe('stays');
    const told = (await ofApp('reported')).slice(before);
    expect(told.filter((message) => message.startsWith('title'))).not.toContain('title ran');
    expect(infoOf(file).get('Title')).toBe('before');
  });

  it('leaves no window behind, and can be called off', async () => {
    await printer.print(recordOf(manyRows(3)));
    expect(await windows()).toBe(0);
    expect(await printed(printer.app, recordOf(manyRows(2_000)), 300)).toContain('AbortError');
    expect(await windows()).toBe(0);
    // And what comes after is as if nothing had been.
    expect(textIn(await printer.print(recordOf(manyRows(1))))).toContain('(1)');
  });
});
