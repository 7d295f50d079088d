import type { CdpSession } from '../cdp/connection.ts';
import type { HostSession, Sessions } from '../api/session.ts';
import type { Context, PageOwner } from '../context.ts';
import { originOf } from '../schemes.ts';
import { followDownloads, refuseDownloads } from './downloads.ts';
import { fromHeaders, toHeaders, type HeaderEntry, type Paused } from './paused.ts';
import { serve } from './serve.ts';

export interface InterceptionDeps {
  readonly context: Context;
  readonly sessions: Sessions;
}

/** What one paused request is about. */
interface Case {
  readonly browser: CdpSession;
  readonly paused: Paused;
  readonly url: string;
  readonly page: PageOwner | null;
  readonly session: HostSession;
}

/**
 * Stands between Chromium and the network: decides navigations, answers the app's own schemes, and
 * asks the sessions' `webRequest`. Everything else goes on to Chromium, so that what a policy
 * forbids is forbidden by Chromium itself.
 */
export class Interception {
  private readonly deps: InterceptionDeps;

  constructor(deps: InterceptionDeps) {
    this.deps = deps;
  }

  async start(browser: CdpSession): Promise<void> {
    browser.on('Fetch.requestPaused', (paused) => {
      this.decide(browser, paused as Paused).catch(() => undefined);
    });
    followDownloads(browser, this.deps.context);
    await Promise.all([this.refresh(browser), refuseDownloads(browser)]);
  }

  /** Intercepts what somebody wants to know of, and no more. */
  async refresh(browser: CdpSession): Promise<void> {
    const { context, sessions } = this.deps;
    const own = context.schemes.names.map((scheme) => context.schemes.patternOf(scheme));
    const watched = (stage: 'request' | 'response'): boolean =>
      sessions.all().some((session) => session.webRequests.watches(stage));
    await browser.send('Fetch.enable', {
      patterns: [
        { urlPattern: '*', resourceType: 'Document' },
        ...own.map((urlPattern) => ({ urlPattern })),
        ...(watched('request') ? [{ urlPattern: '*' }] : []),
        ...(watched('response') ? [{ urlPattern: '*', requestStage: 'Response' as const }] : []),
      ],
    });
  }

  private async decide(browser: CdpSession, paused: Paused): Promise<void> {
    const { context, sessions } = this.deps;
    const pages = [...context.pages.values()];
    const page = pages.find((each) => each.frames.has(paused.frameId)) ?? null;
    const session = (page?.session as HostSession | undefined) ?? sessions.get('');
    const url = context.schemes.fromPage(paused.request.url);
    const each: Case = { browser, paused, url, page, session };
    if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined) {
      return this.onResponse(each);
    }
    return this.onRequest(each);
  }

  private async onRequest(each: Case): Promise<void> {
    const { browser, paused, url, page, session } = each;
    const { requestId } = paused;
    if (isFavicon(paused)) {
      await browser.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
      return;
    }
    if (paused.resourceType === 'Document' && page !== null) {
      const { frameId, redirectedRequestId } = paused;
      const redirected = redirectedRequestId !== undefined;
      const request = { frameId, url: paused.request.url, redirected };
      if (!page.navigation.allows(request)) {
        await browser.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
      await session.applyPermissions(page.face, originOf(url));
    }
    const before = await session.webRequests.ask<Electron.CallbackResponse>(
      'onBeforeRequest',
      url,
      detailsOf(each),
    );
    if (before?.cancel) {
      await browser.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    if (paused.resourceType === 'Document' && page === null && url !== paused.request.url) {
      // A page that is none of the app's windows, such as one that is just being refused.
      await browser.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const handler = session.protocol.handlerOf(url);
    if (handler || this.deps.context.schemes.toPage(url) !== url) {
      await serve({
        ...each,
        handler,
        schemes: this.deps.context.schemes,
        received: (status, headers) => askAboutHeaders(each, status, '', headers),
      });
      return;
    }
    const headers = await session.webRequests.ask<Electron.BeforeSendResponse>(
      'onBeforeSendHeaders',
      url,
      { ...detailsOf(each), requestHeaders: { ...paused.request.headers } },
    );
    if (headers?.cancel) {
      await browser.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const changed = headers?.requestHeaders;
    await browser.send('Fetch.continueRequest', {
      requestId,
      ...(before?.redirectURL ? { url: this.deps.context.schemes.toPage(before.redirectURL) } : {}),
      ...(changed ? { headers: toHeaders(changed) } : {}),
    });
  }

  private async onResponse(each: Case): Promise<void> {
    const { browser, paused } = each;
    const { requestId, responseStatusCode = 200, responseStatusText = '' } = paused;
    const before = paused.responseHeaders ?? [];
    const after = await askAboutHeaders(each, responseStatusCode, responseStatusText, before);
    if (after === 'cancel') {
      await browser.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    await browser.send('Fetch.continueResponse', {
      requestId,
      ...(after === before
        ? {}
        : { responseCode: responseStatusCode, responseHeaders: [...after] }),
    });
  }
}

/** What the app makes of an answer's headers. */
async function askAboutHeaders(
  each: Case,
  statusCode: number,
  statusText: string,
  headers: readonly HeaderEntry[],
): Promise<readonly HeaderEntry[] | 'cancel'> {
  const answer = await each.session.webRequests.ask<Electron.HeadersReceivedResponse>(
    'onHeadersReceived',
    each.url,
    {
      ...detailsOf(each),
      statusCode,
      statusLine: `HTTP/1.1 ${statusCode} ${statusText}`,
      responseHeaders: fromHeaders(headers),
    },
  );
  if (answer?.cancel) return 'cancel';
  return answer?.responseHeaders ? toHeaders(answer.responseHeaders) : headers;
}

/** Chromium looks for an icon to put on its tab; Electron, which has no tabs, does not. */
function isFavicon({ request, resourceType }: Paused): boolean {
  return resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';
}

const resourceTypes: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

function detailsOf({ paused, url, page }: Case): object {
  const main = page?.frames.isMain(paused.frameId) ?? false;
  const document = main ? 'mainFrame' : 'subFrame';
  return {
    id: Number.parseInt(paused.requestId.replace(/\D/g, ''), 10),
    url,
    method: paused.request.method,
    webContentsId: page?.face.id,
    webContents: page?.face,
    frame: page?.frames.face(paused.frameId) ?? null,
    resourceType:
      paused.resourceType === 'Document'
        ? document
        : (resourceTypes[paused.resourceType] ?? 'other'),
    referrer: paused.request.headers['Referer'] ?? '',
    timestamp: Date.now(),
  };
}
