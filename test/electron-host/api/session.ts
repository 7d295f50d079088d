import type * as electron from 'electron';
import type { ProxyConfig, Session, WebContents } from 'electron';
import type { CdpSession } from '../cdp/connection.ts';
import type { Context, OpenSession } from '../context.ts';
import { refuseDownloads } from '../network/downloads.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { originOf, type Schemes } from '../schemes.ts';
import { createEvent, KnownEvents, NotImplementedError, strict } from '../strict.ts';
import { createPermissions } from './permissions.ts';
import { createProtocol, type ProtocolHandlers } from './protocol.ts';
import { createWebRequests, type WebRequests } from './web-request.ts';

type SessionModule = typeof electron.session;

/** A session as the network sees it. */
export interface HostSession extends OpenSession {
  readonly protocol: ProtocolHandlers;
  readonly webRequests: WebRequests;
}

export interface SessionDeps {
  readonly life: Lifecycle;
  readonly schemes: Schemes;
  readonly running: Context['running'];
  /** What has to be intercepted may have changed. */
  readonly onInterest: () => void;
  readonly fetch: (session: HostSession) => Session['fetch'];
  /** Gives Chromium's own profile, which is a temporary one, to the first session that wants it. */
  readonly takeProfile: () => boolean;
}

const events = [
  'will-download',
  'preconnect',
  'select-serial-port',
  'select-hid-device',
  'select-usb-device',
];

/**
 * One session: the default one, a kept one (`persist:…`) or one in memory.
 *
 * @param partition empty for the default session.
 */
export function createSession(partition: string, deps: SessionDeps): HostSession {
  const protocol = createProtocol(deps.life, deps.schemes);
  const webRequests = createWebRequests(deps.onInterest);
  const permissions = createPermissions();
  const emitter = new KnownEvents('session', events);
  let contextId: Promise<string | undefined> | null = null;
  let userAgent: string | null = null;
  let proxy: ProxyConfig = {};
  const browser = () => deps.running().chromium.connection.browser;

  const context = (): Promise<string | undefined> => {
    contextId ??= deps.takeProfile() ? Promise.resolve(undefined) : createContext(browser());
    return contextId;
  };

  const members = {
    protocol: protocol.face,
    webRequest: webRequests.face,
    isPersistent: () => partition === '' || partition.startsWith('persist:'),
    setPermissionCheckHandler: permissions.onCheck,
    setPermissionRequestHandler: permissions.onRequest,
    setDevicePermissionHandler: () => undefined,
    setUserAgent: (value: string) => void (userAgent = value),
    getUserAgent: () => userAgent ?? deps.running().chromium.userAgent,
    setSpellCheckerEnabled: () => undefined,
    setSpellCheckerLanguages: () => undefined,
    setProxy: (config: ProxyConfig) => {
      proxy = config;
      return Promise.resolve();
    },
    resolveProxy: () => Promise.resolve(proxy.proxyRules ? `PROXY ${proxy.proxyRules}` : 'DIRECT'),
    closeAllConnections: () => Promise.resolve(),
    clearHostResolverCache: () => Promise.resolve(),
    clearAuthCache: () => Promise.resolve(),
    flushStorageData: () => undefined,
    clearCache: async () => {
      // Chromium's cache belongs to a page's session; no page has anything in another profile's.
      await clearStorage(['cache_storage', 'shader_cache']);
    },
    clearStorageData: async (options: Electron.ClearStorageDataOptions = {}) => {
      const kinds = options.storages ?? ['all'];
      if (options.origin) await clearOrigin(options.origin, kinds.join(','));
      else await clearStorage(kinds);
    },
    clearData: () => clearStorage(['all']),
    getStoragePath: () => null,
    get fetch(): Session['fetch'] {
      return deps.fetch(session);
    },
  };

  const clearOrigin = async (origin: string, storageTypes: string): Promise<void> => {
    const page = originOf(deps.schemes.toPage(`${origin}/`));
    await browser().send('Storage.clearDataForOrigin', { origin: page, storageTypes });
  };

  const origins = new Set<string>();
  const clearStorage = async (kinds: readonly string[]): Promise<void> => {
    const browserContextId = await context();
    if (kinds.includes('all') || kinds.includes('cookies')) {
      await browser().send(
        'Storage.clearCookies',
        browserContextId === undefined ? {} : { browserContextId },
      );
    }
    for (const origin of origins) await clearOrigin(origin, kinds.join(','));
  };

  Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members));
  const session: HostSession = {
    face: strict(emitter, 'session') as unknown as Session,
    protocol,
    webRequests,
    contextId: context,
    onDownload(contents, url, filename) {
      const item = strict({ getURL: () => url, getFilename: () => filename }, 'DownloadItem');
      const event = createEvent({});
      emitter.emit('will-download', event, item, contents);
      if (!event.defaultPrevented) throw new NotImplementedError(`a download (${url})`);
    },
    async applyPermissions(contents: WebContents, origin: string) {
      origins.add(origin);
      const page = originOf(deps.schemes.toPage(`${origin}/`));
      const browserContextId = await context();
      await permissions.apply(browser(), contents, { app: origin, page, browserContextId });
    },
  };
  return session;
}

async function createContext(browser: CdpSession): Promise<string> {
  const made = await browser.send('Target.createBrowserContext', { disposeOnDetach: true });
  await refuseDownloads(browser, made.browserContextId);
  return made.browserContextId;
}

export interface Sessions {
  /** The module `session`. */
  readonly face: SessionModule;
  readonly all: () => HostSession[];
  get(partition: string): HostSession;
  of(face: Session): HostSession;
}

export function createSessions(given: Omit<SessionDeps, 'takeProfile'>): Sessions {
  let profileTaken = false;
  const takeProfile = (): boolean => {
    const free = !profileTaken;
    profileTaken = true;
    return free;
  };
  const deps: SessionDeps = { ...given, takeProfile };
  const sessions = new Map<string, HostSession>();
  const get = (partition: string): HostSession => {
    const known = sessions.get(partition) ?? createSession(partition, deps);
    sessions.set(partition, known);
    return known;
  };
  const requireReady = (): void =>
    deps.life.requireReady('Session can only be received when app is ready');
  const face = {
    get defaultSession(): Session {
      requireReady();
      return get('').face;
    },
    fromPartition(partition: string): Session {
      requireReady();
      return get(partition).face;
    },
  };
  return {
    face: strict(face, 'session') as unknown as SessionModule,
    all: () => [...sessions.values()],
    get,
    of(wanted) {
      const found = [...sessions.values()].find((each) => each.face === wanted);
      if (!found) throw new NotImplementedError('a session that the host did not make');
      return found;
    },
  };
}
