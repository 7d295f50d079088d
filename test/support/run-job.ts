import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { useElectron } from '../electron-host/launch.ts';
import { environmentOf, type AppOptions } from './launch-app.ts';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

export interface Job {
  readonly process: ChildProcess;
  readonly ended: Promise<{
    /** Null where a signal ended it that it did not heed. */
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/** Starts the built app as a scheduler would: without Playwright, on Electron or on the host. */
export function startJob(
  { profile, keychain }: Pick<AppOptions, 'profile' | 'keychain'>,
  args: readonly string[],
): Job {
  useElectron();
  const executable = require('electron') as unknown as string;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...asRoot, root, `--user-data-dir=${profile}`, ...args], {
    env: environmentOf({ keychain }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { process: child, ended };
}
