import { join } from 'node:path';
import { median, ours, rival, sampleIn, sqliteShell, type Part } from './bench.ts';

const rounds = 3;

/** CSV: the whole way from the encrypted history to the ledger's entry, beside programs that only write cells. */
export const csv: Part = {
  sessions: 100_000,
  async run(sessions, folder) {
    const sample = await sampleIn(folder, sessions, true);
    const plain = sample.plain ?? '';
    const taken = { ours: [] as number[], shell: [] as number[], stringify: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      taken.shell.push(sqliteShell(plain, join(folder, 'shell.csv')));
      taken.ours.push((await ours(sample, 'csv', join(folder, 'ours.csv'))).cpuMs);
      taken.stringify.push((await rival('stringify', plain, join(folder, 'rival.csv'))).cpuMs);
    }
    const shared = {
      name: `CSV of ${sessions} sessions, 19 columns, with search and ledger, CPU of main and worker`,
      measured: median(taken.ours),
      unit: 'ms' as const,
    };
    return [
      {
        ...shared,
        floor: median(taken.shell),
        floorName: 'sqlite3 -csv of a plain table with the same cells',
        target: { atMost: 2.3 },
      },
      {
        ...shared,
        floor: median(taken.stringify),
        floorName: 'csv-stringify over the same cells',
        target: { timesFaster: 1.6 },
      },
    ];
  },
};
