import type { Clipboard } from 'electron';
import type { Electron } from '../electron.ts';
import { strict } from '../strict.ts';

type Items = ConstructorParameters<Electron['ClipboardItem']>[0];

class HostClipboardItem {
  readonly #items: Items;

  constructor(items: Items) {
    if (typeof items !== 'object' || Object.keys(items).length === 0)
      throw new TypeError("Failed to construct 'ClipboardItem': Empty dictionary argument");
    this.#items = { ...items };
  }

  get types(): string[] {
    return Object.keys(this.#items);
  }

  async getType(type: string): Promise<Blob> {
    const given = await this.#items[type];
    if (given === undefined) throw new Error(`The type was not found: ${type}`);
    if (given instanceof Blob) return given;
    if (typeof given !== 'string') throw new TypeError('the host keeps no bookmarks');
    return new Blob([given], { type });
  }
}

/** `ClipboardItem`: what was put into it, as blobs. */
export const ClipboardItem = HostClipboardItem as unknown as Electron['ClipboardItem'];

/** `clipboard`: one item in memory, each of its types readable; a program's own clipboard is never touched. */
export function createClipboard(): Clipboard {
  let held: HostClipboardItem | null = null;
  async function write(items: readonly unknown[]): Promise<void> {
    const [item] = items;
    if (items.length !== 1 || !(item instanceof HostClipboardItem))
      throw new TypeError('clipboard.write takes one ClipboardItem');
    // What is still a promise is waited for before anything is replaced.
    await Promise.all(item.types.map((type) => item.getType(type)));
    held = item;
  }
  const face = {
    write,
    read: () => Promise.resolve((held ? [held] : []) as unknown as Electron.ClipboardItem[]),
    writeText: (text: string) => write([new HostClipboardItem({ 'text/plain': String(text) })]),
    readText: async () =>
      held?.types.includes('text/plain') ? (await held.getType('text/plain')).text() : '',
    has: (type: string) => Promise.resolve(held?.types.includes(type) ?? false),
    clear: () => void (held = null),
  } satisfies Partial<Clipboard>;
  return strict(face, 'clipboard') as unknown as Clipboard;
}
