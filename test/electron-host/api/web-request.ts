import type { WebRequest, WebRequestFilter } from 'electron';
import { NotImplementedError, strict } from '../strict.ts';

type Listener = (details: never, callback: (answer: never) => void) => void;
type Stage = 'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived';

interface Registered {
  readonly matches: (url: string) => boolean;
  readonly listener: Listener;
}

export interface WebRequests {
  readonly face: WebRequest;
  /** Whether anybody wants to know of requests, or of what comes back. */
  watches(what: 'request' | 'response'): boolean;
  /** @returns what the app's listener answers; null where none listens to this address. */
  ask<T>(stage: Stage, url: string, details: object): Promise<T | null>;
}

/**
 * A session's `webRequest`: the three stages at which an app may stop or change a request.
 *
 * @param onChange told when somebody starts or stops listening.
 */
export function createWebRequests(onChange: () => void): WebRequests {
  const listeners = new Map<Stage, Registered>();

  const register =
    (stage: Stage) =>
    (...args: unknown[]): void => {
      const listener = args.pop() as Listener | null;
      const filter = args[0] as WebRequestFilter | undefined;
      if (listener === null) listeners.delete(stage);
      else listeners.set(stage, { matches: matcherOf(filter?.urls ?? []), listener });
      onChange();
    };

  const face = {
    onBeforeRequest: register('onBeforeRequest'),
    onBeforeSendHeaders: register('onBeforeSendHeaders'),
    onHeadersReceived: register('onHeadersReceived'),
  } satisfies Partial<WebRequest>;

  return {
    face: strict(face, 'webRequest') as unknown as WebRequest,
    watches: (what) =>
      what === 'response'
        ? listeners.has('onHeadersReceived')
        : listeners.has('onBeforeRequest') || listeners.has('onBeforeSendHeaders'),
    ask<T>(stage: Stage, url: string, details: object): Promise<T | null> {
      const registered = listeners.get(stage);
      if (!registered?.matches(url)) return Promise.resolve(null);
      return new Promise((resolve) => {
        registered.listener(details as never, (answer: never) => resolve(answer));
      });
    },
  };
}

/** Match patterns as extensions write them: `*://*.example.com/*`. */
function matcherOf(patterns: readonly string[]): (url: string) => boolean {
  const all = patterns.filter((pattern) => pattern !== '<all_urls>');
  if (all.length < patterns.length || patterns.length === 0) return () => true;
  const expressions = all.map((pattern) => {
    const match = /^(\*|[a-z][a-z0-9+.-]*):\/\/([^/]*)(\/.*)?$/i.exec(pattern);
    if (!match) throw new NotImplementedError(`the address pattern ${pattern}`);
    const [, scheme = '', host = '', path = '/*'] = match;
    const schemes = scheme === '*' ? '(?:https?|wss?)' : escape(scheme);
    const hosts = host === '*' ? '[^/]*' : escape(host).replace(/^\\\*\\\./, '(?:[^/]*\\.)?');
    return new RegExp(`^${schemes}://${hosts}${escape(path).replaceAll('\\*', '.*')}$`, 'i');
  });
  return (url) => expressions.some((expression) => expression.test(url));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
