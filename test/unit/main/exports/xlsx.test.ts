import { read, utils, type CellObject, type WorkSheet } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { xlsxWriter } from '../../../../src/main/exports/writers/xlsx/index.ts';
import { columnLetters } from '../../../../src/main/exports/writers/xlsx/cells.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { exportRow, written } from './rows.ts';

/** Reads a workbook as another program does, with its formats and formulas. */
async function workbook(rows: readonly ExportRow[], rowsPerSheet?: number) {
  const bytes = await written(xlsxWriter(rowsPerSheet), rows);
  return read(bytes, { cellFormula: true, cellNF: true, cellStyles: true });
}

type Cells = Pick<WorkSheet, '!autofilter' | '!cols' | '!ref'> & {
  readonly [place: `${Uppercase<string>}${number}`]: CellObject;
};

async function sheet(rows: readonly ExportRow[]): Promise<Cells> {
  const { Sheets, SheetNames } = await workbook(rows);
  return Sheets[SheetNames[0] ?? ''] ?? {};
}

const dayOf = (y: number, m: number, d: number): number =>
  Date.UTC(y, m - 1, d) / 86_400_000 + 25_569;

it('dates, times, durations and numbers are such, and customer numbers are text', async () => {
  const cells = await sheet([exportRow()]);
  expect(cells['B2']).toMatchObject({ t: 'n', v: dayOf(2026, 11, 23), z: 'dd\\.mm\\.yyyy' });
  expect(cells['C2']).toMatchObject({ t: 'n', z: 'hh:mm:ss', w: '14:05:09' });
  expect(cells['D2']).toMatchObject({ t: 'n', v: (15 * 3600 + 28 * 60 + 54) / 86_400 });
  expect(cells['E2']).toMatchObject({ t: 's', v: '00417' });
  expect(cells['K2']).toMatchObject({ t: 'n', v: 5025 / 86_400, z: '[h]:mm:ss', w: '1:23:45' });
  expect(cells['L2']).toMatchObject({ t: 'n', v: 83.75 });
  expect(cells['O2']).toMatchObject({ t: 'n', v: 1.5 });
  expect(cells['S2']).toMatchObject({ t: 'n', w: '23.11.2026 15:30:00' });
});

it('has a frozen head with a filter, and columns of a width of their own', async () => {
  const cells = await sheet([exportRow(), exportRow()]);
  expect(cells['A1']).toMatchObject({ v: 'Sitzungs-ID' });
  expect(cells['!autofilter']).toEqual({ ref: 'A1:S3' });
  expect(cells['!cols']?.[9]?.width).toBeGreaterThan(30);
  const bytes = await written(xlsxWriter(), [exportRow()]);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
});

it('sums what is shown: each value is rounded before it is added up', async () => {
  const third = exportRow({ billableMs: 20 * 60_000 });
  const cells = await sheet([third, third, third]);
  expect(cells['O2']).toMatchObject({ v: 0.33 });
  expect(cells['O5']).toMatchObject({ f: 'SUBTOTAL(109,O2:O4)' });
  expect(cells['O5']?.v).toBeCloseTo(0.99, 9);
  expect(cells['K5']).toMatchObject({ f: 'SUBTOTAL(109,K2:K4)', w: '4:11:15' });
  expect(cells['A5']).toMatchObject({ v: 'Summe' });
});

it('a formula in a name stays text', async () => {
  const cells = await sheet([exportRow({ name: '=HYPERLINK("http://x")' })]);
  expect(cells['J2']).toMatchObject({ t: 's', v: '=HYPERLINK("http://x")' });
  expect(cells['J2']?.f).toBeUndefined();
});

it.each([
  ['<b>&amp;"\'', '<b>&amp;"\''],
  ['_x0041_ stays', '_x0041_ stays'],
  ['a\u0000b\u001f', 'a\ufffdb\ufffd'],
  ['half \ud83d', 'half \ufffd'],
  ['  spaces  ', '  spaces  '],
  ['two\nlines', 'two\nlines'],
])('the name %j comes back', async (name, back) => {
  expect((await sheet([exportRow({ name })]))['J2']?.v).toBe(back);
});

it('a name longer than a cell can hold is cut with a sign of it', async () => {
  const { v } = (await sheet([exportRow({ name: 'x'.repeat(40_000) })]))['J2'] ?? {};
  expect(String(v)).toHaveLength(32_767);
  expect(String(v).endsWith('…')).toBe(true);
});

it('more rows than a sheet can have go on in further sheets', async () => {
  const rows = Array.from({ length: 7 }, (_, at) => exportRow({ id: `s${at}` }));
  const { SheetNames, Sheets } = await workbook(rows, 3);
  expect(SheetNames).toEqual(['Sitzungen', 'Sitzungen 2', 'Sitzungen 3']);
  const ids = SheetNames.flatMap((name) =>
    utils
      .sheet_to_json<readonly string[]>(Sheets[name] ?? {}, { header: 1 })
      .slice(1, -1)
      .map(([id]) => id),
  );
  expect(ids).toEqual(rows.map(({ id }) => id));
});

it('a session that runs leaves its cells empty, and no session leaves a head', async () => {
  const running = exportRow({ finishedAt: null, measuredMs: null, billableMs: null });
  const cells = await sheet([running]);
  expect(cells['D2']).toBeUndefined();
  expect(cells['K2']).toBeUndefined();
  expect((await sheet([]))['!ref']).toBe('A1:S1');
});

it('letters of columns', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});
