import { existsSync, mkdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { TestKeychain } from '../../support/keychain.ts';
import { startJob, type Job } from '../../support/run-job.ts';
import { expect } from './fixtures.ts';

export interface Scheduler {
  /** Where files go. */
  readonly folder: string;
  at(name: string): string;
  start(...args: readonly string[]): Job;
  /** Runs a job to its end, which has to be this one, said in one line and nothing else. */
  expect(code: number, words: RegExp | string, ...args: readonly string[]): Promise<void>;
}

/** Starts jobs on a profile as a scheduler does. */
export function schedulerOn(
  profile: string,
  keychain: TestKeychain | 'system' | 'none',
): Scheduler {
  const folder = join(profile, 'jobs');
  mkdirSync(folder, { recursive: true });
  const start = (...args: readonly string[]): Job => startJob({ profile, keychain }, args);
  return {
    folder,
    at: (name) => join(folder, name),
    start,
    async expect(code, words, ...args) {
      const end = await start(...args).ended;
      expect(end.stderr).toMatch(words);
      expect(end.stderr).toMatch(/^Tagwerk: [^\n]+\n$/);
      expect({ code: end.code, stdout: end.stdout }).toEqual({ code, stdout: '' });
    },
  };
}

/** The first column of a CSV file without its head. */
export function idsIn(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',', 1)[0] ?? '');
}

/** Resolves once a file is being written in a folder. */
export function beingWritten(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_event, name) => {
      if (!name?.endsWith('.part') || !existsSync(join(folder, name))) return;
      watcher.close();
      resolve();
    });
  });
}
