import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import { launchEnvironment, useElectron } from '../electron-host/launch.ts';
import { recorderArgs } from '../electron-host/testing.ts';
import type { TestKeychain } from './keychain.ts';

const root = join(import.meta.dirname, '../..');

export interface AppOptions {
  /** The profile's folder. */
  readonly profile: string;
  /** Where tokens go: a test's own, the system's, or nowhere. */
  readonly keychain: TestKeychain | 'system' | 'none';
  readonly lang?: 'de' | 'en';
  /** Our own arguments besides profile and language. */
  readonly args?: readonly string[];
  /** Main's clock begins here, UTC ms, and runs on. */
  readonly now?: number;
  /** IANA time zone the program lives in. */
  readonly zone?: string;
}

/** Starts the built app as `npm start` would, on Electron or on the host, without waiting for a window. */
export async function launchApp(options: AppOptions): Promise<ElectronApplication> {
  const { profile, lang = 'en', args = [], now } = options;
  useElectron();
  const clock = now === undefined ? [] : ['-r', join(import.meta.dirname, 'fixed-clock.cjs')];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await _electron.launch({
    args: [
      ...clock,
      ...recorderArgs,
      ...asRoot,
      root,
      `--user-data-dir=${profile}`,
      `--lang=${lang}`,
      ...args,
    ],
    env: environmentOf(options),
  });
}

/** What the app finds around itself. */
export function environmentOf({
  keychain,
  now,
  zone,
}: Pick<AppOptions, 'keychain' | 'now' | 'zone'>): Record<string, string> {
  return {
    ...definedOnly(launchEnvironment()),
    ...keychainEnvironment(keychain),
    ...(now === undefined ? {} : { TAGWERK_TEST_NOW: String(now) }),
    ...(zone === undefined ? {} : { TZ: zone }),
  };
}

function keychainEnvironment(keychain: AppOptions['keychain']): Readonly<Record<string, string>> {
  if (keychain === 'system') return {};
  if (keychain === 'none') return { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
  return keychain.env;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).filter((entry) => entry[1] !== undefined);
  return Object.fromEntries(entries as [string, string][]);
}
