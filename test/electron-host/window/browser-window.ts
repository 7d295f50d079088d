import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  NativeImage,
  Rectangle,
  WebContents,
} from 'electron';
import type { Context } from '../context.ts';
import { createEvent, faceOf, strict } from '../strict.ts';
import { WindowBounds } from './bounds.ts';
import { Focus } from './focus.ts';
import { DressedWindow } from './dressed-window.ts';
import { checkOptions } from './options.ts';

import { windowEvents } from './events.ts';
import { HostWebContents } from './web-contents.ts';

type Implemented = Pick<
  BrowserWindow,
  | 'blur'
  | 'capturePage'
  | 'close'
  | 'destroy'
  | 'focus'
  | 'hide'
  | 'id'
  | 'isDestroyed'
  | 'isFocused'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'isNormal'
  | 'isVisible'
  | 'loadFile'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'reload'
  | 'restore'
  | 'show'
  | 'showInactive'
  | 'unmaximize'
  | 'webContents'
>;

/** Electron's `BrowserWindow`, each a window of the host's Chromium. */
export function createBrowserWindowClass(context: Context): typeof BrowserWindow {
  let lastId = 0;
  const focus = new Focus(context);

  class HostBrowserWindow extends DressedWindow implements Implemented {
    readonly id: number;
    readonly webContents: WebContents;
    private readonly contents: HostWebContents;
    protected readonly bounds: WindowBounds;
    private readonly face: BrowserWindow;
    private destroyed = false;
    private visible: boolean;
    private minimized = false;
    private maximized = false;

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
      super('BrowserWindow', windowEvents);
      checkOptions(options);
      const { webPreferences = {} } = options;
      this.id = ++lastId;
      this.visible = false;
      if (options.title !== undefined) this.caption = options.title;
      if (options.backgroundColor !== undefined) this.background = options.backgroundColor;
      this.menuBar = !options.autoHideMenuBar;
      this.face = faceOf(this, 'BrowserWindow', () => this.destroyed) as unknown as BrowserWindow;
      const { width = 800, height = 600 } = options;
      this.contents = new HostWebContents(context, this.id, {
        preload: webPreferences.preload ?? null,
        arguments: webPreferences.additionalArguments ?? [],
        javascript: webPreferences.javascript ?? true,
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
        if (!event.defaultPrevented) this.caption = title;
      });
    }
  }

  return strict(HostBrowserWindow, 'BrowserWindow') as unknown as typeof BrowserWindow;
}
