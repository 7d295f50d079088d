import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerNextDialog } from '../test/electron-host/testing.ts';
import { startSandbox } from '../test/sandbox/index.ts';
import { startKeychain } from '../test/support/keychain.ts';
import { launchApp } from '../test/support/launch-app.ts';
import { build, root } from './electron.ts';
import { obtain, prerequisites } from './prerequisites.ts';
import { signIn } from './screenshots/places.ts';

/** `npm run sample:record`: a service record in `docs/samples`, as the program makes it, and a picture of its first page. */
const folder = join(root, 'docs/samples');
mkdirSync(folder, { recursive: true });
const { chromium, secretService, pdfTools } = prerequisites;
if (!build() || !obtain([chromium, secretService, pdfTools])) process.exit(1);
const keychain = process.platform === 'linux' ? await startKeychain() : null;
const zone = 'Europe/Berlin';
const sandbox = await startSandbox({ sessions: 300, zone });
const profile = mkdtempSync(join(tmpdir(), 'tagwerk-sample-'));
const file = join(folder, 'leistungsnachweis.pdf');
const app = await launchApp({
  profile,
  keychain: keychain ?? 'system',
  lang: 'de',
  zone,
  args: [`--endpoint=${sandbox.url}`],
});
try {
  const page = await app.firstWindow();
  await signIn(page, sandbox, 'de');
  await page.keyboard.press('Control+3');
  await page.locator('main [data-roving]').nth(2).click();
  await page.locator('aside h2').waitFor();
  await answerNextDialog(app, { canceled: false, filePath: file });
  await page.getByRole('button', { name: 'Anderes Format oder anderer Ort' }).click();
  await page.getByRole('button', { name: 'Leistungsnachweis (PDF)' }).click();
  await page.locator('[data-test=export-notice]', { hasText: 'leistungsnachweis.pdf' }).waitFor();
} finally {
  await app.close();
  await sandbox.close();
  await keychain?.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
execFileSync('pdftoppm', [
  '-r',
  '100',
  '-png',
  '-f',
  '1',
  '-l',
  '1',
  '-singlefile',
  file,
  file.slice(0, -4),
]);
console.log('docs/samples/leistungsnachweis.pdf, .png');
process.exit(0);
