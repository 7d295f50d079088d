import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../support/builder.ts';

/**
 * The real electron-builder packs a stand-in for Electron that has nothing but the fuses' wire: what
 * it makes of our configuration is seen without Electron's binary, and without a build of the app.
 */
const wire = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let folder: string;
let unpacked: string;
let archive: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tagwerk-package-'));
  const project = join(folder, 'project');
  unpacked = join(project, 'dist', 'linux-unpacked');
  archive = join(unpacked, 'resources', 'app.asar');
  standInForElectron(join(folder, 'electron'));
  projectIn(project);
  await pack(project, join(folder, 'electron'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('has every fuse as it was set', async () => {
    const [on, off] = ['1'.charCodeAt(0), '0'.charCodeAt(0)];
    expect(await getCurrentFuseWire(join(unpacked, 'tagwerk'))).toEqual({
      version: '1',
      0: off, // run as Node
      1: on, // encrypted cookies
      2: off, // NODE_OPTIONS
      3: off, // --inspect
      4: on, // the archive's integrity
      5: on, // nothing but the archive
      6: off, // a snapshot of main's own
      7: off, // file:// with privileges
    });
  });

  it('holds the bundles, the tray’s images and the native packages, and nothing else', () => {
    const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
    const top = (depth: number) =>
      [
        ...new Set(
          files.map((file) =>
            file
              .split('/')
              .slice(1, depth + 1)
              .join('/'),
          ),
        ),
      ].sort();
    expect(top(1)).toEqual(['node_modules', 'out', 'package.json', 'resources']);
    expect(top(2).filter((file) => file.includes('/'))).toEqual([
      'node_modules/better-sqlite3-multiple-ciphers',
      'node_modules/keytar',
      'out/main',
      'resources/icons',
      'resources/tray',
    ]);
    expect(files.filter((file) => /\.(map|gyp|c|cc|cpp|h|hpp|md)$/.test(file))).toEqual([
      '/node_modules/keytar/LICENSE.md',
    ]);
  });

  it('holds one native binary of each package, and only these lie outside the archive', () => {
    const natives = [
      'node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node',
      'node_modules/keytar/prebuilds/linux-x64/keytar.node',
    ];
    expect(
      natives.map((file) => readFileSync(join(`${archive}.unpacked`, file)).length > 0),
    ).toEqual([true, true]);
    expect(outside(JSON.parse(getRawHeader(archive).headerString) as Entry)).toEqual(natives);
  });

  it('keeps only what runs of package.json', () => {
    const packed = JSON.parse(extractFile(archive, 'package.json').toString()) as object;
    expect(packed).toMatchObject({ name: 'tagwerk', main: 'out/main/index.js', type: 'module' });
    expect(packed).not.toHaveProperty('scripts');
    expect(packed).not.toHaveProperty('devDependencies');
  });
});

interface Entry {
  readonly unpacked?: boolean;
  readonly files?: Readonly<Record<string, Entry>>;
}

/** What an archive only names, because it lies beside it. */
function outside(entry: Entry, path = ''): readonly string[] {
  return Object.entries(entry.files ?? {}).flatMap(([name, each]) => {
    const at = path === '' ? name : `${path}/${name}`;
    if (each.files) return outside(each, at);
    return each.unpacked ? [at] : [];
  });
}

function standInForElectron(electron: string): void {
  mkdirSync(join(electron, 'locales'), { recursive: true });
  mkdirSync(join(electron, 'resources'));
  writeFileSync(join(electron, 'electron'), `….${wire}\u0001\u0008${'0'.repeat(8)}….`, {
    mode: 0o755,
  });
  for (const file of ['LICENSE', 'version', 'locales/de.pak', 'locales/en-US.pak']) {
    writeFileSync(join(electron, file), '');
  }
}

/** Our configuration around an empty app. */
function projectIn(project: string): void {
  mkdirSync(join(project, 'out', 'main'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'electron-builder.yml', 'resources']) {
    cpSync(join(projectFolder, file), join(project, file), { recursive: true });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'), 'junction');
  writeFileSync(join(project, 'out', 'main', 'index.js'), 'export {};\n');
  writeFileSync(join(project, 'out', 'main', 'index.js.map'), '{}\n');
}

async function pack(project: string, electron: string): Promise<void> {
  const cli = join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  const args = [cli, '--linux', 'dir', '--x64', `-c.electronDist=${electron}`];
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`electron-builder failed:\n${output}`);
}
