import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { History } from '../../../../src/main/history/types.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { freshFolder, freshPlace, open } from '../history/place.ts';
import { question } from '../history/questions.ts';
import { day, noon } from './set-up.ts';

const sessions = manySessions(1200, noon - 100 * day, noon);

/** A history of 1,200 sessions, and a place for a file of them. */
export async function filled() {
  const folder = freshFolder();
  const place = freshPlace();
  const { history } = await open(place);
  await history.ingest({ sessions, malformed: [] });
  return { history, place, folder, path: join(folder, 'Tagwerk.csv') };
}

/** Neither file nor entry is left of an export. */
export async function expectNothing(history: History, folder: string): Promise<void> {
  expect(readdirSync(folder)).toEqual([]);
  expect(await history.exports.list()).toEqual([]);
  expect(await history.exports.unfinished()).toEqual([]);
  expect(await history.exports.outlook(question())).toMatchObject({ exportedBefore: 0 });
}
