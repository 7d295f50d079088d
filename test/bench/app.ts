import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { startKeychain, type TestKeychain } from '../support/keychain.ts';
import { launchApp } from '../support/launch-app.ts';
import { startServer } from './children.ts';

/** A profile that is signed in and whose first sync is over. */
export interface Profile {
  /** Starts the built app with it; its server is there as long as the profile is. */
  launch(): Promise<ElectronApplication>;
  /** Ends the server: the app has what it had. */
  leaveAlone(): void;
  remove(): void;
}

/** A keychain no other program sees; the system's own, told as null, where it is not the benchmark's to make. */
export async function benchKeychain(): Promise<TestKeychain | null> {
  return process.platform === 'linux' ? await startKeychain() : null;
}

export async function prepareProfile(
  sessions: number,
  keychain: TestKeychain | null,
): Promise<Profile> {
  const server = await startServer(sessions);
  const profile = mkdtempSync(join(tmpdir(), 'tagwerk-bench-'));
  const launch = async (args: readonly string[] = []) =>
    await launchApp({ profile, keychain: keychain ?? 'system', args });
  const app = await launch([`--endpoint=${server.endpoint}`]);
  const page = await app.firstWindow();
  await page.getByLabel('Integrator token', { exact: true }).fill(server.tokens.integratorToken);
  await page.getByLabel('User token', { exact: true }).fill(server.tokens.userToken);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await firstToday(page);
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 1_200_000 });
  await app.close();
  return {
    launch: () => launch(),
    leaveAlone: () => server.stop(),
    remove() {
      server.stop();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export async function firstToday(page: Page): Promise<void> {
  await page.locator('[data-test=logged]', { hasText: /\d/ }).waitFor();
}
