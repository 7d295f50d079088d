import type { CdpSession } from '../cdp/connection.ts';
import type { Context } from '../context.ts';

/** Lets nothing onto the disk, but tells of what would have been. */
export async function refuseDownloads(browser: CdpSession, contextId?: string): Promise<void> {
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'deny',
    eventsEnabled: true,
    ...(contextId === undefined ? {} : { browserContextId: contextId }),
  });
}

/** Tells the sessions what their pages want to download. */
export function followDownloads(browser: CdpSession, context: Context): void {
  browser.on('Browser.downloadWillBegin', ({ frameId, url, suggestedFilename }) => {
    const page = [...context.pages.values()].find((each) => each.frames.has(frameId));
    page?.session.onDownload(page.face, context.schemes.fromPage(url), suggestedFilename);
  });
}
