import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright';
import type { PaperPage } from '../../../../src/main/desktop/paper.ts';
import { useElectron } from '../../../electron-host/launch.ts';
import type { PaperApp } from './paper-app/main.ts';

/** The program's paper on a real Chromium. */
export interface Printer {
  readonly app: ElectronApplication;
  /** Prints to a file, and names it. */
  print(page: PaperPage): Promise<string>;
  close(): Promise<void>;
}

export async function startPrinter(): Promise<Printer> {
  // Electron runs no TypeScript: this is about the page and Chromium, whatever else is installed.
  useElectron({ ...process.env, TAGWERK_HOST: '1' });
  const folder = mkdtempSync(join(tmpdir(), 'tagwerk-paper-'));
  const app = await _electron.launch({
    args: [join(import.meta.dirname, 'paper-app'), `--user-data-dir=${folder}/profile`],
    env: { ...process.env, TAGWERK_HOST_HEADLESS: '1' },
    colorScheme: null,
  });
  let number = 0;
  return {
    app,
    async print(page) {
      const pdf = await printed(app, page);
      const file = join(folder, `${++number}.pdf`);
      writeFileSync(file, Buffer.from(pdf, 'base64'));
      return file;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns the PDF in base64, or how it failed. */
export function printed(
  app: ElectronApplication,
  page: PaperPage,
  callOffAfter?: number,
): Promise<string> {
  return app.evaluate(
    (_electronModule, [wanted, after]) =>
      (globalThis as unknown as { paperApp: PaperApp }).paperApp.print(wanted, after),
    [page, callOffAfter] as const,
  );
}

/** A file's bytes, as text that loses none. */
export function bytesOf(file: string): string {
  return readFileSync(file, 'latin1');
}

/** What is read in a PDF, in columns as they are printed. */
export function textIn(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** What `pdfinfo` tells of a PDF, by its own names. */
export function infoOf(file: string): ReadonlyMap<string, string> {
  const lines = execFileSync('pdfinfo', [file], { encoding: 'utf8' }).split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', ...rest] = line.split(':');
      return [name, rest.join(':').trim()];
    }),
  );
}

/** Its fonts: name, kind, and whether they are embedded. */
export function fontsIn(file: string): readonly { name: string; type: string; embedded: string }[] {
  const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2, -1);
  return lines.map((line) => ({
    name: line.slice(0, 36).trim(),
    type: line.slice(37, 54).trim(),
    embedded: line.slice(72, 75).trim(),
  }));
}
