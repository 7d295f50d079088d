import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import type { WindowDouble } from './window.ts';

/** The program: it ends when it is told to, or with its last window if nobody listens for that. */
export class AppDouble
  extends EventEmitter
  implements Pick<App, 'quit' | 'requestSingleInstanceLock'>
{
  readonly windows: WindowDouble[] = [];
  hasQuit = false;
  /** Whether another instance holds the profile. */
  lockTaken = false;

  requestSingleInstanceLock(): boolean {
    return !this.lockTaken;
  }

  quit(): void {
    this.emit('before-quit');
    for (const window of [...this.windows]) window.close();
    if (this.windows.length === 0) this.hasQuit = true;
  }

  windowGone(window: WindowDouble): void {
    this.windows.splice(this.windows.indexOf(window), 1);
    if (this.windows.length > 0) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.hasQuit = true;
  }

  asElectron(): App {
    return this as unknown as App;
  }
}
