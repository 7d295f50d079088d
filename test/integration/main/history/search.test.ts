import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { deskMaker } from '../../../../src/main/history/desk.ts';
import { removeHistory } from '../../../../src/main/history/index.ts';
import { unlock } from '../../../../src/main/history/store/cipher.ts';
import { Database } from '../../../../src/main/history/store/database.ts';
import { createKeeper } from '../../../../src/main/history/store/keeper.ts';
import { migrations } from '../../../../src/main/history/store/migrations.ts';
import type { History } from '../../../../src/main/history/types.ts';
import { noRounding } from '../../../../src/shared/billing/rule.ts';
import type { Session } from '../../../../src/shared/session.ts';
import { manySessions, sessionOf } from '../../../unit/main/history/support/sessions.ts';
import { everything, filesIn, freshPlace, open, type FilePlace } from './place.ts';
import { question } from './questions.ts';

const noon = Date.UTC(2026, 10, 23, 11);
const day = 86_400_000;
const none = { malformed: [] } as const;
const sessions = manySessions(3000, noon - 100 * day, noon);

/** Ids of everything a text finds, read page by page, and how many there are said to be. */
async function findAll(history: History, text = ''): Promise<{ ids: string[]; sessions: number }> {
  const found = await history.search(question({ text }));
  if (!found) throw new Error('overtaken');
  const lines = [...found.page];
  while (lines.length < found.lines) {
    const page = await history.page(found.result, lines.length, 500);
    if (!page?.length) throw new Error('no more lines');
    lines.push(...page);
  }
  const ids = lines.flatMap((line) => (line.kind === 'session' ? line.row.id : []));
  return { ids, sessions: found.totals.sessions };
}

async function expectTrue(history: History): Promise<void> {
  const held = await everything(history);
  const found = await findAll(history);
  expect(found.sessions).toBe(held.length);
  expect(found.ids.toSorted()).toEqual(held.map((each) => each.id).toSorted());
}

/** What lies in a table of a closed file. */
function rowsIn(place: FilePlace, table: string): unknown {
  const db = new Database(place.file);
  unlock(db, place.key);
  const rows = db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  db.close();
  return rows;
}

describe('a search', () => {
  it('finds what was written, page by page, and the same after a restart', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    expect(await findAll(history)).toEqual({ ids: [], sessions: 0 });
    const special = sessionOf({ id: 'special', name: 'Grüße vom Drucker', createdAt: noon });
    await history.ingest({ sessions: [...sessions, special], ...none });
    await expectTrue(history);
    expect((await findAll(history, 'grusse')).ids).toEqual(['special']);
    const all = await findAll(history);
    await history.close();
    expect(rowsIn(place, 'columns_snapshot')).toBeGreaterThan(1);

    const again = (await open(place)).history;
    expect(await findAll(again)).toEqual(all);
    expect(await again.page(1, 0, 10)).toBeNull();
    const renamed = { ...special, name: 'Anders', lastUpdatedAt: special.lastUpdatedAt + 1 };
    await again.ingest({ sessions: [renamed], ...none });
    await again.markVanished([sessions[0]?.id ?? ''], noon);
    expect((await findAll(again, 'grusse')).ids).toEqual([]);
    await expectTrue(again);
    await again.purgeBefore(noon - 50 * day);
    await expectTrue(again);
    const before = await findAll(again);
    await again.close();
    expect(await findAll((await open(place)).history)).toEqual(before);
  });

  it('that was overtaken is answered with null, and the last one wins', async () => {
    const { history } = await open({ kind: 'memory' });
    await history.ingest({ sessions, ...none });
    const texts = ['s', 'si', 'sit', 'sitz', 'sitzung 7'];
    const found = await Promise.all(texts.map((text) => history.search(question({ text }))));
    expect(found.slice(0, -1)).toEqual([null, null, null, null]);
    expect(found.at(-1)?.highlights).toEqual(['sitzung', '7']);
    expect((await history.search(question()))?.totals.sessions).toBe(3000);
  });

  it('loses nothing where the program is killed after its columns were saved', async () => {
    const place = freshPlace();
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('./write-for-ever.ts', import.meta.url)),
        place.file,
        Buffer.from(place.key).toString('hex'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let confirmed = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      confirmed = Number(line);
      if (confirmed >= 12) break;
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    const { history, notice } = await open(place);
    expect(notice).toBeNull();
    expect((await everything(history)).length).toBeGreaterThanOrEqual(2000);
    await expectTrue(history);
    const named = async (name: string) => (await findAll(history, `"${name}"`)).ids.length;
    expect(await named(`Neu ${confirmed}`)).toBeGreaterThanOrEqual(9);
  });

  it('meets an empty history once a damaged one was set aside', () => {
    const place = freshPlace();
    const ticket = new SharedArrayBuffer(4);
    const keeper = createKeeper(
      place,
      migrations,
      () => noon,
      deskMaker(ticket, () => noon),
    );
    const count = () =>
      keeper.use(({ search }) => search.search(question(), 0)?.totals.sessions ?? null);
    keeper.use(({ store }) => store.ingest({ sessions, ...none }, noon));
    expect(count()).toBe(3000);
    expect(() =>
      keeper.use(() => {
        throw new Database.SqliteError('malformed', 'SQLITE_CORRUPT');
      }),
    ).toThrow();
    expect(count()).toBe(0);
    keeper.use(({ store }) => store.ingest({ sessions: sessions.slice(0, 5), ...none }, noon));
    expect(count()).toBe(5);
    keeper.close();
  });

  it('answers what a change of the billing rules would come to', async () => {
    const { history } = await open({ kind: 'memory' });
    const short = [1, 2, 3].map((n) => sessionOf({ id: `s${n}`, durationMs: 180_000 }));
    await history.ingest({ sessions: short, ...none });
    const rule = { ...noRounding, mode: 'up', step: 15 } as const;
    const minute = 60_000;
    expect(await history.previewRule(question(), null, rule)).toEqual({
      beforeMs: 9 * minute,
      afterMs: 45 * minute,
    });
    await history.setRule(null, rule);
    expect((await history.search(question()))?.totals.billableMs).toBe(45 * minute);
    const folder = short[0]?.client?.folderId ?? '';
    expect(await history.previewRule(question(), folder, noRounding)).toEqual({
      beforeMs: 45 * minute,
      afterMs: 9 * minute,
    });
  });
});

describe('what is kept beside the sessions', () => {
  it('outlives a restart and another sync, unreadable on disk, and goes at the end', async () => {
    const place = freshPlace();
    const { history } = await open(place, () => noon);
    const session = sessionOf({ id: 'a' });
    await history.ingest({ sessions: [session, ...sessions], ...none });
    await history.setNote('a', 'Geheimnotiz des Technikers');
    const view = {
      name: 'Geheimansicht',
      query: question({ text: 'geheimwort' }).query,
      columns: [{ column: 'date', width: null }],
    } as const;
    await history.saveView({ ...view, columns: [...view.columns] }, null);
    await history.setRule('f', { ...noRounding, mode: 'up', step: 15 });
    await history.search(question());
    await history.settle();
    await history.close();

    const again = (await open(place, () => noon)).history;
    const changed: Session = { ...session, state: 'Neu', lastUpdatedAt: session.lastUpdatedAt + 1 };
    await again.ingest({ sessions: [changed], ...none });
    expect(await again.session('a', 'Europe/Berlin')).toMatchObject({
      note: 'Geheimnotiz des Technikers',
      changes: [{ noticedAt: noon, field: 'state', before: 'Finished', after: 'Neu' }],
    });
    expect(await again.views()).toEqual([view]);
    expect(Object.keys((await again.rules()).clients)).toEqual(['f']);
    await expect(again.setNote('nobody', 'x')).rejects.toMatchObject({
      problem: { code: 'invalid-request' },
    });
    const expectNoTrace = () => {
      for (const name of filesIn(dirname(place.file))) {
        const bytes = readFileSync(join(dirname(place.file), name));
        for (const word of ['Geheim', 'geheim', 'Müller', 'Sitzung']) {
          expect(bytes.includes(word), `${word} in ${name}`).toBe(false);
        }
      }
    };
    expectNoTrace();
    await again.close();
    expectNoTrace();
    await removeHistory(place.file);
    expect(filesIn(dirname(place.file))).toEqual([]);
  });
});
