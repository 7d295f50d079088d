import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isAppUrl } from '../desktop/origin.ts';

/** What a call tells of where it comes from. */
export type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/** Whether a call comes from our own page, in the main frame of one of our own windows. */
export function isTrustedSender(event: Sender, windows: readonly WebContents[]): boolean {
  const { sender, senderFrame } = event;
  // Null where the frame has navigated or is gone since it called.
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return windows.includes(sender) && isAppUrl(senderFrame.url);
}
