import type { Codec } from './codec.ts';
import type { KeyEvent, PageWindow } from './dom.ts';
import type { createMembrane, Packed, Request } from './membrane.ts';

/** What the page tells main, through the binding that only preload's world has. */
export type FromPage =
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: string;
    }
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly name: string;
      readonly features: string;
    }
  | { readonly kind: 'leave'; readonly url: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'key'; readonly input: KeyInput }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string };

/** A key, as `before-input-event` tells of it. */
export interface KeyInput {
  readonly type: 'keyDown' | 'keyUp';
  readonly key: string;
  readonly code: string;
  readonly isAutoRepeat: boolean;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/** What main tells the page. */
export type ToPage =
  | { readonly kind: 'message'; readonly channel: string; readonly args: string }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: boolean; readonly value: string };

export interface PreloadConfig {
  /** Name of the event by which the two worlds meet. */
  readonly meeting: string;
  readonly binding: string;
  readonly receiver: string;
  readonly preloadPath: string | null;
  readonly process: object;
}

type Listener = (event: object, ...args: unknown[]) => void;
type Run = (
  require: (id: string) => unknown,
  module: object,
  exports: object,
  process: object,
) => void;

/**
 * Preload's half: a sandboxed preload's `require('electron')`, with `ipcRenderer` and
 * `contextBridge`, in a world of its own that the page cannot reach.
 *
 * Runs in the page before its own scripts, as its own source text: it must refer to nothing
 * outside itself.
 */
export function installPreloadWorld(
  page: PageWindow,
  config: PreloadConfig,
  codec: Codec,
  connect: typeof createMembrane,
  runPreload: Run | null,
): void {
  if (page.top !== page) return;
  const world = page as unknown as Record<string, unknown>;
  const post = world[config.binding] as (text: string) => void;
  const tell = (message: FromPage): void => {
    post(JSON.stringify({ url: page.location.href, message }));
  };
  const missing = (what: string): never => {
    throw new Error(`not implemented by the host: ${what}`);
  };
  const strict = <T extends object>(target: T, name: string): T =>
    new Proxy(target, {
      get: (object, key, receiver) =>
        key in object || typeof key === 'symbol' || key === 'then' || key === '__esModule'
          ? (Reflect.get(object, key, receiver) as unknown)
          : missing(`${name}.${key}`),
    });

  const hub = page.document.createElement('template');
  const membrane = connect(page, hub, 'preload', (request: Request): Packed | void => {
    if (request.kind === 'open' || request.kind === 'leave' || request.kind === 'close') {
      tell(request);
    }
  });
  page.document.dispatchEvent(new page.MouseEvent(config.meeting, { relatedTarget: hub }));

  const tellTitle = (): void => tell({ kind: 'title', title: page.document.title });
  page.document.addEventListener('DOMContentLoaded', () => {
    const { head } = page.document;
    const all = { childList: true, subtree: true, characterData: true };
    if (head) new page.MutationObserver(tellTitle).observe(head, all);
    tellTitle();
  });

  const onKey = (type: KeyInput['type']) => (event: KeyEvent) => {
    const { key, code, repeat: isAutoRepeat, shiftKey: shift, ctrlKey: control } = event;
    const { altKey: alt, metaKey: meta } = event;
    tell({ kind: 'key', input: { type, key, code, isAutoRepeat, shift, control, alt, meta } });
  };
  page.addEventListener('keydown', onKey('keyDown'), { capture: true });
  page.addEventListener('keyup', onKey('keyUp'), { capture: true });

  const listeners = new Map<string, Listener[]>();
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  let lastCall = 0;

  const add = (channel: string, listener: Listener): object => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener): object => {
    const kept = [...(listeners.get(channel) ?? [])];
    const index = kept.lastIndexOf(listener);
    if (index >= 0) kept.splice(index, 1);
    listeners.set(channel, kept);
    return ipcRenderer;
  };
  const ipcRenderer = strict(
    {
      on: add,
      addListener: add,
      off: remove,
      removeListener: remove,
      once(channel: string, listener: Listener): object {
        const each: Listener = (event, ...args) => {
          remove(channel, each);
          listener(event, ...args);
        };
        return add(channel, each);
      },
      removeAllListeners(channel?: string): object {
        if (channel === undefined) listeners.clear();
        else listeners.delete(channel);
        return ipcRenderer;
      },
      listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
      send(channel: string, ...args: unknown[]): void {
        tell({ kind: 'send', channel, args: codec.encode(args) });
      },
      // Rejects, and does not throw, where an argument cannot be cloned.

      async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
        const encoded = codec.encode(args);
        const call = Promise.withResolvers<unknown>();
        lastCall += 1;
        calls.set(lastCall, call);
        tell({ kind: 'invoke', id: lastCall, channel, args: encoded });
        return call.promise;
      },
    },
    'ipcRenderer',
  );

  membrane.hide(ipcRenderer);

  const receive = (text: string): void => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'message') {
      const args = codec.decode(message.args) as unknown[];
      const event = { sender: ipcRenderer, ports: [], senderId: 0 };
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...args);
      return;
    }
    const call = calls.get(message.id);
    calls.delete(message.id);
    if (message.ok) call?.resolve(codec.decode(message.value));
    else call?.reject(new Error(message.value));
  };
  Object.defineProperty(world, config.receiver, { value: receive });

  const contextBridge = strict(
    {
      exposeInMainWorld(name: string, api: unknown): void {
        membrane.ask({ kind: 'expose', name, api: membrane.pack(api) });
      },
    },
    'contextBridge',
  );

  const electron = strict({ contextBridge, ipcRenderer }, 'electron (in preload)');
  const require = (id: string): unknown => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    if (/^(node:)?(events|timers|url)$/.test(id)) return missing(`require('${id}') in preload`);
    throw new Error(`module not found: ${id}`);
  };

  if (runPreload === null) return;
  const module = { exports: {} };
  try {
    runPreload(require, module, module.exports, config.process);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    console.error(`Unable to load preload script: ${config.preloadPath}`);
    console.error(stack ?? message);
    tell({ kind: 'preload-error', message, stack: stack ?? '' });
  }
}
