import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderTarget, settleExports } from '../../../../src/main/exports/index.ts';
import { createServiceRecords } from '../../../../src/main/service-records.ts';
import type { ServiceRecordsDeps } from '../../../../src/main/service-records.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { everything, freshFolder, freshPlace, open } from '../history/place.ts';
import { question } from '../history/questions.ts';
import { day, noon, request } from './set-up.ts';

const options = { ...request.options, format: 'service-record' as const, language: 'de' as const };
/** Two whose files would be called the same, and sessions without a client. */
const clients = [
  { number: '00417', name: 'Müller & Söhne', folderId: 'f-1' },
  { number: null, name: 'MÜLLER, Söhne', folderId: 'f-2' },
  { number: '7', name: 'Weiß', folderId: 'f-3' },
  { number: '8', name: 'Con', folderId: 'f-4' },
  null,
];

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

/** Records whose paper is the page itself: what is printed is another's concern. */
async function stage(onPrint: (html: string) => void = () => undefined) {
  const { history } = await open(freshPlace());
  const sessions = manySessions(300, noon - 20 * day, noon).map((each, at) => ({
    ...each,
    client: clients[at % clients.length] ?? null,
  }));
  await history.ingest({ sessions, malformed: [] });
  const imprints = { read: () => Promise.resolve({ card: null, status: 'none' }) };
  const prepare = createServiceRecords({
    own: () =>
      ({ history, cards: { imprints } }) as unknown as ReturnType<ServiceRecordsDeps['own']>,
    serverStillLoading: () => false,
    paper: {
      fonts: [],
      print: ({ html }, signal) => {
        onPrint(html);
        signal.throwIfAborted();
        return Promise.resolve(Buffer.from(html));
      },
    },
  });
  const folder = freshFolder();
  return { history, folder, path: join(folder, 'Records'), prepare };
}

const rowsIn = (html: string): number => html.match(/<tr><td>\d/g)?.length ?? 0;

describe('service records of several clients', () => {
  it('are one for each, each with its own entry in the ledger, and hold every session once', async () => {
    const { history, folder, path, prepare } = await stage();
    const undertaking = await prepare(question(), { ...request, options });
    expect(undertaking).toMatchObject({ makes: 'folder', isLetterless: true });
    const progress: number[] = [];
    const records = await undertaking.run(path, {
      ...quiet,
      onProgress: ({ rows, total }) => {
        progress.push(rows);
        expect(total).toBe(300);
      },
    });
    expect(records).toHaveLength(clients.length);
    expect(progress.at(-1)).toBe(300);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(readdirSync(folder)).toEqual(['Records']);
    const named = readdirSync(path).map((name) =>
      name.replace(/^Tagwerk_[\d-]+_/, '').toLowerCase(),
    );
    expect(named.sort()).toEqual([
      'con-.pdf',
      'mueller-soehne (2).pdf',
      'mueller-soehne.pdf',
      'ohne-kunde.pdf',
      'weiss.pdf',
    ]);
    const pages = (records ?? []).map((record) => {
      const text = readFileSync(record.path, 'utf8');
      expect(createHash('sha256').update(text).digest('hex')).toBe(record.sha256);
      expect(rowsIn(text)).toBe(record.rows);
      return text;
    });
    expect(pages.reduce((sum, text) => sum + rowsIn(text), 0)).toBe(300);
    const ids = pages.map((text) => /<dd>(TW-[\w-]+)<\/dd>/.exec(text)?.[1]);
    expect(new Set(ids).size).toBe(clients.length);
    expect(await history.exports.list()).toHaveLength(clients.length);
    expect(await history.exports.outlook(question())).toMatchObject({ exportedBefore: 300 });
  });

  it('stand in the order the sessions began in, whatever the order on screen', async () => {
    const { path, prepare } = await stage();
    const records = await (await prepare(question(), { ...request, options })).run(path, quiet);
    for (const record of records ?? []) {
      const rows = [
        ...readFileSync(record.path, 'utf8').matchAll(
          /<tr><td>(\d\d)\.(\d\d)\.(\d{4})<\/td><td>(\S+?)</g,
        ),
      ];
      const began = rows.map(([, date, month, year, time]) => `${year}-${month}-${date} ${time}`);
      expect(began).toEqual(began.toSorted());
    }
  });

  it('of one client are one file', async () => {
    const { history, folder, prepare } = await stage();
    const [share] = await history.exports.clients(question());
    const undertaking = await prepare(question({ clients: [share?.key ?? ''] }), {
      ...request,
      query: question({ clients: [share?.key ?? ''] }).query,
      options,
    });
    expect(undertaking).toMatchObject({ makes: 'file', extension: 'pdf' });
    const path = join(folder, 'one.pdf');
    const records = await undertaking.run(path, quiet);
    expect(records).toMatchObject([{ path, rows: share?.sessions, format: 'service-record' }]);
    expect(readdirSync(folder)).toEqual(['one.pdf']);
  });

  it('never hold a private note', async () => {
    const canary = 'CANARY-7f3a';
    const { history, path, prepare } = await stage();
    for (const { id } of await everything(history)) await history.setNote(id, canary);
    const records = await (await prepare(question(), { ...request, options })).run(path, quiet);
    expect(records?.length).toBeGreaterThan(1);
    for (const record of records ?? [])
      expect(readFileSync(record.path, 'utf8')).not.toContain(canary);
  });

  it('that are called off in the middle leave nothing', async () => {
    const control = new AbortController();
    let printed = 0;
    const { history, folder, path, prepare } = await stage(() => {
      if (++printed === 3) control.abort();
    });
    const undertaking = await prepare(question(), { ...request, options });
    expect(await undertaking.run(path, { ...quiet, signal: control.signal })).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(await history.exports.list()).toEqual([]);
    expect(await history.exports.unfinished()).toEqual([]);
  });

  it('that have no place leave what is there, and nothing of their own', async () => {
    const { history, folder, path, prepare } = await stage();
    mkdirSync(path);
    writeFileSync(join(path, 'mine'), '');
    const undertaking = await prepare(question(), { ...request, options });
    await expect(undertaking.run(path, quiet)).rejects.toMatchObject({
      problem: { code: 'file-not-written', path },
    });
    expect(readdirSync(folder)).toEqual(['Records']);
    expect(readdirSync(path)).toEqual(['mine']);
    expect(await history.exports.list()).toEqual([]);
  });

  it.each([false, true])(
    'of a program that was killed are settled: the folder has its name: %s',
    async (isNamed) => {
      const { history, folder, path } = await stage();
      const target = createFolderTarget(path);
      for (const name of ['a.pdf', 'b.pdf']) {
        const file = target.fileAt(name);
        const { part } = file;
        const begun = await history.exports.begin(question(), {
          request: { ...request, options },
          path: file.path,
          part,
        });
        await file.open();
        await file.write(Buffer.from(name));
        await history.exports.seal(begun.id, await file.seal());
      }
      if (isNamed) await target.commit();
      await settleExports(history.exports);
      expect(await history.exports.list()).toHaveLength(isNamed ? 2 : 0);
      expect(await history.exports.unfinished()).toEqual([]);
      expect(readdirSync(folder)).toEqual(isNamed ? ['Records'] : []);
    },
  );
});
