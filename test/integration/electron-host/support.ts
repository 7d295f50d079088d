import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll } from 'vitest';
import { useElectron } from '../../electron-host/launch.ts';

const host = join(import.meta.dirname, '../../electron-host');
export const fixtures = join(host, 'fixtures');

// These tests are about the host, whatever else is installed.
useElectron({ ...process.env, TAGWERK_HOST: '1' });

export const hostEnvironment = {
  ...process.env,
  TAGWERK_HOST_HEADLESS: '1',
} as Record<string, string>;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder that goes when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'host-test-'));
  folders.push(folder);
  return folder;
}

/** Starts the fixture app as any spec starts the real one. */
export async function launchFixture(
  before: readonly string[] = [],
  userData = temporaryFolder(),
): Promise<ElectronApplication> {
  const args = [...before, join(fixtures, 'app'), `--user-data-dir=${userData}`];
  const app = await _electron.launch({ args, env: hostEnvironment, colorScheme: null });
  return app;
}

export interface Fixture {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** The fixture app with its first page loaded. */
export async function openFixture(before: readonly string[] = []): Promise<Fixture> {
  const app = await launchFixture(before);
  const page = await app.firstWindow();
  await page.getByRole('heading', { name: 'Fixture' }).waitFor();
  return { app, page };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Chromium's folders that this host left behind. */
  readonly leftovers: readonly string[];
}

/** Runs the host without Playwright until it ends, in a process group of its own. */
export function runHost(
  args: readonly string[],
  env = hostEnvironment,
  meanwhile: (host: ChildProcessWithoutNullStreams) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(join(host, 'dist/electron'), args, { env, detached: true });
  meanwhile(child);
  const read = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (read.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (read.stderr += String(chunk)));
  const leftovers = (): string[] =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`electron-host-${child.pid}-`));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ...read, leftovers: leftovers() }));
  });
}
