import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron, type ElectronApplication } from 'playwright';
import { build, chooseRuntime, downloadElectron, root, runApp, type Runtime } from './electron.ts';
import { hasDisplay, obtain, prerequisites } from './prerequisites.ts';

/**
 * `npm run demo`: Tagwerk on its embedded sample server, signed in, in a profile of its own that
 * is removed at the end, unless something went wrong. Without a display it runs headless, prints today's total and takes a picture.
 */
const { values, positionals } = parseArgs({
  options: { once: { type: 'boolean', default: false }, lang: { type: 'string' } },
  strict: false,
  allowPositionals: true,
});

if (!build()) process.exit(1);
downloadElectron();
const runtime = chooseRuntime();
if (runtime.kind === 'host') {
  if (!obtain([prerequisites.chromium])) process.exit(1);
  if (hasDisplay()) {
    console.error('Electron’s binary is not to be had here: running on Chromium in its place.');
  }
}

const profile = mkdtempSync(join(tmpdir(), 'tagwerk-demo-'));
let keepProfile = false;
process.on('exit', () => {
  if (!keepProfile) rmSync(profile, { recursive: true, force: true });
});
const args = ['--demo', `--user-data-dir=${profile}`, ...positionals];
if (typeof values.lang === 'string') args.push(`--lang=${values.lang}`);

process.exit(hasDisplay() ? await runApp(runtime, args) : await runHeadless(runtime));

async function runHeadless(on: Runtime): Promise<number> {
  console.log('No display here: running headless.');
  const app = await _electron.launch({ executablePath: on.executable, args: [root, ...args] });
  const ended = new Promise<void>((resolve) => app.on('close', () => resolve()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void app.close());
  const picture = join(tmpdir(), 'tagwerk-today.png');
  try {
    console.log(`${await takeToday(app, picture)}\nPicture: ${picture}`);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    console.error(`Today did not appear (${reason}). The log: ${join(profile, 'logs')}`);
    keepProfile = true;
    await app.close();
    return 1;
  }
  if (values.once) {
    await app.close();
    return 0;
  }
  console.log('Running until Ctrl+C.');
  await ended;
  return 0;
}

/** Waits until Today is there and pictures it. @returns today's total in one line. */
async function takeToday(app: ElectronApplication, picture: string): Promise<string> {
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1100, height: 720 });
  const summary = page.locator('section', { has: page.locator('[data-test=logged]') });
  await summary
    .getByText(/\d:\d\d/)
    .first()
    .waitFor();
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 120_000 });
  await page.screenshot({ path: picture });
  return (await summary.innerText()).replace(/\s+/g, ' ').trim();
}
