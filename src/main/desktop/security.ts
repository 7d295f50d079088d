import type { App, Event, Session, WebContents } from 'electron';
import { isAppUrl } from './origin.ts';

export interface SecurityDeps {
  /** Whether this is a packaged program, which has no developer tools. */
  readonly packaged: boolean;
  /** Told of everything that was blocked. */
  readonly report: (message: string) => void;
}

type GuardedSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'on'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/**
 * Takes from the page's session what a page can ask of a browser: permissions, devices, downloads
 * and the network. The CSP says the same from inside; this holds where it is ever got around.
 */
export function secureSession(session: GuardedSession, deps: SecurityDeps): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    deps.report(`The permission ${permission} was refused.`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    deps.report('A download was refused.');
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !mayLoad(details.url, deps.packaged);
    if (cancel) deps.report(`A request to ${originOf(details.url)} was refused.`);
    answer({ cancel });
  });
}

/**
 * Keeps every web contents where it was put: no navigation, no redirect, no window, no embedded
 * page. Addresses that a person wants to follow go through `app.openLink`.
 *
 * Certificate errors are left to Electron, which refuses them; nothing here may ever answer
 * `certificate-error`.
 */
export function secureContents(app: Pick<App, 'on'>, deps: SecurityDeps): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, deps));
}

function guard(contents: WebContents, deps: SecurityDeps): void {
  const block = (what: string) => (event: Pick<Event, 'preventDefault'>) => {
    event.preventDefault();
    deps.report(`${what} was refused.`);
  };
  // The main frame's navigations are told as frame navigations as well, and before.
  contents.on('will-frame-navigate', block('A navigation'));
  contents.on('will-navigate', block('A navigation'));
  contents.on('will-redirect', block('A redirect'));
  contents.on('will-attach-webview', block('An embedded page'));
  contents.setWindowOpenHandler(() => {
    deps.report('A new window was refused.');
    return { action: 'deny' };
  });
}

function mayLoad(address: string, packaged: boolean): boolean {
  if (isAppUrl(address)) return true;
  return !packaged && address.startsWith('devtools://');
}

/** Where an address points, without what it may carry. */
function originOf(address: string): string {
  if (!URL.canParse(address)) return 'an unreadable address';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
