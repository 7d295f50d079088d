import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { startSandbox } from '../test/sandbox/index.ts';
import { startKeychain } from '../test/support/keychain.ts';
import { launchApp } from '../test/support/launch-app.ts';
import { signIn } from './screenshots/places.ts';
import type { Scene } from './screenshots/scene.ts';
import { clientsScenes } from './screenshots/scenes/clients.ts';
import { exportsScenes } from './screenshots/scenes/exports.ts';
import { historyScenes } from './screenshots/scenes/history.ts';
import { todayScenes } from './screenshots/scenes/today.ts';
import { build, root } from './electron.ts';
import { obtain, prerequisites } from './prerequisites.ts';

/**
 * `npm run screenshots`: the pictures in `docs/`, taken of the running program. `npm run screenshots --
 * history` takes only those whose name begins so.
 */

const scenes = [...todayScenes, ...historyScenes, ...clientsScenes, ...exportsScenes];
const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
if (!build() || !obtain([prerequisites.chromium, prerequisites.secretService])) process.exit(1);
const keychain = process.platform === 'linux' ? await startKeychain() : null;
const wanted = process.argv[2] ?? '';
for (const scene of scenes.filter(({ name }) => name.startsWith(wanted))) {
  await take(scene);
  console.log(`docs/screenshots/${scene.name}.png`);
}
await keychain?.stop();
process.exit(0);

async function take(scene: Scene): Promise<void> {
  const zone = zoneOfAfternoon(new Date());
  const sandbox = await startSandbox({ sessions: scene.sessions ?? 2_000, zone });
  const profile = mkdtempSync(join(tmpdir(), 'tagwerk-picture-'));
  let app: ElectronApplication | null = null;
  try {
    app = await launchApp({
      profile,
      keychain: keychain ?? 'system',
      lang: scene.lang,
      zone,
      args: [`--endpoint=${sandbox.url}`],
    });
    const page = await app.firstWindow();
    await page.setViewportSize(scene.size ?? { width: 1100, height: 720 });
    await page.emulateMedia({ colorScheme: scene.theme ?? 'light' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await (scene.act ?? ((p, s) => signIn(p, s, scene.lang)))(page, sandbox, { app, profile });
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `${scene.name}.png`) });
  } finally {
    await app?.close();
    await sandbox.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** A time zone in which it is three in the afternoon: a day's work is then there to be seen. */
function zoneOfAfternoon(now: Date): string {
  const ahead = 15 - now.getUTCHours();
  const hours = ahead > 12 ? ahead - 24 : ahead;
  // In these names the sign is the other way round.
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
