import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../../src/main/history/index.ts';
import { createKeeper } from '../../../../src/main/history/store/keeper.ts';
import { migrations } from '../../../../src/main/history/store/migrations.ts';
import { createStore } from '../../../../src/main/history/store/store.ts';
import { ProblemError, type Problem } from '../../../../src/shared/problem.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { everything, filesIn, freshPlace, open, workerUrl, type FilePlace } from './place.ts';

const now = Date.UTC(2026, 10, 23, 13, 5, 6, 789);
const sessions = manySessions(600, now - 100 * 86_400_000, now);
const pageSize = 4096;
/** What is larger is not read as a whole when it is opened, so damage is met when it is. */
const large = 33 * 1024 * 1024;

async function fill(place: FilePlace): Promise<Buffer> {
  const { history } = await open(place);
  await history.ingest({ sessions, malformed: [] });
  await history.cover({ start: 1, end: now });
  await history.close();
  return readFileSync(place.file);
}

/** The file with wrong bytes in some of its pages, and large. */
function spoil(place: FilePlace, whole: Buffer, isSpoilt: (page: number) => boolean): void {
  const bytes = Buffer.from(whole);
  for (let page = 0; page * pageSize < bytes.length; page++) {
    if (isSpoilt(page)) bytes.fill(7, page * pageSize + 100, page * pageSize + 200);
  }
  writeFileSync(place.file, bytes);
  truncateSync(place.file, large);
}

describe('damage that is met at work', () => {
  it('is told to whoever met it and to the program, and the next call meets an empty history', async () => {
    const place = freshPlace();
    const whole = await fill(place);
    // What the tables are like stands ahead of this, and is read when the file is opened.
    spoil(place, whole, (page) => page > (whole.length / pageSize) * 0.75);
    const told: Problem[] = [];
    const onDamaged = (problem: Problem) => void told.push(problem);
    const { history, notice } = await openHistory({ place, workerUrl, now: () => now, onDamaged });
    expect(notice).toBeNull();

    const met = await everything(history).catch((error: unknown) => error);
    expect(met).toMatchObject({ problem: { code: 'history-damaged' } });
    const { problem } = met as ProblemError;
    expect(told).toEqual([problem]);
    expect(filesIn(dirname(place.file))).toContain(basename(problem.path ?? ''));

    expect(await history.coverage()).toMatchObject({ sessions: 0, ranges: [] });
    await history.ingest({ sessions, malformed: [] });
    expect(await everything(history)).toHaveLength(sessions.length);
    await history.close();
    expect((await open(place)).notice).toBeNull();
  });

  it('is met on whichever page it lies, or changes nothing that is read', async () => {
    const place = freshPlace();
    const whole = await fill(place);
    const pages = whole.length / pageSize;
    expect(pages).toBeGreaterThan(40);
    let atWork = 0;
    for (let spoilt = 0; spoilt < pages; spoilt += 2) {
      spoil(place, whole, (page) => page === spoilt);
      const keeper = createKeeper(place, migrations, () => now + spoilt, createStore);
      const read = () =>
        keeper.use((store) => [store.coverage(), store.slice(null, 1000)] as const);
      if (keeper.notice === null) {
        try {
          const [coverage, held] = read();
          expect(coverage).toMatchObject({ sessions: 600, ranges: [{ start: 1, end: now }] });
          expect(held).toHaveLength(600);
        } catch (error) {
          expect(error, `page ${spoilt}`).toBeInstanceOf(ProblemError);
          expect((error as ProblemError).problem).toMatchObject({ code: 'history-damaged' });
          expect(read()[0]).toMatchObject({ sessions: 0, ranges: [] });
          atWork++;
        }
      }
      keeper.close();
    }
    expect(atWork).toBeGreaterThan(10);
  });
});
