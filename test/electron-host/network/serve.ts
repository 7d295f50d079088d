import type { Protocol } from 'electron';
import type { CdpSession } from '../cdp/connection.ts';
import type { Schemes } from '../schemes.ts';
import type { HeaderEntry, Paused } from './paused.ts';

export interface Serving {
  readonly browser: CdpSession;
  readonly paused: Paused;
  /** The address as the app knows it. */
  readonly url: string;
  readonly handler: Parameters<Protocol['handle']>[1] | undefined;
  readonly schemes: Schemes;
  /** What `webRequest` makes of the answer. */
  readonly received: (
    status: number,
    headers: readonly HeaderEntry[],
  ) => Promise<readonly HeaderEntry[] | 'cancel'>;
}

/** Answers a request to one of the app's own schemes with what its handler says. */
export async function serve(serving: Serving): Promise<void> {
  const { browser, paused, handler } = serving;
  const { requestId } = paused;
  try {
    if (!handler) throw new Error('nobody handles this scheme');
    const response = await handler(requestOf(serving));
    if (response.type === 'error') throw new Error('the handler answered with an error');
    const body = Buffer.from(await response.arrayBuffer());
    const given = [...response.headers].map(([name, value]) => ({ name, value }));
    const headers = await serving.received(response.status, given);
    if (headers === 'cancel') {
      await browser.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    await browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headers.map((header) => inPage(header, serving.schemes)),
      body: body.toString('base64'),
    });
  } catch (error) {
    // Electron shows the page a failed request and nothing else; whoever debugs wants the reason.
    if (handler) console.error(`protocol handler failed for ${serving.url}:`, error);
    await browser.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  }
}

/** Headers that name the app's own addresses have to name them as Chromium knows them. */
function inPage({ name, value }: HeaderEntry, schemes: Schemes): HeaderEntry {
  if (/^content-security-policy/i.test(name)) return { name, value: schemes.policyToPage(value) };
  return { name, value: /^location$/i.test(name) ? schemes.toPage(value) : value };
}

function requestOf({ paused, url }: Serving): Request {
  const { method, headers, postDataEntries = [] } = paused.request;
  const parts = postDataEntries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'));
  const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {};
  return new Request(url, { method, headers, ...body });
}
