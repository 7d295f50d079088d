import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { whichElectron } from '../electron-host/launch.ts';
import { startKeychain, type TestKeychain } from '../support/keychain.ts';
import { launchApp } from '../support/launch-app.ts';
import { startServer, type BenchServer } from './children.ts';
import type { Figure } from './report.ts';

const rounds = 5;

/**
 * From the start of the program to the first Today, read from a history of so many sessions, beside
 * the same start with a history that holds next to nothing.
 */
export async function benchStart(sessions: number): Promise<readonly Figure[]> {
  const keychain = process.platform === 'linux' ? await startKeychain() : null;
  const full = await prepare(sessions, keychain);
  const bare = await prepare(10, keychain);
  try {
    const times = { full: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.full.push(await timeStart(full.profile, keychain));
      times.bare.push(await timeStart(bare.profile, keychain));
    }
    const on = whichElectron() === 'host' ? ', on the Electron host' : '';
    return [
      {
        name: `start to first Today from ${sessions} sessions${on}, median of ${rounds}`,
        measured: median(times.full),
        floor: median(times.bare),
        floorName: 'the same from 10 sessions',
        unit: 'ms',
      },
    ];
  } finally {
    for (const { profile, server } of [full, bare]) {
      server.stop();
      rmSync(profile, { recursive: true, force: true });
    }
    await keychain?.stop();
  }
}

/** A profile that is signed in and whose first sync is over. */
async function prepare(
  sessions: number,
  keychain: TestKeychain | null,
): Promise<{ profile: string; server: BenchServer }> {
  const server = await startServer(sessions);
  const profile = mkdtempSync(join(tmpdir(), 'tagwerk-bench-'));
  const app = await launchApp({
    profile,
    keychain: keychain ?? 'system',
    args: [`--endpoint=${server.endpoint}`],
  });
  const page = await app.firstWindow();
  await page.getByLabel('Integrator token', { exact: true }).fill(server.tokens.integratorToken);
  await page.getByLabel('User token', { exact: true }).fill(server.tokens.userToken);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await firstToday(page);
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 600_000 });
  await app.close();
  return { profile, server };
}

async function timeStart(profile: string, keychain: TestKeychain | null): Promise<number> {
  const started = performance.now();
  const app = await launchApp({ profile, keychain: keychain ?? 'system' });
  await firstToday(await app.firstWindow());
  const took = performance.now() - started;
  await app.close();
  return took;
}

async function firstToday(page: Page): Promise<void> {
  await page.locator('[data-test=logged]', { hasText: /\d/ }).waitFor();
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
