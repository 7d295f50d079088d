import { build, chooseRuntime, downloadElectron, runApp } from './electron.ts';
import { hasDisplay, obtain, prerequisites } from './prerequisites.ts';

/** `npm start`: builds Tagwerk and runs it for real use. */
const args = process.argv.slice(2);

const isWindowless = args.some((each) => /^--(headless|export)(=|$)/.test(each));

if (!hasDisplay() && !isWindowless) {
  console.error('There is no display here. Run it without a window: npm start -- --headless');
  process.exit(1);
}
if (!build()) process.exit(1);
downloadElectron();
const runtime = chooseRuntime();
if (runtime.kind === 'host') {
  if (!obtain([prerequisites.chromium])) process.exit(1);
  console.error('Electron’s binary is not to be had here: running on Chromium in its place.');
}
process.exit(await runApp(runtime, args));
