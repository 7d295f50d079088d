import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder, readPackaging, validatePackaging } from '../../support/builder.ts';

let config: Record<string, unknown>;
beforeAll(async () => {
  config = await readPackaging();
});

describe('electron-builder.yml', () => {
  it('is what electron-builder’s schema allows', async () => {
    await expect(validatePackaging(config)).resolves.toBeUndefined();
  });

  it('would be found out if it were not', async () => {
    const fuses = { ...(config['electronFuses'] as object), runAsNoode: false };
    await expect(validatePackaging({ ...config, electronFuses: fuses })).rejects.toThrow();
    await expect(validatePackaging({ ...config, asarr: true })).rejects.toThrow();
  });

  it.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['enableCookieEncryption', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('sets the fuse %s to %s', (fuse, value) => {
    expect(config['electronFuses']).toHaveProperty(fuse, value);
  });

  it('packs an archive whose integrity is checked', () => {
    expect(config['asar']).toEqual({ smartUnpack: false });
    expect(config['asarUnpack']).toEqual(['**/*.node']);
    expect(config['disableAsarIntegrity']).toBeUndefined();
  });

  it('publishes nothing and builds nothing native', () => {
    expect(config).toMatchObject({ publish: null, npmRebuild: false });
  });

  it('packs for Linux, Windows and macOS', () => {
    expect(config).toMatchObject({
      linux: { target: ['AppImage', 'deb'] },
      win: { target: 'nsis' },
      mac: { target: 'dmg', hardenedRuntime: true },
    });
  });

  it('leaves unsigned memory and foreign libraries by environment forbidden on macOS', () => {
    const { entitlements } = config['mac'] as { entitlements: string };
    const plist = readFileSync(join(projectFolder, entitlements), 'utf8');
    const keys = Array.from(plist.matchAll(/<key>([^<]*)<\/key>/g), ([, key]) => key);
    expect(keys).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.cs.disable-library-validation',
    ]);
  });

  it('names icons that are there', () => {
    const icons = ['linux', 'win', 'mac'].map((each) => (config[each] as { icon: string }).icon);
    expect(icons.filter((icon) => !existsSync(join(projectFolder, icon)))).toEqual([]);
    expect(new Set(icons).size).toBe(3);
  });
});
