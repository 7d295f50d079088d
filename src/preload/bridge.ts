import type { IpcRenderer, IpcRendererEvent } from 'electron';
import type { Bridge } from '../shared/bridge/contract.ts';
import { callNames, channels, eventNames } from '../shared/bridge/names.ts';

const knownCalls: ReadonlySet<unknown> = new Set(callNames);
const knownEvents: ReadonlySet<unknown> = new Set(eventNames);

type Listener = (payload: unknown) => void;

/**
 * The one thing the page gets of main: calls and events by the names of the contract. Neither
 * `ipcRenderer` nor its event object, which holds a reference to it, is handed out.
 */
export function createBridge(ipc: Pick<IpcRenderer, 'invoke' | 'on'>): Bridge {
  const listeners = new Map<unknown, Set<Listener>>();

  ipc.on(channels.event, (_event: IpcRendererEvent, name: unknown, payload: unknown) => {
    // A copy, so that a listener may stop listening while it is being told.
    for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
  });

  return {
    invoke(name, ...request) {
      if (!knownCalls.has(name)) return Promise.reject(new TypeError('This call is not known.'));
      return ipc.invoke(channels.call, name, request[0]) as ReturnType<Bridge['invoke']>;
    },
    on(name, listener) {
      if (!knownEvents.has(name)) throw new TypeError('This event is not known.');
      const each: Listener = (payload) => listener(payload as Parameters<typeof listener>[0]);
      const told = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, told.add(each));
      return () => void told.delete(each);
    },
  };
}
