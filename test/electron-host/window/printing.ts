import type { PrintToPDFOptions, WebContentsPrintOptions } from 'electron';
import type { CdpSession } from '../cdp/connection.ts';
import { NotImplementedError } from '../strict.ts';

const printOptions = new Set<keyof WebContentsPrintOptions>([
  'silent',
  'printBackground',
  'landscape',
  'color',
]);
const pdfOptions = new Set<keyof PrintToPDFOptions>([
  'printBackground',
  'landscape',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
]);

function checkFlags(options: object, known: ReadonlySet<string>, method: string): void {
  for (const [name, value] of Object.entries(options)) {
    if (!known.has(name)) throw new NotImplementedError(`option ${name} of ${method}`);
    if (typeof value !== 'boolean') throw new TypeError(`${name} must be a boolean`);
  }
}

/** Refuses what Electron's `webContents.print` refuses, in its words, and options that are not known. */
export function checkPrint(options: unknown, callback: unknown): void {
  if (options !== undefined && (typeof options !== 'object' || options === null)) {
    throw new TypeError('webContents.print(): Invalid print settings specified.');
  }
  if (callback !== undefined && typeof callback !== 'function') {
    throw new TypeError('webContents.print(): Invalid optional callback provided.');
  }
  checkFlags(options ?? {}, printOptions, 'webContents.print');
}

/** The page as paper, by Chromium. */
export async function pdfOf(session: CdpSession, options: PrintToPDFOptions): Promise<Buffer> {
  checkFlags(options, pdfOptions, 'webContents.printToPDF');
  const { printBackground, landscape, preferCSSPageSize } = options;
  const { generateTaggedPDF = false, generateDocumentOutline = false } = options;
  const { data } = await session.send('Page.printToPDF', {
    generateTaggedPDF,
    generateDocumentOutline,
    ...(printBackground !== undefined && { printBackground }),
    ...(landscape !== undefined && { landscape }),
    ...(preferCSSPageSize !== undefined && { preferCSSPageSize }),
  });
  return Buffer.from(data, 'base64');
}
