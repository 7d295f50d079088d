import type { Dialog } from 'electron';
import type { ExportOutlook } from '../../shared/exports/record.ts';
import { createFormats } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { fill, textsOf } from './texts/index.ts';

/**
 * Asks before signing out from the tray, where a slip of the mouse would cost the local history.
 *
 * @returns whether to go on
 */
export async function confirmSignOut(
  dialog: Pick<Dialog, 'showMessageBox'>,
  language: Language,
): Promise<boolean> {
  const texts = textsOf(language);
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: texts.signOutTitle,
    detail: texts.signOutDetail,
    buttons: [texts.signOutConfirm, texts.staySignedIn],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/**
 * Asks before sessions are exported a second time, where it cannot be asked in the window.
 *
 * @returns whether to go on
 */
export async function confirmAgain(
  dialog: Pick<Dialog, 'showMessageBox'>,
  { sessions, exportedBefore, lastExportedAt }: ExportOutlook,
  language: Language,
): Promise<boolean> {
  const texts = textsOf(language);
  const { count, exact } = createFormats(language);
  const at = lastExportedAt === null ? '–' : exact(lastExportedAt);
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: fill(sessions === 1 ? texts.exportBeforeOne : texts.exportBeforeOther, {
      n: count(exportedBefore),
      all: count(sessions),
    }),
    detail: fill(texts.exportBeforeDetail, { at }),
    buttons: [texts.exportAgain, texts.exportLeave],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Says that the window has failed twice, and that nothing is lost. */
export function tellCrash(dialog: Pick<Dialog, 'showErrorBox'>, language: Language): void {
  const texts = textsOf(language);
  dialog.showErrorBox(texts.crashTitle, texts.crashDetail);
}
