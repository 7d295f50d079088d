import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../../src/main/history/store/migrations.ts';
import { openPlace } from '../../../../src/main/history/store/open-store.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { filesIn, freshPlace, open, type FilePlace } from './place.ts';
import { question } from './questions.ts';

const now = Date.UTC(2026, 10, 23, 13, 5, 6, 789);
const sessions = manySessions(2000, now - 100 * 86_400_000, now);

async function fill(place: FilePlace): Promise<void> {
  const { history } = await open(place);
  await history.ingest({ sessions, malformed: [] });
  await history.close();
}

describe('versions', () => {
  const steps = [
    ...migrations,
    'ALTER TABLE sessions ADD COLUMN note TEXT',
    'CREATE TABLE later (id INTEGER)',
  ];

  it('go forward in one transaction, with an encrypted copy made first', async () => {
    const place = freshPlace();
    await fill(place);
    const { db } = openPlace(place, steps, () => now);
    expect(db.pragma('user_version', { simple: true })).toBe(steps.length);
    expect(db.prepare('SELECT count(*) AS rows, count(note) AS notes FROM sessions').get()).toEqual(
      {
        rows: 2000,
        notes: 0,
      },
    );
    db.close();
    const copy = `${place.file}.before-${migrations.length + 1}`;
    expect(filesIn(dirname(place.file))).toContain(basename(copy));
    expect(readFileSync(copy).includes('PC-EMPFANG')).toBe(false);
    const kept = await open({ ...place, file: copy });
    expect((await kept.history.coverage()).sessions).toBe(2000);
    await kept.history.close();
    // The next start finds all well.
    openPlace(place, steps, () => now).db.close();
    expect(filesIn(dirname(place.file))).toEqual(['history.sqlite']);
  });

  it('of the first program keep their sessions, and are searched like any other', async () => {
    const place = freshPlace();
    const { db } = openPlace(place, migrations.slice(0, 1), () => now);
    db.exec(`INSERT INTO texts (id, text) VALUES (1, 'Wort');
      INSERT INTO sessions (id, created_at, updated_at, type, state, invoice_state, company, name)
      VALUES ('a', 5, 5, 1, 1, 1, 1, 'Drucker')`);
    db.close();
    const { history, notice } = await open(place);
    expect(notice).toBeNull();
    const found = await history.search(question({ text: 'drucker' }));
    expect(found?.page).toMatchObject([{ kind: 'session', row: { id: 'a', type: 'Wort' } }]);
    const [held] = await history.slice(null, 1);
    if (!held) throw new Error('nothing held');
    await history.ingest({ sessions: [{ ...held, name: 'Neu', lastUpdatedAt: 6 }], malformed: [] });
    const details = await history.session('a', 'Europe/Berlin');
    expect(details?.changes).toMatchObject([{ field: 'name', before: 'Drucker', after: 'Neu' }]);
  });

  it('leave the file as it was where a step fails', async () => {
    const place = freshPlace();
    await fill(place);
    const broken = [...steps.slice(0, -1), 'CREATE TABLE sessions (id)'];
    expect(() => openPlace(place, broken, () => now)).toThrow();
    const { history, notice } = await open(place);
    expect(notice).toBeNull();
    expect((await history.coverage()).sessions).toBe(2000);
    await history.close();
    expect(openPlace(place, steps, () => now).db.close()).toBeDefined();
  });

  it('newer than this program are refused and left alone', async () => {
    const place = freshPlace();
    await fill(place);
    openPlace(place, steps, () => now).db.close();
    const before = readFileSync(place.file);
    await expect(open(place)).rejects.toMatchObject({
      problem: { code: 'history-newer', path: place.file },
    });
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(filesIn(dirname(place.file)).filter((name) => /damaged|lost|wal/.test(name))).toEqual(
      [],
    );
  });
});
