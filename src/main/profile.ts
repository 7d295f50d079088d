import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { discoveryFile, exportsFile } from './caches.ts';

/** Where everything of one profile lies. Nothing of ours is written anywhere else. */
export interface Profile {
  readonly directory: string;
  readonly history: string;
  readonly logs: string;
  /** What in the folder goes at sign-out: whatever can tell of a client, a colleague or a server. */
  readonly personal: readonly (string | RegExp)[];
}

/**
 * Settles the profile's folder; before Electron is ready, so that its own files go there too.
 *
 * @param userDataDir from the command line; null leaves it where the system keeps such things
 */
export function openProfile(
  app: Pick<App, 'getPath' | 'setPath'>,
  userDataDir: string | null,
): Profile {
  if (userDataDir !== null) {
    mkdirSync(userDataDir, { recursive: true, mode: 0o700 });
    app.setPath('userData', userDataDir);
  }
  const directory = app.getPath('userData');
  return {
    directory,
    history: join(directory, 'history.sqlite'),
    logs: join(directory, 'logs'),
    // The history's write-ahead log, copies and set-aside files begin with its name.
    personal: [/^history\.sqlite/, discoveryFile, exportsFile, 'logs'],
  };
}
