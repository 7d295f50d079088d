import { isAbsolute } from 'node:path';
import Store from 'electron-store';
import type { MainWindowDeps } from './desktop/window.ts';

/** What is kept beside the settings and can be lost without harm. */
export interface Caches {
  /** What was learnt about endpoints; goes at sign-out. */
  readonly discovery: { read(key: string): unknown; write(key: string, value: unknown): void };
  readonly bounds: MainWindowDeps['bounds'];
  /** Where the last export went; goes at sign-out. Not among the settings: those are the page's to change. */
  readonly exportFolder: { read(): string | null; write(folder: string): void };
}

export const discoveryFile = 'discovery.json';
export const exportsFile = 'exports.json';

/** Small JSON files in the profile. Whoever reads from them checks what comes. */
export function openCaches(directory: string): Caches {
  // Keys are addresses, whose dots mean nothing; a file that is no JSON is begun anew.
  const options = {
    cwd: directory,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: true,
  };
  const discovery = new Store<Record<string, unknown>>({ ...options, name: 'discovery' });
  const window = new Store<Record<string, unknown>>({ ...options, name: 'window' });
  const exported = new Store<Record<string, unknown>>({ ...options, name: 'exports' });
  return {
    discovery: {
      read: (key) => discovery.get(key),
      write: (key, value) => discovery.set(key, value),
    },
    bounds: {
      read: () => window.get('bounds'),
      write: (bounds) => window.set('bounds', bounds),
    },
    exportFolder: {
      read() {
        const folder = exported.get('folder');
        return typeof folder === 'string' && isAbsolute(folder) ? folder : null;
      },
      write: (folder) => exported.set('folder', folder),
    },
  };
}
