import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { megabyte, ours, sampleIn, type Part } from './bench.ts';
import { rowsBySheet } from './sheets.ts';

const mostRowsOfASheet = 1_048_576;

/**
 * More than a sheet can hold, as CSV and as XLSX: whole, with flat memory, and without holding up main. Fails where
 * a row is missing.
 */
export const big: Part = {
  sessions: 1_050_000,
  async run(sessions, folder) {
    const few = await sampleIn(folder, Math.ceil(sessions / 10), false);
    const many = await sampleIn(folder, sessions, false);
    const path = join(folder, 'all.csv');
    const small = await ours(few, 'csv', join(folder, 'few.csv'));
    const large = await ours(many, 'csv', path);
    const lines = await linesIn(path);
    if (lines !== sessions + 1) throw new Error(`${lines} lines for ${sessions} sessions`);

    const book = join(folder, 'all.xlsx');
    const sheets = await ours(many, 'xlsx', book);
    const rows = await rowsBySheet(book);
    // Each sheet has a head and its sums.
    const held = rows.reduce((sum, each) => sum + each - 2, 0);
    if (held !== sessions) throw new Error(`${held} rows for ${sessions} sessions`);
    if (rows.some((each) => each > mostRowsOfASheet)) throw new Error('a sheet has too many rows');
    console.log(`  whole: ${lines - 1} lines of CSV; sheets of ${rows.join(' and ')} rows`);
    const named = `export of ${sessions} sessions`;
    const fewer = `the same of ${few.sessions}`;
    return [
      {
        name: `${named} as CSV, peak memory of main and worker`,
        measured: large.peak / megabyte,
        floor: small.peak / megabyte,
        floorName: fewer,
        unit: 'MB',
        target: { atMost: 1.3 },
      },
      {
        name: `${named} as CSV, event-loop delay of main, p99`,
        measured: large.delayMs,
        floor: large.idleDelayMs,
        floorName: 'the same process, idle',
        unit: 'ms',
        target: { atMost: 3 },
      },
      {
        name: `${named} as XLSX, event-loop delay of main, p99`,
        measured: sheets.delayMs,
        floor: sheets.idleDelayMs,
        floorName: 'the same process, idle',
        unit: 'ms',
        target: { atMost: 3 },
      },
    ];
  },
};

async function linesIn(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path))
    for (const byte of chunk as Buffer) if (byte === 10) lines += 1;
  return lines;
}
