import { join } from 'node:path';
import { median, megabyte, ours, rival, sampleIn, type Part } from './bench.ts';

const rounds = 3;

/** XLSX beside exceljs as it streams. */
export const xlsx: Part = {
  sessions: 100_000,
  async run(sessions, folder) {
    const sample = await sampleIn(folder, sessions, true);
    const mine = [];
    const other = [];
    for (let round = 0; round < rounds; round += 1) {
      mine.push(await ours(sample, 'xlsx', join(folder, 'ours.xlsx')));
      other.push(await rival('exceljs', sample.plain ?? '', join(folder, 'rival.xlsx')));
    }
    return [
      {
        name: `XLSX of ${sessions} sessions, 19 columns, with search and ledger, CPU of main and worker`,
        measured: median(mine.map(({ cpuMs }) => cpuMs)),
        floor: median(other.map(({ cpuMs }) => cpuMs)),
        floorName: 'exceljs streaming the same cells',
        unit: 'ms',
        target: { timesFaster: 5 },
      },
      {
        name: 'the same, peak memory of main and worker',
        measured: median(mine.map(({ peak }) => peak)) / megabyte,
        floor: median(other.map(({ peak }) => peak)) / megabyte,
        floorName: 'exceljs streaming the same cells',
        unit: 'MB',
        target: { atMost: 0.5 },
      },
    ];
  },
};
