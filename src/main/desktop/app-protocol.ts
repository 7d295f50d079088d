import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';
import { securityHeaders } from './csp.ts';
import { appHost, appScheme } from './origin.ts';

/**
 * For `protocol.registerSchemesAsPrivileged`, once and before the app is ready. The page gets an
 * origin and a secure context of its own, but no `fetch`, no service worker and no way around the CSP.
 */
export const appSchemes: CustomScheme[] = [
  { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
];

/** What the build puts out; a file of any other kind is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface ServedFile {
  readonly file: string;
  readonly type: string;
}

/**
 * The page's files, by the path they are asked for. Only what lies in the folder when the app
 * starts is ever served, and a request is looked up, never turned into a path: there is nothing
 * that `..`, `%2e`, a backslash or a NUL could climb out of. Links are left out.
 */
export function listFiles(root: string): ReadonlyMap<string, ServedFile> {
  const served = new Map<string, ServedFile>();
  const visit = (folder: string, path: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      const address = `${path}/${encodeURIComponent(entry.name)}`;
      const type = contentTypes[extname(entry.name).toLowerCase()];
      if (entry.isDirectory()) visit(file, address);
      else if (entry.isFile() && type !== undefined) served.set(address, { file, type });
    }
  };
  visit(root, '');
  const index = served.get('/index.html');
  return index ? served.set('/', index) : served;
}

/** Answers one request of the page. */
export async function respond(
  request: Pick<Request, 'method' | 'url'>,
  files: ReadonlyMap<string, ServedFile>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const url = new URL(request.url);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return refuse(404);
  const found = files.get(url.pathname);
  if (!found) return refuse(404);
  const headers = { ...securityHeaders, 'Content-Type': found.type };
  if (request.method === 'HEAD') return new Response(null, { headers });
  return new Response(await readFile(found.file), { headers });
}

/**
 * Serves the built renderer under `app://tagwerk/`.
 *
 * @param protocol that of the session the window lives in
 * @param root the folder with the built renderer
 */
export function serveApp(protocol: Pick<Protocol, 'handle'>, root: string): void {
  const files = listFiles(root);
  protocol.handle(appScheme, (request) => respond(request, files));
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
