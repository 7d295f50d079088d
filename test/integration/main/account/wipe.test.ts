import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { wipeProfile } from '../../../../src/main/account/wipe.ts';
import { temporaryFolders } from '../../../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const names = [/^history\.sqlite/, 'discovery.json', /^discovery\.json\.tmp-/, 'logs'];
let directory: string;

function put(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(join(directory, file, '..'), { recursive: true });
    writeFileSync(join(directory, file), 'session-1');
  }
}

beforeEach(() => {
  directory = newFolder();
});

describe('wipeProfile', () => {
  it('removes what is named and what settings left behind, and keeps the preferences', async () => {
    put(
      'history.sqlite',
      'history.sqlite-wal',
      'history.sqlite-shm',
      'history.sqlite.damaged-2026-11-23',
      'history.sqlite.before-3',
      'discovery.json',
      'discovery.json.tmp-1234567890abcdef',
      'logs/tagwerk.log',
      'logs/tagwerk.1.log',
      'settings.json.damaged-2026-11-23T08-30-00.000Z',
      'settings.json.tmp-1234567890abcdef',
      'settings.json',
      'window.json',
      'other/history.sqlite',
    );
    await wipeProfile({ directory, names });
    expect(readdirSync(directory, { recursive: true }).sort()).toEqual([
      'other',
      'other/history.sqlite',
      'settings.json',
      'window.json',
    ]);
  });

  it('never removes the settings, whatever is named', async () => {
    put('settings.json', 'x');
    await wipeProfile({ directory, names: [/.*/g, 'settings.json'] });
    expect(readdirSync(directory)).toEqual(['settings.json']);
  });

  it('removes a link and not what it leads to', async () => {
    const outside = newFolder('outside');
    writeFileSync(join(outside, 'keep'), '');
    symlinkSync(outside, join(directory, 'logs'));
    await wipeProfile({ directory, names });
    expect(readdirSync(directory)).toEqual([]);
    expect(existsSync(join(outside, 'keep'))).toBe(true);
  });

  it('is content with a folder that is empty or not there', async () => {
    await wipeProfile({ directory, names });
    await wipeProfile({ directory: join(directory, 'none'), names });
    expect(existsSync(join(directory, 'none'))).toBe(false);
  });

  it('goes on past what cannot be removed, and names it', async () => {
    put('history.sqlite', 'history.sqlite-wal', 'discovery.json');
    const stuck = new Set([join(directory, 'discovery.json'), join(directory, 'history.sqlite')]);
    const remove = async (path: string): Promise<void> => {
      if (stuck.has(path)) throw Object.assign(new Error('in use'), { code: 'EBUSY' });
      await rm(path);
    };
    const error: unknown = await wipeProfile({ directory, names, remove }).catch((e: unknown) => e);
    expect(readdirSync(directory).sort()).toEqual(['discovery.json', 'history.sqlite']);
    expect(error).toMatchObject({ problem: { code: 'files-left' } });
    const { problem, message } = error as { problem: { path: string }; message: string };
    expect(stuck).toContain(problem.path);
    for (const path of stuck) expect(message).toContain(path);
  });
});
