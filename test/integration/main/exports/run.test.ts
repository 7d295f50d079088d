import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { settleExports } from '../../../../src/main/exports/index.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { everything, open } from '../history/place.ts';
import { question } from '../history/questions.ts';
import { expectNothing, filled } from './filled.ts';
import { day, exportAll, idsIn, noon, request } from './set-up.ts';

describe('an export', () => {
  it('holds every session once, and the ledger knows the file by its hash', async () => {
    const { history, place, folder, path } = await filled();
    const progress: number[] = [];
    const record = await exportAll(history.exports, path, { onProgress: (n) => progress.push(n) });
    const held = await everything(history);
    expect(idsIn(path)).toEqual(held.map(({ id }) => id));
    expect(progress).toEqual([250, 500, 750, 1000, 1200]);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const totals = (await history.search(question()))?.totals;
    expect(record).toMatchObject({
      path,
      format: 'csv',
      rows: 1200,
      bytes: statSync(path).size,
      sha256,
      measuredMs: totals?.measuredMs,
      billableMs: totals?.billableMs,
    });
    expect(readdirSync(folder)).toEqual(['Tagwerk.csv']);

    await history.close();
    const again = await open(place);
    expect(await again.history.exports.list()).toEqual([record]);
    expect(await again.history.exports.outlook(question())).toMatchObject({
      sessions: 1200,
      exportedBefore: 1200,
      lastExportedAt: record?.finishedAt,
    });
  });

  it('counts only the sessions of a search that were exported before', async () => {
    const { history, path } = await filled();
    await exportAll(history.exports, path);
    const later = manySessions(5, noon, noon + day).map((each) => ({
      ...each,
      id: `l-${each.id}`,
    }));
    await history.ingest({ sessions: later, malformed: [] });
    expect(await history.exports.outlook(question())).toMatchObject({
      sessions: 1205,
      exportedBefore: 1200,
    });
  });

  it('bills what rounding comes to, row by row', async () => {
    const { history, path } = await filled();
    await history.setRule(null, {
      mode: 'up',
      step: 15,
      minimum: 0,
      per: 'clientDay',
      mergeGap: 15,
    });
    const record = await exportAll(history.exports, path);
    const minutes = readFileSync(path, 'utf8')
      .split('\r\n')
      .slice(1, -1)
      .map((line) => Number(line.split(',').at(13)));
    const sum = minutes.reduce((total, each) => total + each, 0);
    expect(sum).toBeCloseTo((record?.billableMs ?? 0) / 60_000, 0);
    expect(record?.billableMs).toBeGreaterThan(0);
  });

  it('goes on while others search', async () => {
    const { history, path } = await filled();
    const [record] = await Promise.all([
      exportAll(history.exports, path),
      ...Array.from({ length: 8 }, (_, at) => history.search(question({ text: `${at}` }))),
    ]);
    expect(record?.rows).toBe(1200);
  });

  it('that is called off leaves nothing, and an older file as it was', async () => {
    const { history, folder, path } = await filled();
    const control = new AbortController();
    const cancelled = exportAll(history.exports, path, {
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    expect(await cancelled).toBeNull();
    await expectNothing(history, folder);

    writeFileSync(path, 'older');
    const late = new AbortController();
    const last = exportAll(history.exports, path, {
      signal: late.signal,
      onProgress: (rows) => rows === 1200 && late.abort(),
    });
    expect(await last).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('older');
    rmSync(path);
    await expectNothing(history, folder);
  });

  it('ends with a word where sessions are removed meanwhile', async () => {
    const { history, folder, path } = await filled();
    const purges: Promise<unknown>[] = [];
    const failed = exportAll(history.exports, path, {
      onProgress: (rows) => {
        if (rows === 250) purges.push(history.purgeBefore(noon - 50 * day));
      },
    });
    await expect(failed).rejects.toMatchObject({ problem: { code: 'sessions-removed' } });
    await Promise.all(purges);
    await expectNothing(history, folder);
  });
});

describe('a folder', () => {
  it('that is gone is named, and nothing is noted', async () => {
    const { history, folder } = await filled();
    const path = join(folder, 'gone', 'a.csv');
    await expect(exportAll(history.exports, path)).rejects.toMatchObject({
      problem: { code: 'file-not-written', path },
    });
    await expectNothing(history, folder);
  });

  it('in the place of the file is left alone', async () => {
    const { history, folder, path } = await filled();
    mkdirSync(path);
    writeFileSync(join(path, 'mine'), '');
    await expect(exportAll(history.exports, path)).rejects.toMatchObject({
      problem: { code: 'file-not-written', path },
    });
    expect(readdirSync(folder)).toEqual(['Tagwerk.csv']);
    expect(await history.exports.list()).toEqual([]);
  });

  // Root may write everywhere.
  it.runIf(process.getuid?.() !== 0)('that must not be written to is named', async () => {
    const { history, folder, path } = await filled();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    await expect(exportAll(history.exports, path)).rejects.toMatchObject({
      problem: { code: 'file-not-written', path },
    });
  });

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'on a full disk keeps the older file, and nothing is noted',
    async () => {
      const { history, folder } = await filled();
      const small = join(folder, 'small');
      mkdirSync(small);
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]);
      onTestFinished(() => void execFileSync('/bin/umount', ['-l', small]));
      const path = join(small, 'a.csv');
      writeFileSync(path, 'older');
      await expect(exportAll(history.exports, path)).rejects.toMatchObject({
        problem: { code: 'disk-full', path },
      });
      expect(readdirSync(small)).toEqual(['a.csv']);
      expect(readFileSync(path, 'utf8')).toBe('older');
      expect(await history.exports.list()).toEqual([]);
    },
  );
});

describe('a program that is killed while it exports', () => {
  it.each([3, 7, 12])(
    'after %i slices: file and ledger agree at the next start',
    async (slices) => {
      const { history, place, folder } = await filled();
      await history.close();
      const child = spawn(
        process.execPath,
        [
          fileURLToPath(new URL('./export-for-ever.ts', import.meta.url)),
          place.file,
          Buffer.from(place.key).toString('hex'),
          folder,
        ],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let told = 0;
      const lines = createInterface({ input: child.stdout });
      for await (const line of lines) if (line !== '' && ++told >= slices) break;
      child.kill('SIGKILL');
      await once(child, 'close');

      const again = await open(place);
      await settleExports(again.history.exports);
      const records = await again.history.exports.list();
      expect(readdirSync(folder)).toEqual(
        records.map(({ path }) => path.slice(folder.length + 1)).sort(),
      );
      for (const { path, sha256 } of records)
        expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
      expect(await again.history.exports.unfinished()).toEqual([]);
    },
  );

  it('before the file took its name counts as none; after, as one', async () => {
    const { history, folder, path } = await filled();
    for (const named of [false, true]) {
      const part = join(folder, '.tagwerk-x.part');
      const begun = await history.exports.begin(question(), { request, path, part });
      writeFileSync(named ? path : part, 'whole');
      const sha256 = createHash('sha256').update('whole').digest('hex');
      await history.exports.seal(begun.id, { bytes: 5, sha256 });
      await settleExports(history.exports);
      expect(await history.exports.list()).toHaveLength(named ? 1 : 0);
      expect(readdirSync(folder)).toEqual(named ? ['Tagwerk.csv'] : []);
    }
  });
});
