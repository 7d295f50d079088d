import { randomBytes } from 'node:crypto';
import { app, net } from 'electron';
import type { Language } from '../shared/language.ts';
import { systemZone } from '../shared/time.ts';
import { createAccount } from './account/account.ts';
import { createCredentials } from './account/credentials.ts';
import { createDemo } from './account/demo.ts';
import { loadKeytar } from './account/keytar.ts';
import { createSettings } from './account/settings.ts';
import type { Account, Credentials, SettingsStore } from './account/types.ts';
import { wipeProfile } from './account/wipe.ts';
import { openCaches, type Caches } from './caches.ts';
import type { Arguments } from './desktop/arguments.ts';
import { resolveLanguage } from './desktop/language.ts';
import type { Log } from './log.ts';
import { verifyTokens } from './pcvisit/index.ts';
import type { Profile } from './profile.ts';
import { createWorkspace, type Workspace, type WorkspaceDeps } from './workspace.ts';

export interface CoreDeps extends Pick<
  WorkspaceDeps,
  'isVisible' | 'isLive' | 'onSync' | 'onHistory' | 'onImprint'
> {
  readonly options: Pick<Arguments, 'endpoint' | 'language'>;
  readonly profile: Profile;
  readonly log: Log;
}

/** What the program works with, whether anybody sees it or not. */
export interface Core {
  readonly settings: SettingsStore;
  readonly caches: Caches;
  readonly workspace: Workspace;
  readonly credentials: Credentials;
  readonly account: Account;
  readonly language: () => Language;
  /** UTC ms. */
  readonly clock: () => number;
  /** Tells of every change of sync and account. @returns the way to stop listening. */
  onSync(listener: () => void): () => void;
}

const clock = Date.now;
const timers = {
  setTimeout,
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
};

/** Electron's own, because it knows the system's proxies and certificates. */
const fetch: typeof globalThis.fetch = (address, init) =>
  net.fetch(address instanceof URL ? address.href : address, init);

/** Builds them; nothing is read or asked yet. Electron is ready. */
export function createCore({ options, profile, log, ...effects }: CoreDeps): Core {
  const settings = createSettings({ directory: profile.directory, log });
  const caches = openCaches(profile.directory);
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  const network = { fetch, clock, log: log.entry };
  const workspace = createWorkspace({
    ...effects,
    onSync(state) {
      effects.onSync(state);
      tell();
    },
    historyFile: profile.history,
    workerUrl: new URL('history-worker.js', import.meta.url),
    api: { ...network, discoveryCache: caches.discovery, appVersion: app.getVersion() },
    sync: { clock, timers, random: Math.random, log: log.entry },
    settings: settings.read,
    onTokensRejected: (problem) => account.reject(problem),
  });
  const demo = createDemo({
    workerUrl: new URL('sandbox.js', import.meta.url),
    options: { zone: systemZone() },
    log,
  });
  const credentials = createCredentials({
    keytar: loadKeytar,
    service: 'Tagwerk',
    account: settings.profile().profileId,
    log,
  });
  const account = createAccount({
    credentials,
    settings,
    presetEndpoint: options.endpoint,
    randomKey: () => randomBytes(32),
    effects: {
      verify: (endpoint, tokens) => verifyTokens({ ...network, endpoint, tokens }),
      open: workspace.open,
      close: workspace.close,
      wipe: () => wipeProfile({ directory: profile.directory, names: profile.personal }),
      demo: demo.start,
    },
    log,
  });
  account.onChange(tell);
  return {
    settings,
    caches,
    workspace,
    credentials,
    account,
    language: () =>
      resolveLanguage({
        setting: settings.read().language,
        override: options.language,
        preferred: app.getPreferredSystemLanguages(),
      }),
    clock,
    onSync(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
