import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHistory } from '../../../../src/main/history/index.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { inOrder } from '../../../unit/main/history/support/harness.ts';
import { everything, freshFolder, freshPlace, open, workerUrl } from './place.ts';

const now = Date.UTC(2026, 10, 23, 13);
const sessions = manySessions(6000, now - 100 * 86_400_000, now);

describe('a program that is killed while it writes', () => {
  it('leaves a whole file with everything that was confirmed', async () => {
    const place = freshPlace();
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('./ingest-for-ever.ts', import.meta.url)),
        place.file,
        Buffer.from(place.key).toString('hex'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let confirmed = 0;
    const enough = new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => {
        confirmed += text.toString().split('\n').filter(Boolean).length;
        if (confirmed >= 7) resolve();
      });
    });
    await enough;
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(statSync(`${place.file}-wal`).size).toBeGreaterThan(0);

    const { history, notice } = await open(place);
    expect(notice).toBeNull();
    const held = await everything(history);
    // Whole batches of 100, and not one that was confirmed is missing.
    expect(held.length % 100).toBe(0);
    expect(held.length).toBeGreaterThanOrEqual(100 * confirmed);
    expect((await history.coverage()).sessions).toBe(held.length);
  });
});

describe('a full disk', () => {
  // A real full disk where we may make one (root, and not in a container that forbids it).
  const mayMount = canMount();

  it.runIf(mayMount)(
    'fails the write and loses nothing; work goes on once there is room',
    async () => {
      const folder = join(freshFolder(), 'small');
      mkdirSync(folder);
      execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]);
      onTestFinished(() => void execFileSync('/bin/umount', ['-l', folder]));
      const place = freshPlace(folder);
      const { history } = await open(place);
      const first = sessions.slice(0, 1000);
      await history.ingest({ sessions: first, malformed: [] });
      await history.cover({ start: 1, end: 2 });
      const ballast = join(folder, 'ballast');
      fillUp(ballast);
      const rest = sessions.slice(1000);
      await expect(history.ingest({ sessions: rest, malformed: [] })).rejects.toMatchObject({
        problem: { code: 'disk-full' },
      });
      expect(inOrder(await everything(history))).toEqual(inOrder(first));
      expect(await history.coverage()).toMatchObject({
        sessions: 1000,
        ranges: [{ start: 1, end: 2 }],
      });
      unlinkSync(ballast);
      expect(await history.ingest({ sessions: rest, malformed: [] })).toEqual({
        inserted: 5000,
        changed: 0,
      });
      await history.close();
      const again = await open(place);
      expect(again.notice).toBeNull();
      expect(inOrder(await everything(again.history))).toEqual(inOrder(sessions));
    },
  );

  it.runIf(mayMount)('is told from a damaged file when a history is opened on it', async () => {
    const folder = join(freshFolder(), 'small');
    mountSmall(folder, '1m');
    onTestFinished(() => unmount(folder));
    fillUp(join(folder, 'ballast'));
    await expect(open(freshPlace(folder))).rejects.toMatchObject({
      problem: { code: 'disk-full' },
    });
    unlinkSync(join(folder, 'ballast'));
    expect((await open(freshPlace(folder))).notice).toBeNull();
  });

  it('is met at a limit on file size as well', async () => {
    const place = freshPlace();
    // 1,024 blocks of 1 kB: the shell's own limit, which needs no rights.
    const script = `ulimit -f 1024; trap '' XFSZ; exec "$@"`;
    const child = fileURLToPath(new URL('./ingest-until-full.ts', import.meta.url));
    const output = execFileSync(
      'bash',
      [
        '-c',
        script,
        'bash',
        process.execPath,
        child,
        place.file,
        Buffer.from(place.key).toString('hex'),
      ],
      { encoding: 'utf8' },
    );
    const { code, held } = JSON.parse(output) as { code: string; held: number };
    expect(code).toBe('disk-full');
    expect(held).toBeGreaterThan(0);
    const { history, notice } = await open(place);
    expect(notice).toBeNull();
    expect((await history.coverage()).sessions).toBe(held);
  });

  function fillUp(file: string): void {
    try {
      for (let size = 0; ; size++) writeFileSync(file, Buffer.alloc(65_536), { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
});

describe('the worker', () => {
  it('answers nothing more once it is closed', async () => {
    const { history } = await open(freshPlace());
    const underWay = history.ingest({ sessions, malformed: [] });
    await history.close();
    await history.close();
    expect(await underWay).toEqual({ inserted: 6000, changed: 0 });
    await expect(history.coverage()).rejects.toMatchObject({ problem: { code: 'unexpected' } });
  });

  it('says what is wrong where the place cannot be used', async () => {
    const folder = freshFolder();
    const occupied = join(folder, 'occupied');
    writeFileSync(occupied, '');
    const place = { ...freshPlace(), file: join(occupied, 'history.sqlite') };
    await expect(open(place)).rejects.toMatchObject({ problem: { code: 'unexpected' } });
    const silent = join(folder, 'silent.mjs');
    writeFileSync(silent, 'process.exit(3);');
    for (const wrong of [new URL('./no-such-worker.ts', workerUrl), pathToFileURL(silent)]) {
      await expect(
        openHistory({ place: freshPlace(), workerUrl: wrong, now: Date.now }),
      ).rejects.toMatchObject({ problem: { code: 'unexpected' } });
    }
  });

  it('makes the folder it is to write to', async () => {
    const place = freshPlace(join(freshFolder(), 'a', 'b'));
    await open(place);
    expect(statSync(dirname(place.file)).mode & 0o777).toBe(0o700);
  });

  it('tells its own memory', async () => {
    const { history } = await open({ kind: 'memory' });
    const { heapUsed, external } = await history.memory();
    expect(heapUsed).toBeGreaterThan(1_000_000);
    expect(external).toBeGreaterThan(0);
  });

  it('keeps two histories apart, and does not share one file', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    await history.ingest({ sessions: sessions.slice(0, 10), malformed: [] });
    await expect(open(place)).rejects.toMatchObject({ problem: { code: 'unexpected' } });
    const other = await open({ ...freshPlace(), key: randomBytes(32) });
    expect((await other.history.coverage()).sessions).toBe(0);
    expect((await history.coverage()).sessions).toBe(10);
  });
});

function mountSmall(folder: string, size: string): void {
  mkdirSync(folder);
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
    stdio: 'pipe',
  });
}

function unmount(folder: string): void {
  execFileSync('/bin/umount', ['-l', folder]);
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tagwerk-mount-'));
  try {
    mountSmall(join(folder, 'small'), '1m');
    unmount(join(folder, 'small'));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
