import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hasDisplay } from './prerequisites.ts';

export const root = dirname(import.meta.dirname);

/** The program that runs `out/`: Electron itself, or the stand-in where it cannot be had. */
export interface Runtime {
  readonly kind: 'electron' | 'host';
  readonly executable: string;
}

const installer = join(dirname(createRequire(import.meta.url).resolve('electron')), 'install.js');
const host: Runtime = { kind: 'host', executable: join(root, 'test/electron-host/dist/electron') };

/** Electron's own executable, where its binary lies in `node_modules`; else null. */
export function installedElectron(): string | null {
  const folder = dirname(installer);
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

/** Lets Electron download its binary once; being offline is no error. */
export function downloadElectron(): void {
  if (installedElectron() !== null) return;
  spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: 180_000 });
}

/** What the app runs on here. Real Electron wants a display; the host does not. */
export function chooseRuntime(env: NodeJS.ProcessEnv = process.env): Runtime {
  const executable = hasDisplay(env) ? installedElectron() : null;
  return executable === null ? host : { kind: 'electron', executable };
}

/** Builds main, preload and renderer into `out/`. Prints only where it fails. */
export function build(): boolean {
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const built = spawnSync(process.execPath, [cli, 'build'], { cwd: root, encoding: 'utf8' });
  if (built.status === 0) return true;
  console.error(`${built.stdout}\n${built.stderr}\nThe build failed; see above.`);
  return false;
}

/** Runs the built app in the foreground until it ends. @returns its exit code. */
export async function runApp(runtime: Runtime, args: readonly string[]): Promise<number> {
  const sandboxing =
    runtime.kind === 'electron' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(runtime.executable, [...sandboxing, root, ...args], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`Tagwerk cannot start ${runtime.executable}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
