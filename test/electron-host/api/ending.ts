import type { EventEmitter } from 'node:events';
import type { Context } from '../context.ts';
import { createEvent } from '../strict.ts';

export interface Ending {
  quit(): void;
  exit(code?: number): void;
  /** The last window is gone: the app decides what that means. */
  onAllClosed(): void;
}

/**
 * How an app ends: `before-quit`, then every window may object, then `will-quit`, then it is over.
 *
 * @param leave ends the process.
 */
export function createEnding(
  app: EventEmitter,
  windows: Context['windows'],
  leave: (code: number) => never,
): Ending {
  let quitting = false;

  let over = false;

  const finish = (): void => {
    const event = createEvent({});
    app.emit('will-quit', event);
    quitting = false;
    if (!event.defaultPrevented) exit(0);
  };

  const exit = (code = 0): void => {
    if (over) return;
    over = true;
    for (const window of [...windows.values()]) window.destroy();
    app.emit('quit', createEvent({}), code);
    // What stands behind the call still runs, as in Electron.
    setImmediate(() => leave(code));
  };

  return {
    quit() {
      if (quitting || over) return;
      const event = createEvent({});
      app.emit('before-quit', event);
      if (event.defaultPrevented) return;
      quitting = true;
      for (const window of [...windows.values()]) window.close();
      // A window that stays calls the whole thing off.
      if (windows.size > 0) quitting = false;
      else finish();
    },
    exit,
    onAllClosed() {
      if (quitting || over) return;
      if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
      else this.quit();
    },
  };
}
