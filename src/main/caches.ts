import Store from 'electron-store';
import type { MainWindowDeps } from './desktop/window.ts';

/** What is kept beside the settings and can be lost without harm. */
export interface Caches {
  /** What was learnt about endpoints; goes at sign-out. */
  readonly discovery: { read(key: string): unknown; write(key: string, value: unknown): void };
  readonly bounds: MainWindowDeps['bounds'];
}

export const discoveryFile = 'discovery.json';

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
  return {
    discovery: {
      read: (key) => discovery.get(key),
      write: (key, value) => discovery.set(key, value),
    },
    bounds: {
      read: () => window.get('bounds'),
      write: (bounds) => window.set('bounds', bounds),
    },
  };
}
