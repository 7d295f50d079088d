/**
 * The little of the DOM that the injected scripts use. The host is type checked as a Node program,
 * where the DOM's own types would let browser globals slip in everywhere.
 */
export interface PageEvent {
  readonly type: string;
  readonly target: PageElement | null;
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export interface CarrierEvent extends PageEvent {
  readonly detail: unknown;
  readonly relatedTarget: PageTarget | null;
}

export interface ClickEvent extends PageEvent {
  readonly button: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export interface KeyEvent extends PageEvent {
  readonly key: string;
  readonly code: string;
  readonly repeat: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

export interface PageTarget {
  addEventListener(type: string, listener: (event: never) => void, options?: object): void;
  removeEventListener(type: string, listener: (event: never) => void): void;
  dispatchEvent(event: unknown): boolean;
}

export interface PageElement extends PageTarget {
  readonly href: string;
  readonly target: string;
  closest(selector: string): PageElement | null;
}

export interface NavigateEvent extends PageEvent {
  readonly cancelable: boolean;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/** `window` of a page, seen from either world. */
export interface PageWindow extends PageTarget {
  readonly top: unknown;
  readonly navigation: PageTarget;
  readonly location: { readonly href: string };
  readonly document: PageTarget & {
    createElement(name: string): PageTarget;
    readonly baseURI: string;
    readonly title: string;
    readonly head: object | null;
  };
  readonly MutationObserver: new (listener: () => void) => {
    observe(node: object, what: object): void;
  };
  readonly CustomEvent: new (type: string, init: { detail: unknown }) => CarrierEvent;
  readonly MouseEvent: new (type: string, init: { relatedTarget: PageTarget }) => CarrierEvent;
}
