import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type CellObject } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writers } from '../../../../src/main/exports/index.ts';
import { tableParts } from '../../../../src/main/exports/writers/clipboard.ts';
import type { ExportColumn } from '../../../../src/shared/exports/columns.ts';
import { exportColumns } from '../../../../src/shared/exports/columns.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { findLibreOffice, toWorkbooks } from '../../../support/libreoffice.ts';
import { exportRow, written } from '../../../unit/main/exports/rows.ts';

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)'];
const names = [...formulas, 'Grüße aus Łódź, „ß“ €', 'a;b,c\t"d"', 'zwei\nZeilen', '<b>&amp;</b>'];
const minute = 60_000;

/** As many as LibreOffice reads at ease, each with something of its own. */
const rows: readonly ExportRow[] = Array.from({ length: 1500 }, (_, at) =>
  exportRow({
    id: `s${at}`,
    name: names[at % names.length] ?? '',
    clientNumber: String(at).padStart(5, '0'),
    startedAt: Date.UTC(2026, 0, 1) + at * 317 * minute,
    finishedAt: Date.UTC(2026, 0, 1) + at * 317 * minute + 5_025_000,
    measuredMs: at === 7 ? 100 * 60 * minute : 5_025_000,
    billableMs: at * minute,
  }),
);

/** Cells of one sheet, by column and row of the data. */
type Cells = (column: ExportColumn, row: number) => CellObject | undefined;

interface Opened {
  readonly cell: Cells;
  /** Rows with anything in them, the head among them. */
  readonly rows: number;
}

function opened(path: string): Opened {
  const { Sheets, SheetNames } = read(readFileSync(path), { cellFormula: true, cellNF: true });
  const sheet = Sheets[SheetNames[0] ?? ''] ?? {};
  return {
    cell(column, row) {
      const place = utils.encode_cell({ c: exportColumns.indexOf(column), r: row + 1 });
      return sheet[place] as CellObject | undefined;
    },
    rows: utils.sheet_to_json(sheet, { header: 1, blankrows: false }).length,
  };
}

const serialOf = (utc: number): number => utc / 86_400_000 + 25_569;
/** Berlin in winter. */
const local = (row: number): number => serialOf((rows[row]?.startedAt ?? 0) + 60 * minute);

/** What every one of them has to be, once it is opened. */
function expectFigures({ cell }: Opened): void {
  for (const row of [0, 7, 40]) {
    expect(cell('date', row)?.t).toBe('n');
    expect(cell('date', row)?.v).toBe(Math.floor(local(row)));
    expect(cell('start', row)?.t).toBe('n');
    expect(cell('start', row)?.v).toBeCloseTo(local(row) % 1, 9);
    expect(cell('measured', row)?.v).toBeCloseTo((rows[row]?.measuredMs ?? 0) / 86_400_000, 9);
    expect(cell('billableMinutes', row)).toMatchObject({ t: 'n', v: row });
    expect(cell('updated', row)?.t).toBe('n');
  }
}

/** @param sign what stands before a text that would be a formula */
function expectNames({ cell }: Opened, sign: string): void {
  for (const [row, name] of names.entries()) {
    const { t, v, f } = cell('name', row) ?? {};
    expect(f).toBeUndefined();
    expect(t).toBe('s');
    // HTML knows no tabs.
    const told = String(v).replace(/\r?\n/g, '\n');
    const meant = formulas.includes(name) ? sign + name : name;
    expect([meant, meant.replace('\t', ' ')]).toContain(told);
  }
  expect(cell('client', 0)?.v).toBe('Müller & Söhne');
}

describe.runIf(findLibreOffice() !== null)('LibreOffice opens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tagwerk-office-'));
  let german: Opened;
  let strict: Opened;
  let workbook: Opened;
  let pasted: Opened;

  beforeAll(async () => {
    const out = join(folder, 'out');
    mkdirSync(out);
    const put = (name: string, content: string | Buffer): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const one = put('german.csv', await written(writers['csv-excel'], rows));
    const two = put('strict.csv', await written(writers.csv, rows));
    const three = put('workbook.xlsx', await written(writers.xlsx, rows));
    const copied = tableParts(await written(writers.clipboard, rows));
    const four = put('pasted.html', copied.html);
    const profile = join(folder, 'profile');
    const convert = async (files: readonly string[], filter?: string) =>
      (
        await toWorkbooks({ files, folder: out, profile, ...(filter !== undefined && { filter }) })
      ).map(opened);
    // Semicolons, UTF-8, German, dates recognised, and the customer number as text, as the dialog offers it.
    const asGerman = 'Text - txt - csv (StarCalc):59,34,76,1,5/2,1031,false,true';
    const numberAsText = 'Text - txt - csv (StarCalc):44,34,76,1,5/2,1033,false,true';
    [german] = (await convert([one], asGerman)) as [Opened];
    [strict] = (await convert([two], numberAsText)) as [Opened];
    [workbook] = (await convert([three])) as [Opened];
    [pasted] = (await convert([four], 'HTML (StarCalc)')) as [Opened];
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the CSV for a German Excel: every row, dates, decimals, umlauts and leading zeros', () => {
    expect(german.rows).toBe(rows.length + 1);
    expectFigures(german);
    expectNames(german, "'");
    expect(german.cell('clientNumber', 7)).toMatchObject({ t: 's', v: '00007' });
    expect(german.cell('billableHours', 40)).toMatchObject({ t: 'n', v: 0.67 });
  });

  it('the CSV of RFC 4180: every row, and names that are no formulas', () => {
    expect(strict.rows).toBe(rows.length + 1);
    expectNames(strict, "'");
    expect(strict.cell('clientNumber', 7)).toMatchObject({ t: 's', v: '00007' });
    expect(strict.cell('billableHours', 40)).toMatchObject({ t: 'n', v: 0.67 });
    expect(strict.cell('date', 0)?.v).toBe(Math.floor(local(0)));
  });

  it('the workbook: every row and its sums, with real dates, durations and numbers', () => {
    expect(workbook.rows).toBe(rows.length + 2);
    expectFigures(workbook);
    expectNames(workbook, '');
    expect(workbook.cell('clientNumber', 7)).toMatchObject({ t: 's', v: '00007' });
    const minutes = rows.reduce((sum, { billableMs }) => sum + (billableMs ?? 0) / minute, 0);
    const total = workbook.cell('billableMinutes', rows.length);
    expect(total).toMatchObject({ v: minutes, f: `SUBTOTAL(109,N2:N${rows.length + 1})` });
    expect(workbook.cell('measured', 7)?.w).toBe('100:00:00');
  });

  it('what is pasted: every row, with the same types', () => {
    expect(pasted.rows).toBe(rows.length + 1);
    expectFigures(pasted);
    expectNames(pasted, "'");
    expect(pasted.cell('clientNumber', 7)).toMatchObject({ t: 's', v: '00007' });
  });
});
