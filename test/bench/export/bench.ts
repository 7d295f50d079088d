import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { measure } from '../children.ts';
import type { Figure } from '../report.ts';
import type { Sample } from './asked.ts';
import type { OursAsked, OursFigures } from './ours-child.ts';
import type { RivalFigures } from './stringify-child.ts';

/** A part of the export's benchmark. */
export interface Part {
  /** How many sessions it is about, at most. */
  readonly sessions: number;
  /** @param folder is its own, and goes afterwards */
  run(sessions: number, folder: string): Promise<readonly Figure[]>;
}

export const megabyte = 1_000_000;

/** A history with so many sessions, and for the rivals a plain table with its cells. */
export async function sampleIn(
  folder: string,
  sessions: number,
  forRivals: boolean,
): Promise<Sample> {
  const sample: Sample = {
    sessions,
    file: join(folder, `history-${sessions}.sqlite`),
    key: randomBytes(32).toString('hex'),
    plain: forRivals ? join(folder, 'plain.sqlite') : null,
  };
  await measure('export/prepare-child.ts', sample);
  return sample;
}

/** Runs the program's own export of everything; fails where not all of it was written. */
export async function ours(
  { file, key, sessions }: Sample,
  format: OursAsked['format'],
  out: string,
): Promise<OursFigures> {
  const asked: OursAsked = { file, key, format, out };
  const figures = await measure<OursFigures>('export/ours-child.ts', asked);
  if (figures.rows !== sessions) throw new Error(`${figures.rows} of ${sessions} rows`);
  return figures;
}

export async function rival(
  script: 'stringify' | 'exceljs',
  plain: string,
  out: string,
): Promise<RivalFigures> {
  return await measure<RivalFigures>(`export/${script}-child.ts`, { plain, out });
}

/** Processor time that `sqlite3 -csv` takes from start to end, ms. */
export function sqliteShell(plain: string, out: string): number {
  const command = `sqlite3 -csv -header '${plain}' 'SELECT * FROM cells' > '${out}'; times`;
  const [, children = ''] = execFileSync('bash', ['-ec', command], { encoding: 'utf8' }).split(
    '\n',
  );
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  if (seconds.length !== 2) throw new Error('sqlite3 is needed (Debian: apt-get install sqlite3)');
  return seconds.reduce((sum, each) => sum + each, 0) * 1000;
}

/** The middle one of an odd number of runs, which take turns with whatever they stand beside. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
