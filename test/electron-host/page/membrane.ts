import type { CarrierEvent, PageTarget, PageWindow } from './dom.ts';

/** Something on its way from one world into the other. */
export type Packed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'list' | 'object'; readonly entries: readonly (readonly [string, Packed])[] };

/** What one world asks of the other. */
export type Request =
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Packed[] }
  | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Packed }
  | { readonly kind: 'expose'; readonly name: string; readonly api: Packed }
  | {
      readonly kind: 'open';
      readonly url: string;
      readonly name: string;
      readonly features: string;
    }
  | { readonly kind: 'leave'; readonly url: string }
  | { readonly kind: 'close' };

type Reply = { readonly ok: boolean; readonly value?: Packed; readonly message?: string };

export interface Membrane {
  pack(value: unknown): Packed;
  unpack(packed: Packed): unknown;
  /** An object that must never cross: an empty one does in its place. */
  hide(object: object): void;
  /** Asks the other world and waits for its answer, which comes within the same call. */
  ask(request: Request): unknown;
}

/**
 * Lets two worlds of one page use each other's objects as Electron's contextBridge does: values are
 * cloned, functions and promises are stood in for, prototypes and references never cross. Both worlds
 * hold the same element that no page script ever saw; events on it carry what is said, cloned
 * by the browser, synchronously.
 *
 * Runs in the page as its own source text: it must refer to nothing outside itself.
 */
export function createMembrane(
  page: PageWindow,
  hub: PageTarget,
  side: 'page' | 'preload',
  onRequest: (request: Request) => Packed | void,
): Membrane {
  const otherSide = side === 'page' ? 'preload' : 'page';
  // Kept aside, so that a page that replaces its globals cannot listen in.
  const { CustomEvent } = page;
  const listen = hub.addEventListener.bind(hub);
  const unlisten = hub.removeEventListener.bind(hub);
  const dispatch = hub.dispatchEvent.bind(hub);
  const clone = structuredClone;
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  const hidden = new WeakSet<object>();
  let lastId = 0;

  const messageOf = (error: unknown): string =>
    error instanceof Error ? error.message : String(error);

  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') {
      lastId += 1;
      functions.set(lastId, value as (...args: unknown[]) => unknown);
      return { kind: 'function', id: lastId };
    }
    if (value instanceof Promise) return packPromise(value);
    if (typeof value === 'object' && value !== null && hidden.has(value)) {
      return { kind: 'object', entries: [] };
    }
    try {
      return { kind: 'value', value: clone(value) };
    } catch (error) {
      // A function within, which crosses as a stand-in, is quoted by its source; a proxy and
      // whatever else cannot cross is named by its class: `#<Object> could not be cloned.`
      const culprit = messageOf(error).replace(/^.*?: /, '');
      const walkable =
        typeof value === 'object' && value !== null && !/^(#<(?!Promise)|\[)/.test(culprit);
      if (!walkable) throw new Error('An object could not be cloned.', { cause: error });
      const kind = Array.isArray(value) ? 'list' : 'object';
      return { kind, entries: Object.entries(value).map(([key, each]) => [key, pack(each)]) };
    }
  };

  const packPromise = (promise: Promise<unknown>): Packed => {
    lastId += 1;
    const id = lastId;
    const settle = (ok: boolean, value: unknown): void => {
      let packed: Packed;
      try {
        packed = pack(value);
      } catch (error) {
        ok = false;
        packed = { kind: 'value', value: error };
      }
      ask({ kind: 'settle', id, ok, value: packed });
    };
    promise.then(
      (value) => settle(true, value),
      (error: unknown) => settle(false, error),
    );
    return { kind: 'promise', id };
  };

  const unpack = (packed: Packed): unknown => {
    switch (packed.kind) {
      case 'value':
        return packed.value;
      case 'list':
        return packed.entries.map(([, each]) => unpack(each));
      case 'object':
        return Object.fromEntries(packed.entries.map(([key, each]) => [key, unpack(each)]));
      case 'promise': {
        const settled = Promise.withResolvers<unknown>();
        promises.set(packed.id, settled);
        return settled.promise;
      }
      case 'function': {
        const { id } = packed;
        return (...args: unknown[]) => ask({ kind: 'call', id, args: args.map(pack) });
      }
    }
  };

  const ask = (request: Request): unknown => {
    let reply: Reply | undefined;
    const hear = (event: CarrierEvent): void => {
      reply = event.detail as Reply;
    };
    lastId += 1;
    const answer = `${side}-answer-${lastId}`;
    listen(answer, hear);
    dispatch(new CustomEvent(`to-${otherSide}`, { detail: { request, answer } }));
    unlisten(answer, hear);
    if (!reply) throw new Error('The other side of the bridge is gone.');
    if (!reply.ok) throw new Error(reply.message);
    return reply.value && unpack(reply.value);
  };

  const serve = (request: Request): Packed | void => {
    if (request.kind === 'call') {
      return pack(functions.get(request.id)?.(...request.args.map(unpack)));
    }
    if (request.kind !== 'settle') return onRequest(request);
    const settled = promises.get(request.id);
    promises.delete(request.id);
    if (request.ok) settled?.resolve(unpack(request.value));
    else settled?.reject(unpack(request.value));
  };

  listen(`to-${side}`, (event: CarrierEvent) => {
    const { request, answer } = event.detail as { request: Request; answer: string };
    let reply: Reply;
    try {
      const value = serve(request);
      reply = value ? { ok: true, value } : { ok: true };
    } catch (error) {
      reply = { ok: false, message: messageOf(error) };
    }
    dispatch(new CustomEvent(answer, { detail: reply }));
  });

  return { pack, unpack, ask, hide: (object) => void hidden.add(object) };
}
