import type { Session, WebContents } from 'electron';
import type { CdpSession } from '../cdp/connection.ts';

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

/** Chromium's names for what can be decided ahead, with Electron's. */
const permissions: readonly (readonly [
  descriptor: { name: string; sysex?: boolean },
  as: Permission,
])[] = [
  [{ name: 'geolocation' }, 'geolocation'],
  [{ name: 'notifications' }, 'notifications'],
  [{ name: 'camera' }, 'media'],
  [{ name: 'microphone' }, 'media'],
  [{ name: 'clipboard-read' }, 'clipboard-read'],
  [{ name: 'clipboard-write' }, 'clipboard-sanitized-write'],
  [{ name: 'midi' }, 'midi'],
  [{ name: 'midi', sysex: true }, 'midiSysex'],
  [{ name: 'background-sync' }, 'background-sync'],
  [{ name: 'persistent-storage' }, 'persistent-storage'],
  [{ name: 'idle-detection' }, 'idle-detection'],
  [{ name: 'screen-wake-lock' }, 'screen-wake-lock'],
  [{ name: 'storage-access' }, 'storage-access'],
  [{ name: 'window-management' }, 'window-management'],
  [{ name: 'local-fonts' }, 'local-fonts'],
  [{ name: 'display-capture' }, 'display-capture'],
  [{ name: 'accelerometer' }, 'sensors'],
  [{ name: 'gyroscope' }, 'sensors'],
  [{ name: 'magnetometer' }, 'sensors'],
  [{ name: 'payment-handler' }, 'payment-handler'],
];

export interface Permissions {
  readonly onCheck: (handler: CheckHandler | null) => void;
  readonly onRequest: (handler: RequestHandler | null) => void;
  /** Asks the app about every permission, and has Chromium keep to the answers. */
  apply(browser: CdpSession, contents: WebContents, origin: PageOrigin): Promise<void>;
}

export interface PageOrigin {
  /** As the app knows it, and as Chromium does. */
  readonly app: string;
  readonly page: string;
  readonly browserContextId: string | undefined;
}

/**
 * The permissions of one session. Chromium does not tell when a page asks, so the app's handlers
 * are asked once for every origin, before its document loads. As in Electron, a page may do
 * everything as long as there is no handler.
 */
export function createPermissions(): Permissions {
  let check: CheckHandler | null = null;
  let request: RequestHandler | null = null;

  const isGranted = async (
    contents: WebContents,
    permission: Permission,
    origin: string,
  ): Promise<boolean> => {
    const url = `${origin}/`;
    const details = { isMainFrame: true, requestingUrl: url };
    if (check && !check(contents, permission, url, { ...details, mediaType: 'unknown' })) {
      return false;
    }
    const ask = request;
    return ask === null || new Promise((resolve) => ask(contents, permission, resolve, details));
  };

  return {
    onCheck: (handler) => void (check = handler),
    onRequest: (handler) => void (request = handler),
    async apply(browser, contents, { app, page, browserContextId }) {
      const context = browserContextId === undefined ? {} : { browserContextId };
      await Promise.all(
        permissions.map(async ([permission, name]) => {
          const setting = (await isGranted(contents, name, app)) ? 'granted' : 'denied';
          await browser
            .send('Browser.setPermission', { permission, setting, origin: page, ...context })
            // A Chromium without this permission needs no telling.
            .catch(() => undefined);
        }),
      );
    },
  };
}
