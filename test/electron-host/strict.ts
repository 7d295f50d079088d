import { EventEmitter } from 'node:events';

/** Asked for by debuggers, promises and test runners, of any object; not by an app. */
const quiet = new Set<PropertyKey>([
  'then',
  'toJSON',
  'toString',
  'valueOf',
  'inspect',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'module.exports',
  '__esModule',
  '$$typeof',
]);

export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';
  constructor(what: string) {
    super(`not implemented by the host: ${what}`);
  }
}

/**
 * The object itself, but reading what it does not have throws: an app that uses an API which the
 * double does not know must fail loudly, not go on with `undefined`. Writing is free, so that tests
 * can put their own functions in.
 */
export function strict<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || quiet.has(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw new NotImplementedError(`${name}.${key}`);
    },
  });
}

/** A module or class of Electron that the double lacks altogether. */
export function absent(name: string): never {
  const refuse = (): never => {
    throw new NotImplementedError(name);
  };
  const missing = function (): void {
    refuse();
  };
  return new Proxy(missing, {
    get(_object, key) {
      if (typeof key === 'symbol' || quiet.has(key) || key === 'prototype') return undefined;
      throw new NotImplementedError(`${name}.${key}`);
    },
    construct: refuse,
    apply: refuse,
  }) as never;
}

/**
 * An emitter that can only be listened to for events it knows; any other would never come, and the
 * app's code behind it would go untested without anybody noticing.
 */
export class KnownEvents extends EventEmitter {
  private readonly ofWhom: string;
  private readonly known: ReadonlySet<string | symbol>;

  constructor(name: string, known: readonly string[]) {
    super();
    this.ofWhom = name;
    this.known = new Set([...known, 'newListener', 'removeListener']);
    this.setMaxListeners(0);
  }

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }

  override prependListener(event: string | symbol, listener: (...args: never[]) => void): this {
    this.check(event);
    return super.prependListener(event, listener as (...args: unknown[]) => void);
  }

  private check(event: string | symbol): void {
    if (this.known.has(event)) return;
    throw new NotImplementedError(`the event "${String(event)}" of ${this.ofWhom}`);
  }
}

/** What Electron passes as the first argument of a listener. */
export interface HostEvent {
  preventDefault(): void;
  readonly defaultPrevented: boolean;
}

export function createEvent<T extends object>(details: T): HostEvent & T {
  let prevented = false;
  const event = {
    preventDefault() {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  return Object.defineProperties(event, Object.getOwnPropertyDescriptors(details)) as HostEvent & T;
}

/** What may still be asked of a destroyed object, as in Electron. */
const outlives = new Set<PropertyKey>(
  ['isDestroyed', 'constructor', ...Object.getOwnPropertyNames(EventEmitter.prototype)].filter(
    (name) => !name.startsWith('_'),
  ),
);

/**
 * What the app gets of one of the host's objects: unknown members throw, and after its end
 * everything throws `Object has been destroyed`. Methods run on the object itself.
 */
export function faceOf<T extends object>(
  target: T,
  name: string,
  isDestroyed: () => boolean = () => false,
): T {
  const bound = new WeakMap<object, unknown>();
  const ended = (): never => {
    throw new TypeError('Object has been destroyed');
  };
  const face: T = new Proxy(target, {
    get(object, key) {
      if (!(key in object) && typeof key !== 'symbol' && !quiet.has(key)) {
        throw new NotImplementedError(`${name}.${key}`);
      }
      const over = isDestroyed() && typeof key !== 'symbol' && !outlives.has(key);
      const value: unknown = over && !isMethod(object, key) ? ended() : Reflect.get(object, key);
      if (typeof value !== 'function' || key === 'constructor') return value;
      if (over) return ended;
      if (!bound.has(value)) {
        bound.set(value, (...args: unknown[]) => {
          const result: unknown = Reflect.apply(value, object, args);
          return result === object ? face : result;
        });
      }
      return bound.get(value);
    },
  });
  return face;
}

function isMethod(object: object, key: PropertyKey): boolean {
  for (let each: object | null = object; each !== null;) {
    const property = Object.getOwnPropertyDescriptor(each, key);
    if (property) return typeof property.value === 'function';
    each = Object.getPrototypeOf(each) as object | null;
  }
  return false;
}
