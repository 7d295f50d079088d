/** How bytes become text on this side of the wire. */
export interface Base64 {
  readonly encode: (bytes: Uint8Array) => string;
  readonly decode: (text: string) => Uint8Array;
}

export interface Codec {
  /**
   * @returns the values as text, in the form that {@link Codec.decode} reads.
   * @throws Error `An object could not be cloned.`, as Electron does.
   */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

type Atom = string | number | boolean | null | readonly [tag: string, content?: string | number];
type Node = readonly [tag: string, ...content: unknown[]];

/**
 * Carries whatever the structured clone algorithm carries, as text: `undefined`, bigints, dates,
 * maps, sets, typed arrays, errors, cycles, identity. The clone itself is made first, by the
 * engine, so that what may cross is decided by the same rules as in Electron.
 *
 * Runs in main and, as its own source text, in the page: it must refer to nothing outside itself.
 */
export function createCodec(base64: Base64): Codec {
  const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1);
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };

  function encode(value: unknown): string {
    let copy: unknown;
    try {
      copy = structuredClone(value);
    } catch {
      refuse();
    }
    const nodes: Node[] = [];
    const seen = new Map<object, number>();

    const atom = (item: unknown): Atom => {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
      if (item === undefined) return ['u'];
      if (typeof item === 'bigint') return ['b', String(item)];
      if (typeof item === 'number') {
        return Number.isFinite(item) && !Object.is(item, -0)
          ? item
          : ['n', Object.is(item, -0) ? '-0' : String(item)];
      }
      if (typeof item !== 'object') return refuse();
      let index = seen.get(item);
      if (index === undefined) {
        index = nodes.length;
        seen.set(item, index);
        nodes.push(['?']);
        nodes[index] = node(item);
      }
      return ['r', index];
    };

    const entries = (item: object): unknown[] =>
      Object.entries(item).map(([key, each]) => [key, atom(each)]);

    const node = (item: object): Node => {
      const kind = kindOf(item);
      if (Array.isArray(item)) return ['A', item.length, entries(item)];
      if (item instanceof Date) return ['D', atom(item.getTime())];
      if (item instanceof RegExp) return ['R', item.source, item.flags];
      if (item instanceof Map) return ['M', [...item].map(([k, each]) => [atom(k), atom(each)])];
      if (item instanceof Set) return ['S', [...item].map(atom)];
      if (item instanceof Error) {
        const cause = 'cause' in item ? [atom(item.cause)] : [];
        return ['E', item.name, item.message, item.stack ?? '', ...cause];
      }
      if (item instanceof ArrayBuffer) return ['B', base64.encode(new Uint8Array(item))];
      if (ArrayBuffer.isView(item)) {
        const length = item instanceof DataView ? item.byteLength : (item as Uint8Array).length;
        return ['V', kind, atom(item.buffer), item.byteOffset, length];
      }
      if (kind === 'Boolean' || kind === 'Number' || kind === 'String' || kind === 'BigInt') {
        return ['P', atom(item.valueOf())];
      }
      return kind === 'Object' ? ['O', entries(item)] : refuse();
    };

    return JSON.stringify([atom(copy), nodes]);
  }

  function decode(text: string): unknown {
    const [root, nodes] = JSON.parse(text) as [Atom, Node[]];
    const made = new Map<number, unknown>();

    const value = (item: Atom): unknown => {
      if (!Array.isArray(item)) return item;
      const [tag, content] = item as unknown as readonly [string, string & number];
      if (tag === 'u') return undefined;
      if (tag === 'b') return BigInt(content);
      if (tag === 'n') return Number(content);
      return made.has(content) ? made.get(content) : build(content);
    };

    const fill = (target: object, entries: unknown): object => {
      for (const [key, item] of entries as [string, Atom][]) {
        const each = { value: value(item), writable: true, enumerable: true, configurable: true };
        Object.defineProperty(target, key, each);
      }
      return target;
    };

    // Whatever can hold itself is remembered before it is filled.
    const build = (index: number): unknown => {
      const [tag, ...content] = nodes[index] as [string, never, never, never, never];
      const keep = <T>(item: T): T => {
        made.set(index, item);
        return item;
      };
      if (tag === 'O') return fill(keep({}), content[0]);
      if (tag === 'A') return fill(keep(new Array(content[0])), content[1]);
      if (tag === 'M') {
        const map = keep(new Map());
        for (const [k, each] of content[0] as [Atom, Atom][]) map.set(value(k), value(each));
        return map;
      }
      if (tag === 'S') {
        const set = keep(new Set());
        for (const each of content[0] as Atom[]) set.add(value(each));
        return set;
      }
      if (tag === 'D') return keep(new Date(value(content[0]) as number));
      if (tag === 'R') return keep(new RegExp(content[0], content[1]));
      if (tag === 'P') return keep(Object(value(content[0])) as unknown);
      if (tag === 'B') return keep(base64.decode(content[0]).slice().buffer);
      if (tag === 'V') return keep(view(...content));
      return keepError(keep, content);
    };

    const view = (kind: string, buffer: Atom, offset: number, length: number): unknown => {
      const types = globalThis as unknown as Record<
        string,
        new (buffer: unknown, offset: unknown, length: unknown) => unknown
      >;
      const View = types[kind];
      return View ? new View(value(buffer), offset, length) : refuse();
    };

    const keepError = (keep: (error: Error) => Error, content: readonly unknown[]): Error => {
      const [name, message, stack, ...cause] = content as [string, string, string, ...Atom[]];
      const types: Record<string, ErrorConstructor> = {
        EvalError,
        RangeError,
        ReferenceError,
        SyntaxError,
        TypeError,
        URIError,
      };
      const error = keep(new (types[name] ?? Error)(message));
      Object.defineProperty(error, 'stack', { value: stack, writable: true, configurable: true });
      if (cause.length > 0) error.cause = value(cause[0] as Atom);
      return error;
    };

    return value(root);
  }

  return { encode, decode };
}
