import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { createClipboardTarget } from '../../../../src/main/exports/clipboard-target.ts';
import {
  clipboardWriter,
  tableParts,
  type TableParts,
} from '../../../../src/main/exports/writers/clipboard.ts';
import type { Sheet } from '../../../../src/main/exports/writers/writer.ts';
import de from '../../../../src/renderer/locales/de.json';
import en from '../../../../src/renderer/locales/en.json';
import { mostOnClipboard } from '../../../../src/shared/exports/format.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { exportRow, written } from './rows.ts';

async function table(rows: readonly ExportRow[], changes: Partial<Sheet> = {}) {
  return tableParts(await written(clipboardWriter, rows, changes));
}

/** The cells of the HTML as a page shows them. */
function cellsIn(html: string) {
  const { document } = new Window();
  document.write(html);
  return [...document.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')]);
}

const some = ['date', 'start', 'clientNumber', 'name', 'measured', 'billableHours'] as const;

describe('a table on the clipboard', () => {
  it('is text between tabs and the same as HTML, in the language of the export', async () => {
    const german = await table([exportRow()], { columns: some });
    expect(german.text).toBe(
      'Datum\tBeginn\tKundennummer\tBezeichnung\tDauer (hh:mm:ss)\tAbrechenbar (Std.)\r\n' +
        '23.11.2026\t14:05:09\t00417\tDrucker\t01:23:45\t1,50\r\n',
    );
    const english = await table([exportRow()], { columns: some, language: 'en' });
    expect(english.text.split('\r\n')[1]).toBe(
      '2026-11-23\t14:05:09\t00417\tDrucker\t01:23:45\t1.50',
    );
    for (const { text, html } of [german, english])
      expect(cellsIn(html).map((row) => row.map((cell) => cell.textContent))).toEqual(
        text
          .split('\r\n')
          .slice(0, -1)
          .map((line) => line.split('\t')),
      );
  });

  it('says which cells are text and what numbers are, whatever the language of the program', async () => {
    const [, cells = []] = cellsIn((await table([exportRow()], { columns: some })).html);
    const [date, , client, , , hours] = cells;
    expect(client?.getAttribute('style')).toContain('mso-number-format:"\\@"');
    expect(client?.getAttribute('sdnum')).toBe('1033;0;@');
    expect(client?.getAttribute('x:num')).toBeNull();
    expect(hours?.getAttribute('x:num')).toBe('1.5');
    expect(hours?.getAttribute('sdval')).toBe('1.5');
    expect(date?.getAttribute('x:num')).toBe('46349');
    expect(date?.getAttribute('style')).toContain('mso-number-format:"dd\\.mm\\.yyyy"');
  });

  it.each(['=1+1', '+49', '-2', '@SUM(A1)', '\tx', '\rx'])(
    'neutralises a cell that would start with %j',
    async (name) => {
      const { text, html } = await table([exportRow({ name })], { columns: ['name'] });
      expect(text.split('\r\n').slice(1).join('\r\n')).toMatch(/^"?'/);
      expect(cellsIn(html)[1]?.[0]?.textContent).toMatch(/^'/);
    },
  );

  it('holds hostile names as text, in one cell each', async () => {
    const name = '</table><img src=x onerror=alert(1)>\0 "a"\tb\nc & \ud83d';
    const { text, html } = await table([exportRow({ name })], { columns: ['name', 'id'] });
    const rows = cellsIn(html);
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('\0');
    expect(rows[1]?.[0]?.textContent).toBe(
      '</table><img src=x onerror=alert(1)>\ufffd "a"\tbc & \ufffd',
    );
    expect(text.split('\r\n')[1]).toBe(
      '"</table><img src=x onerror=alert(1)>\ufffd ""a""\tb\nc & \ufffd"\ta1',
    );
  });

  it('takes so many sessions and no more, and the words name the same number', async () => {
    const total = mostOnClipboard;
    expect((await table([exportRow()], { total })).html).toContain('<tr>');
    await expect(table([], { total: total + 1 })).rejects.toMatchObject({
      problem: { code: 'clipboard-full' },
    });
    for (const [language, words] of Object.entries({ de, en }))
      expect(words.problem['clipboard-full'].what).toContain(total.toLocaleString(language));
  });
});

describe('the clipboard as a target', () => {
  const bytes = async () => [await written(clipboardWriter, [exportRow()])];

  it('is written once the table is whole, in both parts, and never before', async () => {
    const put: TableParts[] = [];
    const target = createClipboardTarget((parts) => Promise.resolve(void put.push(parts)));
    await target.open();
    for (const chunk of await bytes()) {
      await target.write(chunk.subarray(0, 9));
      await target.write(chunk.subarray(9));
    }
    const seal = await target.seal();
    expect(put).toEqual([]);
    await target.commit();
    expect(put).toEqual([await table([exportRow()])]);
    expect(seal.bytes).toBe((await bytes())[0]?.byteLength);
    expect(seal.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
