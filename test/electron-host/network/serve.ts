import type { Protocol } from 'electron';
import type { CdpSession } from '../cdp/connection.ts';
import type { Paused } from './interception.ts';

export interface HeaderEntry {
  readonly name: string;
  readonly value: string;
}

export interface Serving {
  readonly browser: CdpSession;
  readonly paused: Paused;
  /** The address as the app knows it. */
  readonly url: string;
  readonly handler: Parameters<Protocol['handle']>[1] | undefined;
  readonly policyToPage: (policy: string) => string;
}

/** Answers a request to one of the app's own schemes with what its handler says. */
export async function serve(serving: Serving): Promise<void> {
  const { browser, paused, handler } = serving;
  const { requestId } = paused;
  try {
    if (!handler) throw new Error('nobody handles this scheme');
    const response = await handler(requestOf(serving) as Parameters<typeof handler>[0]);
    if (response.type === 'error') throw new Error('the handler answered with an error');
    const body = Buffer.from(await response.arrayBuffer());
    await browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({
        name,
        value: /^content-security-policy/i.test(name) ? serving.policyToPage(value) : value,
      })),
      body: body.toString('base64'),
    });
  } catch (error) {
    // Electron shows the page a failed request and nothing else; whoever debugs wants the reason.
    if (handler) console.error(`protocol handler failed for ${serving.url}:`, error);
    await browser.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  }
}

function requestOf({ paused, url }: Serving): Request {
  const { method, headers, postDataEntries = [] } = paused.request;
  const parts = postDataEntries.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'));
  const body = parts.length > 0 ? { body: Buffer.concat(parts) } : {};
  return new Request(url, { method, headers, ...body });
}

/** Headers as Electron's `webRequest` knows them: a name, and every value it came with. */
export function fromHeaders(headers: readonly HeaderEntry[]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const { name, value } of headers) (grouped[name] ??= []).push(value);
  return grouped;
}

export function toHeaders(
  headers: Readonly<Record<string, string | readonly string[]>>,
): HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: String(value) })),
  );
}
