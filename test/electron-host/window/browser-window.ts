import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Menu,
  NativeImage,
  Rectangle,
  WebContents,
} from 'electron';
import type { Context } from '../context.ts';
import { createEvent, faceOf, KnownEvents, strict } from '../strict.ts';
import { checkOptions } from './options.ts';
import { WindowBounds } from './bounds.ts';
import { Focus } from './focus.ts';
import { HostWebContents } from './web-contents.ts';

const events = [
  'always-on-top-changed',
  'app-command',
  'blur',
  'close',
  'closed',
  'enter-full-screen',
  'focus',
  'hide',
  'leave-full-screen',
  'maximize',
  'minimize',
  'move',
  'moved',
  'page-title-updated',
  'query-session-end',
  'ready-to-show',
  'resize',
  'resized',
  'responsive',
  'restore',
  'session-end',
  'show',
  'unmaximize',
  'unresponsive',
];

/** Electron's `BrowserWindow`, each a window of the host's Chromium. */
export function createBrowserWindowClass(context: Context): typeof BrowserWindow {
  let lastId = 0;
  const focus = new Focus(context);

  class HostBrowserWindow extends KnownEvents {
    readonly id: number;
    readonly webContents: WebContents;
    private readonly contents: HostWebContents;
    private readonly bounds: WindowBounds;
    private readonly face: BrowserWindow;
    private destroyed = false;
    private visible: boolean;
    private minimized = false;
    private maximized = false;
    private title: string;
    private background: string;
    private menuBarVisible: boolean;

    static getAllWindows(): BrowserWindow[] {
      return [...context.windows.values()].map((each) => each.face);
    }

    static getFocusedWindow(): BrowserWindow | null {
      return focus.window;
    }

    static fromId(id: number): BrowserWindow | null {
      return context.windows.get(id)?.face ?? null;
    }

    static fromWebContents(contents: WebContents): BrowserWindow | null {
      const windows = [...context.windows.values()];
      return windows.find((each) => each.contents === contents)?.face ?? null;
    }

    constructor(options: BrowserWindowConstructorOptions = {}) {
      context.life.requireReady('Cannot create BrowserWindow before app is ready');
      super('BrowserWindow', events);
      checkOptions(options);
      const { webPreferences = {} } = options;
      this.id = ++lastId;
      this.visible = false;
      this.title = options.title ?? 'Electron';
      this.background = options.backgroundColor ?? '#FFF';
      this.menuBarVisible = !options.autoHideMenuBar;
      this.face = faceOf(this, 'BrowserWindow', () => this.destroyed) as unknown as BrowserWindow;
      const { width = 800, height = 600 } = options;
      this.contents = new HostWebContents(context, this.id, {
        preload: webPreferences.preload ?? null,
        arguments: webPreferences.additionalArguments ?? [],
        width,
        height,
        session: context.session(webPreferences.session, webPreferences.partition),
        onClose: () => this.close(),
        onGone: () => this.lose(),
      });
      this.webContents = this.contents.outside;
      this.bounds = new WindowBounds(context, this.contents.target, this, {
        x: options.x ?? 0,
        y: options.y ?? 0,
        width,
        height,
      });
      context.windows.set(this.id, {
        face: this.face,
        contents: this.webContents,
        close: () => this.close(),
        destroy: () => this.destroy(),
      });
      this.followContents();
      context.app.emit('browser-window-created', createEvent({}), this.face);
      if (options.show !== false) this.show();
      else this.bounds.conceal();
      return this.face as unknown as HostBrowserWindow;
    }

    loadURL(url: string, options?: object): Promise<void> {
      return this.contents.loadURL(url, options);
    }

    loadFile(file: string, options?: Electron.LoadFileOptions): Promise<void> {
      return this.contents.loadFile(file, options);
    }

    reload(): void {
      this.contents.reload();
    }

    capturePage(rect?: Rectangle): Promise<NativeImage> {
      return this.contents.capturePage(rect);
    }

    show(): void {
      this.appear();
      this.focus();
    }

    showInactive(): void {
      this.appear();
    }

    hide(): void {
      if (!this.visible) return;
      this.visible = false;
      focus.leave(this.face);
      this.bounds.conceal();
      this.emit('hide');
    }

    focus(): void {
      if (!this.visible) return;
      this.contents.focus();
      focus.take(this.face, this);
    }

    blur(): void {
      focus.leave(this.face);
    }

    isFocused(): boolean {
      return focus.window === this.face;
    }

    isVisible(): boolean {
      return this.visible;
    }

    isDestroyed(): boolean {
      return this.destroyed;
    }

    minimize(): void {
      if (this.minimized) return;
      this.minimized = true;
      focus.leave(this.face);
      this.bounds.conceal();
      this.emit('minimize');
    }

    isMinimized(): boolean {
      return this.minimized;
    }

    restore(): void {
      if (!this.minimized && !this.maximized) return;
      this.minimized = false;
      this.maximized = false;
      this.bounds.reveal();
      this.emit('restore');
      this.focus();
    }

    maximize(): void {
      this.maximized = true;
      this.appear();
      this.bounds.maximize();
      this.emit('maximize');
    }

    unmaximize(): void {
      this.maximized = false;
      this.bounds.reveal();
      this.emit('unmaximize');
    }

    isMaximized(): boolean {
      return this.maximized;
    }

    isFullScreen(): boolean {
      return false;
    }

    isNormal(): boolean {
      return this.visible && !this.minimized && !this.maximized;
    }

    getBounds(): Rectangle {
      return this.bounds.get();
    }

    getNormalBounds(): Rectangle {
      return this.bounds.get();
    }

    getContentBounds(): Rectangle {
      return this.bounds.get();
    }

    getSize(): number[] {
      const { width, height } = this.bounds.get();
      return [width, height];
    }

    getContentSize(): number[] {
      return this.getSize();
    }

    getPosition(): number[] {
      const { x, y } = this.bounds.get();
      return [x, y];
    }

    setBounds(bounds: Partial<Rectangle>): void {
      this.bounds.set(bounds);
    }

    setSize(width: number, height: number): void {
      this.bounds.set({ width, height });
    }

    setContentSize(width: number, height: number): void {
      this.bounds.set({ width, height });
    }

    setPosition(x: number, y: number): void {
      this.bounds.set({ x, y });
    }

    center(): void {
      this.bounds.set({ x: 0, y: 0 });
    }

    getTitle(): string {
      return this.title;
    }

    setTitle(title: string): void {
      this.title = title;
    }

    setBackgroundColor(color: string): void {
      this.background = color;
    }

    getBackgroundColor(): string {
      return this.background;
    }

    setMenuBarVisibility(visible: boolean): void {
      this.menuBarVisible = visible;
    }

    isMenuBarVisible(): boolean {
      return this.menuBarVisible;
    }

    /** Native dress of a window, which Chromium's has not: taken, and without effect. */
    setMenu(_menu: Menu | null): void {}
    removeMenu(): void {}
    setIcon(_icon: NativeImage | string): void {}
    setSkipTaskbar(_skip: boolean): void {}
    setAlwaysOnTop(_flag: boolean): void {}
    setAutoHideMenuBar(_hide: boolean): void {}
    setMinimumSize(_width: number, _height: number): void {}
    flashFrame(_flag: boolean): void {}
    moveTop(): void {}

    close(): void {
      if (this.destroyed) return;
      const event = createEvent({});
      this.emit('close', event);
      if (!event.defaultPrevented) this.destroy();
    }

    destroy(): void {
      if (this.destroyed) return;
      focus.leave(this.face);
      this.destroyed = true;
      this.visible = false;
      context.windows.delete(this.id);
      this.contents.end();
      this.emit('closed');
      if (context.windows.size === 0) context.onAllClosed();
    }

    /** The person closed the window, or Chromium is gone: there is nothing left to keep open. */
    private lose(): void {
      if (this.destroyed) return;
      this.emit('close', createEvent({}));
      this.destroy();
    }

    private appear(): void {
      if (this.minimized) this.restore();
      if (this.visible) return;
      this.visible = true;
      this.bounds.reveal();
      this.emit('show');
    }

    private followContents(): void {
      this.contents.once('-first-paint', () => {
        if (!this.destroyed) this.emit('ready-to-show');
      });
      this.contents.on('page-title-updated', (event: Electron.Event, title: string) => {
        this.emit('page-title-updated', event, title, true);
        if (!event.defaultPrevented) this.title = title;
      });
    }
  }

  return strict(HostBrowserWindow, 'BrowserWindow') as unknown as typeof BrowserWindow;
}
