import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/index.ts';
import { startKeychain, type TestKeychain } from '../../support/keychain.ts';
import { launchApp, type AppOptions } from '../../support/launch-app.ts';

export type LaunchOptions = Partial<AppOptions> & {
  /** The server whose endpoint the sign-in form begins with. */
  readonly sandbox?: Sandbox;
};

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface Fixtures {
  /** An own profile for each test, removed after it. */
  readonly profile: string;
  /** Starts a server of its own for the test. */
  readonly serve: (options?: SandboxOptions) => Promise<Sandbox>;
  /** Starts the app and waits for its window. Every app ends with its test. */
  readonly launch: (options?: LaunchOptions) => Promise<Launched>;
}

interface WorkerFixtures {
  /** A keychain no other program sees; the system's own on Windows and macOS. */
  readonly keychain: TestKeychain | 'system';
}

/* eslint-disable no-empty-pattern -- Playwright reads a fixture's needs from this pattern */
export const test = base.extend<Fixtures, WorkerFixtures>({
  keychain: [
    async ({}, use) => {
      if (process.platform !== 'linux') return await use('system');
      const keychain = await startKeychain();
      await use(keychain);
      await keychain.stop();
    },
    { scope: 'worker' },
  ],

  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tagwerk-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },

  serve: async ({}, use) => {
    const started: Sandbox[] = [];
    await use(async (options) => {
      const sandbox = await startSandbox({ sessions: 300, ...options });
      started.push(sandbox);
      return sandbox;
    });
    await Promise.all(started.map((sandbox) => sandbox.close().catch(() => undefined)));
  },

  launch: async ({ keychain, profile }, use) => {
    const started: ElectronApplication[] = [];
    await use(async ({ sandbox, args = [], ...options } = {}) => {
      const endpoint = sandbox ? [`--endpoint=${sandbox.url}`] : [];
      const app = await launchApp({
        profile,
        keychain,
        ...options,
        args: [...endpoint, ...args],
      });
      started.push(app);
      return { app, page: await app.firstWindow() };
    });
    await Promise.all(started.map((app) => app.close().catch(() => undefined)));
  },
});
/* eslint-enable no-empty-pattern */

export { expect } from '@playwright/test';
