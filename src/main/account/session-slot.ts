import type { Log } from '../log.ts';
import type { AccountEffects, OpenSession } from './types.ts';
import { createUndo } from './undo.ts';

/** The one session that is open, if any. */
export interface SessionSlot {
  current(): OpenSession | null;
  open(next: OpenSession): Promise<void>;
  close(): Promise<void>;
  /**
   * Puts another session in the place of the one that is open. Where it cannot be opened the former
   * one is opened again, as far as that goes.
   *
   * @param between what happens while neither is open.
   */
  replace(next: OpenSession, between?: () => Promise<void>): Promise<void>;
}

export function createSessionSlot(
  effects: Pick<AccountEffects, 'open' | 'close'>,
  log: Pick<Log, 'warn'>,
): SessionSlot {
  let session: OpenSession | null = null;

  async function open(next: OpenSession): Promise<void> {
    await effects.open(next);
    session = next;
  }

  async function close(): Promise<void> {
    session = null;
    await effects.close();
  }

  return {
    current: () => session,
    open,
    close,
    async replace(next, between) {
      const former = session;
      const undo = createUndo(log);
      undo.note(() => (former ? open(former) : undefined));
      try {
        await close();
        await between?.();
        await open(next);
      } catch (error) {
        await undo.run();
        throw error;
      }
    },
  };
}
