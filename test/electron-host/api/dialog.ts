import type { Dialog } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { strict } from '../strict.ts';

/**
 * `dialog`: there is nobody to answer. A test puts its own answer in before the app asks; a dialog
 * without one throws, so that no test hangs on a question nobody sees.
 */
export function createDialog(life: Lifecycle): Dialog {
  const unanswered = (name: string) => (): never => {
    life.requireReady('dialog module can only be used after app is ready');
    throw new Error(`an unanswered dialog: electron.dialog.${name}`);
  };
  const rejecting = (name: string) => (): Promise<never> =>
    // eslint-disable-next-line @typescript-eslint/require-await -- a dialog answers later, and so fails later
    (async () => unanswered(name)())();
  const face = {
    showMessageBox: rejecting('showMessageBox'),
    showOpenDialog: rejecting('showOpenDialog'),
    showSaveDialog: rejecting('showSaveDialog'),
    showMessageBoxSync: unanswered('showMessageBoxSync'),
    showOpenDialogSync: unanswered('showOpenDialogSync'),
    showSaveDialogSync: unanswered('showSaveDialogSync'),
    showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
  } satisfies Partial<Dialog>;
  return strict(face, 'dialog') as unknown as Dialog;
}
