import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AppIdentity } from './api/app.ts';

export interface LocatedApp extends AppIdentity {
  /** The file to run. */
  readonly main: string;
}

interface Package {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

/**
 * Finds the app as Electron does: a folder with a package, or a single file.
 *
 * @throws Error that says in one line what is missing.
 */
export function locateApp(given: string | null, cwd: string): LocatedApp {
  if (given === null)
    throw new Error('name the app to run: a folder with a package.json, or a file.');
  const path = resolve(cwd, given);
  if (!existsSync(path)) throw new Error(`unable to find the app at ${path}`);
  if (!statSync(path).isDirectory()) {
    return { name: 'Electron', version: '0.0.0', path: dirname(path), main: path };
  }
  const described = join(path, 'package.json');
  if (!existsSync(described)) throw new Error(`unable to find the app at ${path}: no package.json`);
  const { name, productName, version, main } = JSON.parse(
    readFileSync(described, 'utf8'),
  ) as Package;
  const file = join(path, main ?? 'index.js');
  if (!existsSync(file)) throw new Error(`the app's main file is missing: ${file}`);
  return { name: productName ?? name ?? 'Electron', version: version ?? '0.0.0', path, main: file };
}
