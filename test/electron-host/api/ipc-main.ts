import { EventEmitter } from 'node:events';
import type {
  IpcMain,
  IpcMainEvent,
  IpcMainInvokeEvent,
  WebContents,
  WebFrameMain,
} from 'electron';
import { codec } from '../codec.ts';
import { strict } from '../strict.ts';

type Handler = Parameters<IpcMain['handle']>[1];

/** Who a message comes from. */
export interface Sender {
  readonly contents: WebContents;
  readonly frame: WebFrameMain;
}

/** Listeners and handlers of messages: `ipcMain`, or one `webContents.ipc`. */
export class MessageHub extends EventEmitter {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function') {
      throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...(args as unknown[])) as unknown;
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  handlerOf(channel: string): Handler | undefined {
    return this.handlers.get(channel);
  }
}

/** @param name what an unknown member is reported as. */
export function createMessageHub(name: string): { hub: MessageHub; face: IpcMain } {
  const hub = new MessageHub();
  hub.setMaxListeners(0);
  return { hub, face: strict(hub, name) };
}

function eventOf(sender: Sender): IpcMainInvokeEvent {
  const { contents, frame } = sender;
  return {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    frameId: frame.routingId,
    processId: frame.processId,
    defaultPrevented: false,
    preventDefault: () => undefined,
  };
}

/** A message that wants no answer goes to every listener. */
export function deliver(
  hubs: readonly MessageHub[],
  sender: Sender,
  channel: string,
  args: string,
): void {
  const values = codec.decode(args) as unknown[];
  const event: IpcMainEvent = {
    ...eventOf(sender),
    ports: [],
    returnValue: undefined,
    reply: (replyChannel: string, ...reply: unknown[]) => sender.frame.send(replyChannel, ...reply),
  };
  for (const hub of hubs) hub.emit(channel, event, ...values);
}

/**
 * A call goes to the first handler of its channel.
 *
 * @returns the encoded value. Rejects with the words the page gets, as Electron puts them.
 */
export async function answer(
  hubs: readonly MessageHub[],
  sender: Sender,
  channel: string,
  args: string,
): Promise<string> {
  try {
    const handler = hubs.map((hub) => hub.handlerOf(channel)).find(Boolean);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const values = codec.decode(args) as unknown[];
    return codec.encode(await handler(eventOf(sender), ...values));
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
      cause: error,
    });
  }
}
