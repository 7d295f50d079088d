import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { Database } from '../../../src/main/history/store/database.ts';
import { exportColumns } from '../../../src/shared/exports/columns.ts';
import { input } from '../children.ts';
import { cpuOfAsync } from '../history/clock.ts';

export interface RivalAsked {
  readonly plain: string;
  readonly out: string;
}

export interface RivalFigures {
  readonly cpuMs: number;
  /** The most memory the process ever had, bytes. */
  readonly peak: number;
}

/** The rival: csv-stringify, over cells that only have to be quoted. */
const { plain, out } = await input<RivalAsked>();
const cpuMs = await cpuOfAsync(async () => {
  const db = new Database(plain);
  const rows = db.prepare<[], readonly string[]>('SELECT * FROM cells').raw().iterate();
  const columns = [...exportColumns];
  await pipeline(
    Readable.from(rows),
    stringify({ header: true, columns, record_delimiter: 'windows' }),
    createWriteStream(out),
  );
  db.close();
});
const figures: RivalFigures = { cpuMs, peak: process.resourceUsage().maxRSS * 1024 };
process.send?.(figures);
