import '../../../support/without-electron.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Store from 'electron-store';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettings } from '../../../../src/main/account/settings.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { temporaryFolders } from '../../../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const clock = () => Date.UTC(2026, 10, 23, 8, 30);
let directory: string;
let file: string;
let logged: unknown[];

const open = () =>
  createSettings({ directory, clock, log: { warn: (...line) => void logged.push(line) } });
const onDisk = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const account = {
  endpoint: 'https://a.example/graphql',
  ownEmail: 'jana@example.com',
  removalPending: false,
};

beforeEach(() => {
  directory = newFolder();
  file = join(directory, 'settings.json');
  logged = [];
});

describe('settings', () => {
  it('begin with defaults and a profile id that stays', () => {
    const settings = open();
    expect(settings.read()).toEqual(defaultSettings);
    expect(settings.profile()).toMatchObject({ endpoint: null, ownEmail: null });
    const { profileId } = settings.profile();
    expect(profileId).toMatch(/^[0-9a-f-]{36}$/);
    expect(open().profile().profileId).toBe(profileId);
    directory = newFolder();
    expect(open().profile().profileId).not.toBe(profileId);
    expect(logged).toEqual([]);
  });

  it('make a profile folder that is not there', () => {
    directory = join(directory, 'Jörgs Profil', 'neu');
    open().change({ theme: 'dark' });
    expect(open().read().theme).toBe('dark');
  });

  it('outlive the program', () => {
    const settings = open();
    expect(settings.change({ theme: 'dark', retentionDays: 90 })).toMatchObject({ theme: 'dark' });
    settings.setProfile(account);
    const next = open();
    expect(next.read()).toEqual({ ...defaultSettings, theme: 'dark', retentionDays: 90 });
    expect(next.profile()).toEqual({ ...account, profileId: settings.profile().profileId });
  });

  it('keep preferences and the profile’s id at sign-out, and nothing of the person', () => {
    const settings = open();
    settings.change({ language: 'de' });
    settings.setProfile(account);
    const { profileId } = settings.profile();
    settings.clearProfile();
    expect(settings.profile()).toEqual({
      profileId,
      endpoint: null,
      ownEmail: null,
      removalPending: false,
    });
    expect(open().read().language).toBe('de');
    expect(readFileSync(file, 'utf8')).not.toMatch(/example/);
    settings.clearProfile(true);
    expect(open().profile().removalPending).toBe(true);
  });

  it('are for their owner’s eyes only', () => {
    open();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('tell of what changed, and of nothing else', () => {
    const settings = open();
    const told: Settings[] = [];
    const stop = settings.onChange((each) => void told.push(each));
    settings.change({ theme: 'dark' });
    settings.change({ theme: 'dark' });
    settings.change({ scope: undefined });
    settings.setProfile(account);
    stop();
    settings.change({ theme: 'light' });
    expect(told).toEqual([{ ...defaultSettings, theme: 'dark' }]);
  });

  it('hand out copies', () => {
    const settings = open();
    Object.assign(settings.read(), { theme: 'dark' });
    Object.assign(settings.profile(), account);
    expect(settings.read().theme).toBe('system');
    expect(settings.profile().endpoint).toBeNull();
  });

  it.each([{ theme: 'pink' }, { other: 1 }, { jwtHeader: 'a b' }, { theme: 'dark', scope: 'all' }])(
    'refuse %j whole',
    (change) => {
      const settings = open();
      expect(() => settings.change(change as Partial<Settings>)).toThrow(
        expect.objectContaining({ problem: { code: 'invalid-request' } }) as Error,
      );
      expect(settings.read()).toEqual(defaultSettings);
      expect(onDisk()['settings']).toEqual(defaultSettings);
    },
  );

  describe('from a file that is not whole', () => {
    it.each(['', '{"version":1,', 'null', '[1]', '\0\0\0\0', '"text"'])(
      '%j: keep it aside',
      (text) => {
        writeFileSync(file, text);
        expect(open().read()).toEqual(defaultSettings);
        const aside = join(directory, 'settings.json.damaged-2026-11-23T08-30-00.000Z');
        expect(readFileSync(aside, 'utf8')).toBe(text);
        expect(onDisk()).toMatchObject({ version: 1, settings: defaultSettings });
        expect(logged).toHaveLength(1);
        open();
        expect(logged).toHaveLength(1);
      },
    );

    it.each<[string, () => void]>([
      ['a folder', () => mkdirSync(file)],
      ['a device without end', () => symlinkSync('/dev/zero', file)],
      ['far too large', () => writeFileSync(file, ' '.repeat(1_000_001))],
    ])('but %s: move it aside', (_, make) => {
      make();
      expect(open().read()).toEqual(defaultSettings);
      expect(onDisk()).toMatchObject({ version: 1 });
      expect(readdirSync(directory).sort()).toEqual([
        'settings.json',
        'settings.json.damaged-2026-11-23T08-30-00.000Z',
      ]);
    });

    it('keep every field that is good', () => {
      const { profileId } = open().profile();
      const bad = { ...onDisk(), settings: { theme: 'dark', language: 'xx' } };
      writeFileSync(file, JSON.stringify(bad));
      const settings = open();
      expect(settings.read()).toEqual({ ...defaultSettings, theme: 'dark' });
      expect(settings.profile().profileId).toBe(profileId);
      expect(readdirSync(directory).filter((name) => name.includes('damaged'))).toHaveLength(1);
    });
  });

  describe('that cannot be written', () => {
    it('hold in memory what they held, and say so', async () => {
      const settings = open();
      rmSync(file);
      mkdirSync(join(file, 'in the way'), { recursive: true });
      expect(() => settings.change({ theme: 'dark' })).toThrow(
        expect.objectContaining({ problem: { code: 'unexpected', path: file } }) as Error,
      );
      expect(settings.read().theme).toBe('system');
      // The temporary file goes a moment later.
      await expect.poll(() => readdirSync(directory)).toEqual(['settings.json']);
    });

    it.each(['ENOSPC', 'EDQUOT'])('for want of space (%s) name it', (code) => {
      const settings = open();
      const full = Object.assign(new Error('no space'), { code });
      const write = vi.spyOn(Store.prototype, 'store', 'set').mockImplementation(() => {
        throw full;
      });
      expect(() => settings.change({ theme: 'dark' })).toThrow(
        expect.objectContaining({ problem: { code: 'disk-full', path: file } }) as Error,
      );
      write.mockRestore();
      expect(settings.read().theme).toBe('system');
      expect(settings.change({ theme: 'dark' }).theme).toBe('dark');
    });
  });

  it('are whole on disk whenever the program is killed', async () => {
    const script = fileURLToPath(new URL('./settings-writer.ts', import.meta.url));
    for (const delay of [0, 7, 19]) {
      const child = spawn(process.execPath, [script, directory], {
        env: { ...process.env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(createInterface(child.stdout), 'line');
      await new Promise((resolve) => setTimeout(resolve, delay));
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      expect(onDisk()).toMatchObject({ version: 1, profile: { ownEmail: 'jana@example.com' } });
      open();
      expect(logged).toEqual([]);
    }
  });
});
