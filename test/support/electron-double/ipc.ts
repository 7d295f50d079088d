import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent, IpcRenderer } from 'electron';

type Handler = Parameters<IpcMain['handle']>[1];

/** The way between page and main: everything is cloned, and of an error only its words arrive. */
export class IpcDouble implements Pick<IpcMain, 'handle'> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  /** A page calls main. */
  async invoke(
    sender: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
    channel: string,
    ...args: unknown[]
  ): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const event = sender as IpcMainInvokeEvent;
      const cloned: unknown[] = structuredClone(args);
      return structuredClone((await handler(event, ...cloned)) as unknown);
    } catch (error) {
      // eslint-disable-next-line preserve-caught-error -- nothing else crosses there
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    }
  }

  asElectron(): IpcMain {
    return this as unknown as IpcMain;
  }
}

/** The page's end, as a preload sees it. */
export class IpcRendererDouble
  extends EventEmitter
  implements Pick<IpcRenderer, 'invoke' | 'sendSync'>
{
  readonly invoked: unknown[][] = [];
  answer: unknown = undefined;

  invoke(...args: unknown[]): Promise<unknown> {
    this.invoked.push(structuredClone(args));
    return Promise.resolve(this.answer);
  }

  sendSync(): never {
    throw new Error('A page must never block on main.');
  }

  asElectron(): IpcRenderer {
    return this as unknown as IpcRenderer;
  }
}
