import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';
import { appSchemes } from '../../../../../src/main/desktop/app-protocol.ts';
import { createPaper, type PaperPage } from '../../../../../src/main/desktop/paper.ts';
import { secureContents } from '../../../../../src/main/desktop/security.ts';

/** The program's paper and nothing else, for tests that print. */
export interface PaperApp {
  /** @returns the PDF in base64, or how it failed. */
  print(page: PaperPage, callOffAfter?: number): Promise<string>;
  windows(): number;
  readonly reported: readonly string[];
}

const reported: string[] = [];
protocol.registerSchemesAsPrivileged(appSchemes);
secureContents(app, { packaged: true, report: (message) => reported.push(message) });
app.on('window-all-closed', () => undefined);
app.on('web-contents-created', (_event, contents) => {
  contents.on('page-title-updated', (_updated, title) => reported.push(`title ${title}`));
});
const ready = app.whenReady().then(() => {
  const inter = dirname(createRequire(import.meta.url).resolve('@fontsource/inter/package.json'));
  return createPaper({
    session: session.fromPartition('paper'),
    create: (options) => new BrowserWindow(options),
    fonts: join(inter, 'files'),
  });
});
const paperApp: PaperApp = {
  async print(page, callOffAfter) {
    const control = new AbortController();
    if (callOffAfter !== undefined) setTimeout(() => control.abort(), callOffAfter);
    const paper = await ready;
    return paper.print(page, control.signal).then(
      (pdf) => Buffer.from(pdf).toString('base64'),
      (error: unknown) => String(error),
    );
  },
  windows: () => BrowserWindow.getAllWindows().length,
  reported,
};
Object.assign(globalThis, { paperApp });
