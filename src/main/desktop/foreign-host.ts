import type { Dialog } from 'electron';
import type { Language } from '../../shared/language.ts';
import { fill, textsOf } from './texts/index.ts';

/** Asks whether a file may be fetched from a place that is not the API's. */
export async function mayFetchFrom(
  dialog: Pick<Dialog, 'showMessageBox'>,
  host: string,
  language: Language,
): Promise<boolean> {
  const texts = textsOf(language);
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: fill(texts.foreignHost, { host }),
    detail: texts.foreignHostDetail,
    buttons: [texts.foreignHostFetch, texts.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
