import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countCheck, countPlaywright, countVitest, type Count } from './counts.ts';
import { downloadElectron, installedElectron, root } from './electron.ts';
import { obtain, prerequisites, withDisplay } from './prerequisites.ts';

/** `npm test`: every check there is, and one closing line that counts them. */

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly needsDisplay?: () => boolean;
  /** Reads the test runner's report; a check without one counts as one test. */
  readonly count?: () => Count;
}

const reports = mkdtempSync(join(tmpdir(), 'tagwerk-check-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const build: Check = { name: 'build', command: ['electron-vite', 'build'] };

const statics: readonly Check[] = [
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'layers', command: ['depcruise', 'src', 'test', 'scripts', '--output-type', 'err'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types of main', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { name: 'types of renderer', command: ['vue-tsc', '-p', 'tsconfig.web.json'] },
  { name: 'unused code', command: ['knip'] },
];

const vitest: Check = {
  name: 'unit and integration tests',
  command: [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${vitestReport}`,
  ],
  count: () => countVitest(readReport(vitestReport)),
};

const playwright: Check = {
  name: 'end-to-end tests',
  command: ['playwright', 'test', '--reporter=list,json'],
  // Without Electron's binary the host runs them, which shows nothing.
  needsDisplay: () => installedElectron() !== null,
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  count: () => countPlaywright(readReport(playwrightReport)),
};

const total = { passed: 0, failed: 0 };

downloadElectron();
const ready = obtain([
  prerequisites.chromium,
  prerequisites.secretService,
  prerequisites.pdfTools,
  ...(installedElectron() === null ? [] : [prerequisites.virtualDisplay]),
]);
if (!ready) process.exit(1);
// Worth a test where it can be had; nothing else waits for it.
obtain([prerequisites.libreOffice]);

const built = await run(build);
await Promise.all([inTurn(statics), built ? inTurn([vitest, playwright]) : Promise.resolve()]);
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function inTurn(checks: readonly Check[]): Promise<void> {
  for (const check of checks) await run(check);
}

/** Runs one check; prints a line where it passes, everything it said where it does not. */
async function run(check: Check): Promise<boolean> {
  const started = performance.now();
  const { code, output } = await execute(check);
  const counted = countCheck(code, check.count);
  total.passed += counted.passed;
  total.failed += counted.failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const passed = code === 0 && counted.failed === 0;
  if (!passed) console.log(output);
  const tests = check.count ? `, ${counted.passed + counted.failed} tests` : '';
  console.log(`${passed ? '✓' : '✗'} ${check.name} (${seconds} s${tests})`);
  return passed;
}

async function execute(check: Check): Promise<{ code: number; output: string }> {
  const command = ['npx', '--no-install', ...check.command];
  const [bin = '', ...args] = check.needsDisplay?.() ? withDisplay(command) : command;
  const child = spawn(bin, args, {
    cwd: root,
    env: { ...process.env, ...check.env },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (status) => resolve(status ?? 1));
  });
  return { code, output };
}

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
