import type {
  CarrierEvent,
  ClickEvent,
  NavigateEvent,
  PageElement,
  PageTarget,
  PageWindow,
} from './dom.ts';
import type { createMembrane, Packed, Request } from './membrane.ts';

/**
 * The page's half: takes what preload exposes, and turns `window.open`, links to new windows and
 * `window.close` into questions to main, as Electron answers them.
 *
 * Runs in the page before its own scripts, as its own source text: it must refer to nothing
 * outside itself.
 */
export function installMainWorld(
  page: PageWindow,
  meeting: string,
  connect: typeof createMembrane,
): void {
  if (page.top !== page) return;

  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    for (const each of Object.values(value)) freeze(each);
    return Object.freeze(value);
  };

  const meet = (hub: PageTarget): void => {
    const membrane = connect(page, hub, 'page', (request: Request): Packed | void => {
      if (request.kind !== 'expose') return;
      if (Object.hasOwn(page, request.name)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      const value = freeze(membrane.unpack(request.api));
      Object.defineProperty(page, request.name, { value, enumerable: true });
    });

    const open = (url: string, name = '', features = ''): null => {
      const absolute = url === '' ? 'about:blank' : new URL(url, page.document.baseURI).href;
      membrane.ask({ kind: 'open', url: absolute, name, features });
      return null;
    };
    const close = (): void => void membrane.ask({ kind: 'close' });
    const text = (value: unknown): string => (value === undefined ? '' : `${value as string}`);
    const shims = {
      open: (url?: unknown, name?: unknown, features?: unknown) =>
        open(text(url), text(name), text(features)),
      close,
    };
    for (const [name, value] of Object.entries(shims)) {
      Object.defineProperty(page, name, { value, writable: true, configurable: true });
    }

    // What asks nothing of the network would be gone before main could object.
    page.navigation.addEventListener('navigate', (event: NavigateEvent) => {
      const { url, sameDocument } = event.destination;
      if (sameDocument || !event.cancelable || /^(https?|javascript):/i.test(url)) return;
      event.preventDefault();
      membrane.ask({ kind: 'leave', url });
    });

    const onClick = (event: ClickEvent): void => {
      const link: PageElement | null = event.target?.closest?.('a[href]') ?? null;
      if (event.defaultPrevented || link === null || event.button === 2) return;
      const aside = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
      const named = link.target !== '' && !['_self', '_top', '_parent'].includes(link.target);
      if (!aside && !named) return;
      event.preventDefault();
      open(link.href, named ? link.target : '');
    };
    page.addEventListener('click', onClick);
    page.addEventListener('auxclick', onClick);
  };

  page.document.addEventListener(
    meeting,
    (event: CarrierEvent) => {
      if (event.relatedTarget) meet(event.relatedTarget);
    },
    { once: true },
  );
}
