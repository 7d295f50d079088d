import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { startSandbox, type Sandbox } from '../test/sandbox/index.ts';
import { startKeychain } from '../test/support/keychain.ts';
import { launchApp } from '../test/support/launch-app.ts';
import {
  openClient,
  openExport,
  openIntegration,
  openOwnCompany,
  openPerson,
  openRules,
} from './screenshots/acts.ts';
import { build, root } from './electron.ts';
import { obtain, prerequisites } from './prerequisites.ts';

/**
 * `npm run screenshots`: the pictures in `docs/`, taken of the running program. `npm run screenshots --
 * history` takes only those whose name begins so.
 */

interface Scene {
  readonly name: string;
  readonly lang: 'de' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly sessions?: number;
  readonly size?: { readonly width: number; readonly height: number };
  /** What happens before the picture is taken; by default someone signs in. */
  readonly act?: (page: Page, sandbox: Sandbox) => Promise<void>;
}

const words = {
  de: { integrator: 'Integrator-Token', user: 'Benutzer-Token', submit: 'Anmelden' },
  en: { integrator: 'Integrator token', user: 'User token', submit: 'Sign in' },
} as const;

const nothing = (): Promise<void> => Promise.resolve();

const scenes: Scene[] = [
  { name: 'sign-in-en-light', lang: 'en', act: nothing },
  { name: 'sign-in-de-light', lang: 'de', act: nothing },
  { name: 'sign-in-de-dark', lang: 'de', theme: 'dark', act: nothing },
  {
    name: 'sign-in-de-rejected',
    lang: 'de',
    act: async (page, sandbox) => {
      sandbox.setFaults({ tokensRevoked: true });
      await fill(page, sandbox, 'de');
      await page.getByRole('alert').locator('strong').waitFor();
    },
  },
  { name: 'today-en-light', lang: 'en' },
  { name: 'today-de-light', lang: 'de' },
  { name: 'today-de-dark', lang: 'de', theme: 'dark' },
  { name: 'today-de-empty', lang: 'de', sessions: 0 },
  { name: 'today-de-narrow', lang: 'de', size: { width: 720, height: 480 } },
  {
    name: 'today-de-offline',
    lang: 'de',
    act: async (page, sandbox) => {
      await signIn(page, sandbox, 'de');
      await sandbox.close();
      await page.keyboard.press('F5');
      await page.locator('main').getByText('Keine Verbindung').first().waitFor();
    },
  },
  { name: 'history-en-light', lang: 'en', act: toHistory('en') },
  { name: 'history-en-dark', lang: 'en', theme: 'dark', act: toHistory('en') },
  { name: 'history-de-light', lang: 'de', act: toHistory('de', search('mü')) },
  { name: 'history-de-dark', lang: 'de', theme: 'dark', act: toHistory('de', search('mü')) },
  {
    name: 'history-de-grouped',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await search('von:1.10. bis:31.10.')(page);
      await page.getByLabel('Liste gruppieren').selectOption('client');
      await page.locator('.group-line').first().waitFor();
    }),
  },
  {
    name: 'history-de-session',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await search('-rechnung:abgerechnet müller')(page);
      await page.locator('[data-line="2"]').click();
      await page.getByText('Private Notiz').first().waitFor();
    }),
  },
  {
    name: 'history-de-filter',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await page.getByRole('button', { name: 'Zeitraum' }).click();
      await page.getByRole('radio', { name: /^Dieses Quartal/ }).check();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Kunde', exact: true }).click();
      await page.getByRole('dialog').getByRole('checkbox').nth(2).check();
    }),
  },
  {
    name: 'history-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toHistory('de', search('computer:kasse')),
  },
  {
    name: 'history-de-narrow-session',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toHistory('de', async (page) => {
      await search('computer:kasse')(page);
      await page.locator('[data-line="1"]').click();
      await page.getByText('Private Notiz').first().waitFor({ state: 'attached' });
    }),
  },
  { name: 'export-de-light', lang: 'de', act: toHistory('de', openExport) },
  { name: 'export-de-dark', lang: 'de', theme: 'dark', act: toHistory('de', openExport) },
  {
    name: 'export-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toHistory('de', openExport),
  },
  {
    name: 'history-de-nothing',
    lang: 'de',
    act: toHistory('de', async (page) => {
      await page.getByLabel('Verlauf durchsuchen').fill('drucker kunde:nirgends von:31.2.');
      await page.getByRole('heading', { name: 'Nichts gefunden' }).waitFor();
    }),
  },
  {
    name: 'history-de-offline',
    lang: 'de',
    act: toHistory('de', async (page, sandbox) => {
      await sandbox.close();
      await page.keyboard.press('F5');
      await page.locator('main').getByText('Keine Verbindung').first().waitFor();
    }),
  },
  { name: 'clients-en-light', lang: 'en', act: toClients('en') },
  { name: 'clients-de-light', lang: 'de', act: toClients('de', openClient) },
  { name: 'own-company-de-light', lang: 'de', act: toClients('de', openOwnCompany) },
  { name: 'clients-de-dark', lang: 'de', theme: 'dark', act: toClients('de', openClient) },
  {
    name: 'clients-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toClients('de', openClient),
  },
  { name: 'rules-de-light', lang: 'de', act: toClients('de', openRules) },
  { name: 'rules-de-dark', lang: 'de', theme: 'dark', act: toClients('de', openRules) },
  {
    name: 'rules-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toClients('de', openRules),
  },
  { name: 'person-de-light', lang: 'de', act: toClients('de', openPerson) },
  { name: 'person-de-dark', lang: 'de', theme: 'dark', act: toClients('de', openPerson) },
  { name: 'integration-de-light', lang: 'de', act: toIntegration },
  {
    name: 'integration-de-narrow',
    lang: 'de',
    size: { width: 720, height: 480 },
    act: toIntegration,
  },
  {
    name: 'settings-de-light',
    lang: 'de',
    act: async (page, sandbox) => {
      await signIn(page, sandbox, 'de');
      await page.keyboard.press('Control+4');
      await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
    },
  },
];

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
    await (scene.act ?? ((p, s) => signIn(p, s, scene.lang)))(page, sandbox);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(folder, `${scene.name}.png`) });
  } finally {
    await app?.close();
    await sandbox.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function fill(page: Page, sandbox: Sandbox, lang: Scene['lang']): Promise<void> {
  await page
    .getByLabel(words[lang].integrator, { exact: true })
    .fill(sandbox.tokens.integratorToken);
  await page.getByLabel(words[lang].user, { exact: true }).fill(sandbox.tokens.userToken);
  await page.locator('input[name=own-email]').fill(sandbox.ownEmail);
  await page.getByRole('button', { name: words[lang].submit, exact: true }).click();
}

async function signIn(page: Page, sandbox: Sandbox, lang: Scene['lang']): Promise<void> {
  await fill(page, sandbox, lang);
  await page.locator('[data-test=logged]', { hasText: /\d/ }).waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
}

/** Types into the search of the history, and waits for what it finds. */
function search(text: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.locator('[role=search] input').fill(text);
    await page.waitForTimeout(300);
    await page.locator('[data-line]').first().waitFor();
  };
}

/** Signs in and turns to the history; then whatever else. */
function toHistory(
  lang: Scene['lang'],
  then: (page: Page, sandbox: Sandbox) => Promise<void> = nothing,
): (page: Page, sandbox: Sandbox) => Promise<void> {
  return async (page, sandbox) => {
    await signIn(page, sandbox, lang);
    await page.keyboard.press('Control+2');
    await page.locator('[data-line]').first().waitFor();
    await then(page, sandbox);
  };
}

/** Signs in and turns to the clients; then whatever else. */
function toClients(
  lang: Scene['lang'],
  then: (page: Page, sandbox: Sandbox) => Promise<void> = nothing,
): (page: Page, sandbox: Sandbox) => Promise<void> {
  return async (page, sandbox) => {
    await signIn(page, sandbox, lang);
    await page.keyboard.press('Control+3');
    await page.locator('[data-roving]').first().waitFor();
    await then(page, sandbox);
  };
}

async function toIntegration(page: Page, sandbox: Sandbox): Promise<void> {
  await signIn(page, sandbox, 'de');
  await openIntegration(page);
}

/** A time zone in which it is three in the afternoon: a day's work is then there to be seen. */
function zoneOfAfternoon(now: Date): string {
  const ahead = 15 - now.getUTCHours();
  const hours = ahead > 12 ? ahead - 24 : ahead;
  // In these names the sign is the other way round.
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
