import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { ProblemError } from '../../shared/problem.ts';
import { appScheme } from './origin.ts';

/** A page to be printed, and its style sheet, `record.css`. */
export interface PaperPage {
  readonly html: string;
  readonly css: string;
}

/** A font file, by what a page asks for it as. */
export interface PaperFont {
  readonly family: string;
  readonly weight: number;
  readonly address: string;
}

export interface PaperDeps {
  /** Nobody else's: nothing but paper is loaded in it. */
  readonly session: Session;
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** The folder with the fonts, `inter-latin-400-normal.woff2` and so on. */
  readonly fonts: string;
}

/** What makes PDFs of pages, one after the other. */
export interface Paper {
  readonly fonts: readonly PaperFont[];
  /**
   * Prints a page as A4 PDF, tagged and with an outline.
   *
   * Rejects with the signal's reason where it was called off, else with ProblemError `not-printed`.
   */
  print(page: PaperPage, signal: AbortSignal): Promise<Uint8Array>;
}

const host = 'paper';

/** Nothing runs on paper, and nothing comes to it but what lies beside it. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Pages are served from memory to a window that is never shown: what they hold is never on the disk as anything but
 * the PDF. The window has no scripts, no preload and no network, and goes with its page.
 */
export function createPaper({ session, create, fonts }: PaperDeps): Paper {
  const pages = new Map<string, PaperPage>();
  const files = fontsIn(fonts);
  let last = 0;

  const isPaper = (address: string): boolean => address.startsWith(`${appScheme}://${host}/`);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isPaper(url) }));
  session.protocol.handle(appScheme, async ({ method, url }) => {
    const { host: asked, pathname } = new URL(url);
    if (method !== 'GET' || asked !== host) return answerWith(null, '');
    const font = files.find(({ address }) => address === pathname);
    if (font) return answerWith(await readFile(font.file), 'font/woff2');
    const [, number = '', name] = pathname.split('/');
    const page = pages.get(number);
    if (page && name === 'record.html') return answerWith(page.html, 'text/html; charset=utf-8');
    if (page && name === 'record.css') return answerWith(page.css, 'text/css; charset=utf-8');
    return answerWith(null, '');
  });

  return {
    fonts: files,
    async print(page, signal) {
      signal.throwIfAborted();
      const number = String(++last);
      pages.set(number, page);
      const window = create(windowOptions(session));
      const called = Promise.withResolvers<never>();
      const callOff = (): void => called.reject(signal.reason as Error);
      signal.addEventListener('abort', callOff, { once: true });
      try {
        const lost = new Promise<never>((_resolve, reject) => {
          window.webContents.once('render-process-gone', (_event, { reason }) =>
            reject(new Error(`the page is gone: ${reason}`)),
          );
        });
        const work = window.loadURL(`${appScheme}://${host}/${number}/record.html`).then(() =>
          window.webContents.printToPDF({
            printBackground: true,
            preferCSSPageSize: true,
            generateTaggedPDF: true,
            generateDocumentOutline: true,
          }),
        );
        return await Promise.race([work, lost, called.promise]);
      } catch (cause) {
        signal.throwIfAborted();
        throw new ProblemError({ code: 'not-printed' }, { cause });
      } finally {
        signal.removeEventListener('abort', callOff);
        pages.delete(number);
        if (!window.isDestroyed()) window.destroy();
      }
    },
  };
}

function windowOptions(session: Session): BrowserWindowConstructorOptions {
  return {
    show: false,
    width: 800,
    height: 1100,
    webPreferences: {
      session,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  };
}

function answerWith(body: string | Uint8Array<ArrayBuffer> | null, type: string): Response {
  const headers = { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' };
  if (body === null) return new Response(null, { status: 404, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': type } });
}

interface FontFile extends PaperFont {
  readonly file: string;
}

/** The alphabets that a record is set in, each with its two weights; the letters of others are the system's. */
const alphabets = ['latin', 'latin-ext', 'greek', 'cyrillic'];

function fontsIn(folder: string): readonly FontFile[] {
  const there = new Set(readdirSync(folder));
  return alphabets
    .flatMap((alphabet) => [400, 600].map((weight) => ({ alphabet, weight })))
    .map(({ alphabet, weight }) => {
      const name = `inter-${alphabet}-${weight}-normal.woff2`;
      const font = { family: `Inter ${alphabet}`, weight, address: `/${name}` };
      return { ...font, file: join(folder, name), isThere: there.has(name) };
    })
    .filter(({ isThere }) => isThere);
}
