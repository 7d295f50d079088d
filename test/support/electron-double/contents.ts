import { EventEmitter } from 'node:events';
import type { WebContents, WebFrameMain, WindowOpenHandlerResponse } from 'electron';

/** What Electron gives a listener that may prevent something. */
export class EventDouble {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

type Frame = Pick<WebFrameMain, 'url' | 'parent'>;
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/** A page. What crosses to it is cloned, as between processes; once destroyed it throws. */
export class WebContentsDouble
  extends EventEmitter
  implements Pick<WebContents, 'send' | 'isDestroyed' | 'reload' | 'setWindowOpenHandler'>
{
  mainFrame: Frame = { url: '', parent: null };
  readonly sent: { readonly channel: string; readonly args: unknown[] }[] = [];
  reloads = 0;
  #destroyed = false;
  #openHandler: OpenHandler | null = null;

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#assertAlive();
    this.sent.push({ channel, args: structuredClone(args) });
  }

  reload(): void {
    this.#assertAlive();
    this.reloads += 1;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#assertAlive();
    this.#openHandler = handler;
  }

  /** The page calls `window.open`. Electron opens windows unless it is told otherwise. */
  openWindow(url: string): WindowOpenHandlerResponse['action'] {
    const details = { url } as Parameters<OpenHandler>[0];
    return this.#openHandler ? this.#openHandler(details).action : 'allow';
  }

  /** The page tries to go somewhere, by any of the ways Electron tells of. @returns whether it did. */
  tries(event: 'will-frame-navigate' | 'will-navigate' | 'will-redirect' | 'will-attach-webview') {
    const told = new EventDouble();
    this.emit(event, told, {}, {});
    return !told.defaultPrevented;
  }

  destroyed(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }

  #assertAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  asElectron(): WebContents {
    return this as unknown as WebContents;
  }
}
