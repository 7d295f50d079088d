import ExcelJS from 'exceljs';
import { Database } from '../../../src/main/history/store/database.ts';
import { exportColumns } from '../../../src/shared/exports/columns.ts';
import { input } from '../children.ts';
import { cpuOfAsync } from '../history/clock.ts';
import type { RivalAsked, RivalFigures } from './stringify-child.ts';

/** The rival: exceljs as it streams, over the same cells, with a frozen head and a filter. */
const { plain, out } = await input<RivalAsked>();
const cpuMs = await cpuOfAsync(async () => {
  const db = new Database(plain);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: out });
  const sheet = workbook.addWorksheet('Sessions', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = exportColumns.map((key) => ({ header: key, key, width: 20 }));
  for (const row of db.prepare<[], readonly string[]>('SELECT * FROM cells').raw().iterate())
    sheet.addRow(row).commit();
  sheet.commit();
  await workbook.commit();
  db.close();
});
const figures: RivalFigures = { cpuMs, peak: process.resourceUsage().maxRSS * 1024 };
process.send?.(figures);
