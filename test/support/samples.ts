import { Readable } from 'node:stream';
import { writers } from '../../src/main/exports/writers/index.ts';
import { exportRowOf } from '../../src/main/history/search/export-rows.ts';
import { exportColumns } from '../../src/shared/exports/columns.ts';
import { measuredMs } from '../../src/shared/worktime.ts';
import { sampleHistory } from '../bench/history/sample.ts';

/** The file of each format that is the same whenever it is made. */
const files = {
  'csv-excel': 'sessions-excel.csv',
  csv: 'sessions.csv',
  xlsx: 'sessions.xlsx',
  json: 'sessions.json',
  ics: 'sessions.ics',
} as const;

/** Twelve sessions of the sandbox's clients and technicians, in each format: file name → bytes. */
export async function madeSamples(): Promise<ReadonlyMap<string, Buffer>> {
  const sessions = [...sampleHistory(12, 'newest')].flat();
  const rows = sessions.map((session) => exportRowOf(session, measuredMs(session)));
  const made = new Map<string, Buffer>();
  for (const [format, name] of Object.entries(files)) {
    const chunks: Uint8Array[] = [];
    const sheet = {
      rows: Readable.from([rows]),
      total: rows.length,
      columns: exportColumns,
      language: format === 'csv' ? ('en' as const) : ('de' as const),
      zone: 'Europe/Berlin',
    };
    for await (const chunk of writers[format as keyof typeof files](sheet)) chunks.push(chunk);
    made.set(name, Buffer.concat(chunks));
  }
  return made;
}
