import { spawnSync } from 'node:child_process';
import { downloadElectron, installedElectron, root } from './electron.ts';
import { hasDisplay, obtain, prerequisites, withDisplay } from './prerequisites.ts';

/** `npm run e2e:electron`: the end-to-end tests on real Electron, or not at all. */
downloadElectron();
if (installedElectron() === null) {
  console.error(
    'Electron’s binary is missing and could not be downloaded. Try: npx install-electron',
  );
  process.exit(1);
}
const wanted = [
  prerequisites.secretService,
  ...(hasDisplay() ? [] : [prerequisites.virtualDisplay]),
];
if (!obtain(wanted)) process.exit(1);
const [program = '', ...args] = withDisplay(['npx', '--no-install', 'playwright', 'test']);
const run = spawnSync(program, [...args, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(run.status ?? 1);
