import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { EventDouble, WebContentsDouble } from './contents.ts';

/** Who owns the windows: the program. */
export interface WindowOwner {
  readonly windows: WindowDouble[];
  emit(event: string, ...args: unknown[]): boolean;
  windowGone(window: WindowDouble): void;
}

type Implemented =
  | 'show'
  | 'focus'
  | 'isVisible'
  | 'isFocused'
  | 'minimize'
  | 'isMinimized'
  | 'restore'
  | 'maximize'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'setBackgroundColor'
  | 'loadURL'
  | 'close'
  | 'destroy'
  | 'isDestroyed';

/** A window with the life of a real one: it shows, closes unless prevented, and then throws. */
export class WindowDouble extends EventEmitter implements Pick<BrowserWindow, Implemented> {
  readonly webContents = new WebContentsDouble();
  readonly options: BrowserWindowConstructorOptions;
  readonly #app: WindowOwner;
  readonly #state = {
    visible: false,
    focused: false,
    minimized: false,
    maximized: false,
    destroyed: false,
  };
  background: string;
  bounds: Rectangle;

  constructor(app: WindowOwner, options: BrowserWindowConstructorOptions) {
    super();
    this.#app = app;
    this.options = options;
    this.#state.visible = options.show ?? true;
    this.background = options.backgroundColor ?? '#FFF';
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    app.windows.push(this);
    app.emit('web-contents-created', new EventDouble(), this.webContents);
  }

  show(): void {
    Object.assign(this.#alive(), { visible: true, focused: true });
  }
  focus(): void {
    this.#alive().focused = true;
  }
  isVisible(): boolean {
    return this.#alive().visible;
  }
  isFocused(): boolean {
    return this.#alive().focused;
  }
  minimize(): void {
    Object.assign(this.#alive(), { minimized: true, focused: false });
  }
  isMinimized(): boolean {
    return this.#alive().minimized;
  }
  restore(): void {
    this.#alive().minimized = false;
  }
  maximize(): void {
    this.#alive().maximized = true;
  }
  isMaximized(): boolean {
    return this.#alive().maximized;
  }
  getNormalBounds(): Rectangle {
    this.#alive();
    return this.bounds;
  }
  setBackgroundColor(colour: string): void {
    this.#alive();
    this.background = colour;
  }
  loadURL(url: string): Promise<void> {
    this.#alive();
    this.webContents.mainFrame = { url, parent: null };
    return Promise.resolve();
  }
  close(): void {
    this.#alive();
    const event = new EventDouble();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#state.destroyed) return;
    this.#state.destroyed = true;
    this.webContents.destroyed();
    this.emit('closed');
    this.#app.windowGone(this);
  }
  isDestroyed(): boolean {
    return this.#state.destroyed;
  }

  #alive() {
    if (this.#state.destroyed) throw new TypeError('Object has been destroyed');
    return this.#state;
  }

  asElectron(): BrowserWindow {
    return this as unknown as BrowserWindow;
  }
}
