import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeHistory } from '../../../../src/main/history/index.ts';
import { unlock } from '../../../../src/main/history/store/cipher.ts';
import { Database } from '../../../../src/main/history/store/database.ts';
import { createKeeper } from '../../../../src/main/history/store/keeper.ts';
import { openPlace } from '../../../../src/main/history/store/open-store.ts';
import { migrations } from '../../../../src/main/history/store/migrations.ts';
import { createStore } from '../../../../src/main/history/store/store.ts';
import { ProblemError } from '../../../../src/shared/problem.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { everything, filesIn, freshPlace, open, type FilePlace } from './place.ts';

const now = Date.UTC(2026, 10, 23, 13, 5, 6, 789);
const sessions = manySessions(2000, now - 100 * 86_400_000, now);

async function fill(place: FilePlace): Promise<void> {
  const { history } = await open(place);
  await history.ingest({ sessions, malformed: [] });
  await history.cover({ start: 1, end: now });
  await history.close();
}

describe('what lies on disk', () => {
  it('is unreadable without the key: in the file, in the write-ahead log, in a copy', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    await history.ingest({
      sessions,
      malformed: [{ id: 'x', reason: 'Grund', raw: 'Müller & Söhne' }],
    });
    const names = filesIn(dirname(place.file));
    expect(names).toEqual(['history.sqlite', 'history.sqlite-wal']);
    const plain = [
      'Müller',
      'Söhne',
      'PC-EMPFANG',
      'jana@',
      'Sitzung',
      'sessions',
      'CREATE',
      'SQLite',
    ];
    const uuids = sessions
      .slice(0, 50)
      .map((each) => Buffer.from(each.id.replaceAll('-', ''), 'hex'));
    const traces = [...plain.map((word) => Buffer.from(word)), ...uuids, Buffer.from(place.key)];
    const check = () => {
      for (const name of filesIn(dirname(place.file))) {
        const bytes = readFileSync(join(dirname(place.file), name));
        expect(traces.filter((trace) => bytes.includes(trace)).map(String)).toEqual([]);
      }
    };
    expect(readFileSync(`${place.file}-wal`).length).toBeGreaterThan(100_000);
    check();
    await history.close();
    expect(filesIn(dirname(place.file))).toEqual(['history.sqlite']);
    expect(readFileSync(place.file).length).toBeGreaterThan(100_000);
    check();
  });

  it('shrinks with a purge, and nothing of what was purged is left in it', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    await history.ingest({ sessions, malformed: [] });
    await history.cover({ start: 0, end: now });
    const changed = sessions.map((each) => ({
      ...each,
      name: `${each.name} neu`,
      lastUpdatedAt: each.lastUpdatedAt + 1,
    }));
    await history.ingest({ sessions: changed, malformed: [] });
    for (const { id } of sessions.slice(0, 20)) await history.setNote(id, `Notiz ${id}`);
    await history.settle();
    const half = now - 50 * 86_400_000;
    const old = sessions.filter((each) => each.createdAt < half);
    expect(await history.purgeBefore(half)).toBe(old.length);
    expect(await everything(history)).toHaveLength(sessions.length - old.length);
    expect((await history.coverage()).ranges).toEqual([{ start: half, end: now }]);
    const before = readFileSync(place.file).length;
    await history.close();
    const { history: again, notice } = await open(place);
    // What was left still refers to something.
    expect(notice).toBeNull();
    expect(await again.purgeBefore(now + 1)).toBe(sessions.length - old.length);
    expect(readFileSync(place.file).length).toBeLessThan(before / 2);
    await again.close();
    const db = new Database(place.file);
    unlock(db, place.key);
    for (const table of [
      'sessions',
      'clients',
      'computers',
      'people',
      'texts',
      'covered',
      'revisions',
      'notes',
      'columns_snapshot',
      'unsaved_rows',
    ]) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    }
    db.close();
  });

  it('is gone with everything beside it once it is removed', async () => {
    const place = freshPlace();
    await fill(place);
    const folder = dirname(place.file);
    for (const name of [
      '-wal',
      '.before-2',
      '.damaged-2026-11-23T13-05-06.789Z',
      '.key-lost-x-wal',
    ]) {
      writeFileSync(place.file + name, 'x');
    }
    writeFileSync(join(folder, 'settings.json'), '{}');
    await removeHistory(place.file);
    expect(filesIn(folder)).toEqual(['settings.json']);
    await removeHistory(join(folder, 'nowhere', 'history.sqlite'));
  });
});

describe('a file that cannot be read', () => {
  const spoiled = (place: FilePlace, change: (bytes: Buffer) => void) => {
    const bytes = readFileSync(place.file);
    change(bytes);
    writeFileSync(place.file, bytes);
    return bytes;
  };

  it.each<[string, (bytes: Buffer) => void]>([
    ['one wrong bit in the header', (bytes) => (bytes[40] = (bytes[40] ?? 0) ^ 1)],
    ['one wrong bit in its middle', (bytes) => (bytes[200_001] = (bytes[200_001] ?? 0) ^ 8)],
    ['zeros', (bytes) => bytes.fill(0)],
    ['something else altogether', (bytes) => bytes.write('PK\u0003\u0004'.repeat(20))],
  ])('because of %s is set aside, named, and begun anew', async (_, change) => {
    const place = freshPlace();
    await fill(place);
    const bytes = spoiled(place, change);
    const { history, notice } = await open(place, () => now);
    const aside = notice?.path ?? '';
    expect(notice?.code).toBe('history-damaged');
    // The worker names it by its own clock.
    expect(basename(aside)).toMatch(
      /^history\.sqlite\.damaged-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/,
    );
    expect(readFileSync(aside).equals(bytes)).toBe(true);
    expect(await history.coverage()).toMatchObject({ sessions: 0, ranges: [], beginning: null });
    await history.ingest({ sessions, malformed: [] });
    await history.close();
    expect((await open(place)).notice).toBeNull();
  });

  it('because it was cut off is set aside', async () => {
    const place = freshPlace();
    await fill(place);
    truncateSync(place.file, 100_000);
    expect((await open(place)).notice?.code).toBe('history-damaged');
  });

  it('because its key was lost is set aside, and is whole for whoever finds the key', async () => {
    const place = freshPlace();
    await fill(place);
    const { notice, history } = await open({ ...place, key: randomBytes(32) });
    expect(notice?.code).toBe('history-key-lost');
    expect(basename(notice?.path ?? '')).toMatch(/^history\.sqlite\.key-lost-/);
    await history.close();
    renameSync(notice?.path ?? '', place.file);
    const found = await open(place);
    expect(found.notice).toBeNull();
    expect((await found.history.coverage()).sessions).toBe(sessions.length);
  });

  it('because its rows refer to nothing is set aside', async () => {
    const place = freshPlace();
    await fill(place);
    const { db } = openPlace(place, migrations, () => now);
    db.exec('DELETE FROM clients');
    db.close();
    expect((await open(place)).notice?.code).toBe('history-damaged');
  });

  it('is set aside with its write-ahead log', async () => {
    const place = freshPlace();
    await fill(place);
    writeFileSync(`${place.file}-wal`, randomBytes(5000));
    spoiled(place, (bytes) => bytes.fill(0));
    const { notice } = await open(place);
    const aside = basename(notice?.path ?? '');
    expect(filesIn(dirname(place.file))).toEqual(expect.arrayContaining([aside, `${aside}-wal`]));
  });

  it('is kept three times at most', async () => {
    const place = freshPlace();
    for (let round = 0; round < 5; round++) {
      writeFileSync(place.file, `not a history ${round}`.repeat(10));
      const { history } = await open(place);
      await history.close();
    }
    const aside = filesIn(dirname(place.file)).filter((name) => name.includes('.damaged-'));
    expect(aside).toHaveLength(3);
    const newest = readFileSync(join(dirname(place.file), aside.at(-1) ?? ''), 'utf8');
    expect(newest).toContain('not a history 4');
  });

  it('because of damage that is met only at work is set aside then, and work goes on', async () => {
    const place = freshPlace();
    await fill(place);
    const keeper = createKeeper(place, migrations, () => now, createStore);
    const meetDamage = () =>
      keeper.use(() => {
        throw new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT');
      });
    const path = `${place.file}.damaged-2026-11-23T13-05-06.789Z`;
    expect(meetDamage).toThrow(new ProblemError({ code: 'history-damaged', path }));
    expect(filesIn(dirname(place.file))).toContain(basename(path));
    expect(keeper.use((store) => store.coverage().sessions)).toBe(0);
    keeper.use((store) => store.ingest({ sessions, malformed: [] }, now));
    keeper.close();
    expect((await (await open(place)).history.coverage()).sessions).toBe(sessions.length);
  });
});
