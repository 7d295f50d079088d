/** The one endpoint the API reference documents. */
export const documentedEndpoint = 'https://enhance-jwt-api-dev-3278.sandbox.pcvisit.de/graphql';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address never leaves this machine. */
export function isLoopback(url: URL): boolean {
  return loopbackHosts.has(url.hostname) || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}

/**
 * Reads an endpoint as typed by a person or given on the command line.
 *
 * @returns the address in its canonical form, or null where it is no address, is neither https nor
 * http to this very machine, or carries a user name, password or fragment.
 */
export function parseEndpoint(text: string): URL | null {
  const trimmed = text.trim();
  if (trimmed.length > 2048 || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const encrypted = url.protocol === 'https:';
  const local = url.protocol === 'http:' && isLoopback(url);
  if (!encrypted && !local) return null;
  if (url.username || url.password || url.hash) return null;
  return url;
}
