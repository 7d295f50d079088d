import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface Dress {
  readonly executable: string;
  readonly args: readonly string[];
  readonly appPath: string;
  readonly root: string;
}

/** Gives `process` what an app finds on it under Electron. */
export function dressProcess({ executable, args, appPath, root }: Dress): void {
  const electron = JSON.parse(
    readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'),
  ) as { version: string };
  const resources =
    basename(dirname(appPath)) === 'resources'
      ? dirname(appPath)
      : join(dirname(executable), 'resources');
  const constant = (object: object, name: string, value: unknown): void => {
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true });
  };
  process.argv = [executable, ...args];
  process.execPath = executable;
  delete process.env['TAGWERK_HOST_EXECUTABLE'];
  constant(process, 'type', 'browser');
  constant(process, 'defaultApp', true);
  constant(process, 'resourcesPath', resources);
  constant(process.versions, 'electron', electron.version);
}
