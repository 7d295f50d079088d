import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IpcMain, LoadFileOptions, Session, WebContents, WebFrameMain } from 'electron';
import { createMessageHub } from '../api/ipc-main.ts';
import { createImage } from '../api/native-image.ts';
import type { Target } from '../chromium/targets.ts';
import type { Context, OpenSession } from '../context.ts';
import { createEvent, faceOf, KnownEvents, NotImplementedError } from '../strict.ts';
import { forwardConsole } from './console.ts';
import { contentsEvents } from './events.ts';
import { encodeArguments } from './frames.ts';
import { Page, type WindowOpenHandler } from './page.ts';
import { checkPrint, pdfOf } from './printing.ts';

export interface ContentsOptions {
  readonly preload: string | null;
  readonly arguments: readonly string[];
  readonly javascript: boolean;
  readonly width: number;
  readonly height: number;
  readonly session: OpenSession;
  /** The page asks for its own end, or is gone. */
  readonly onClose: () => void;
  readonly onGone: () => void;
}

type Implemented = Pick<
  WebContents,
  | 'id'
  | 'session'
  | 'mainFrame'
  | 'ipc'
  | 'send'
  | 'loadFile'
  | 'loadURL'
  | 'reload'
  | 'getURL'
  | 'getTitle'
  | 'isLoading'
  | 'isDestroyed'
  | 'isCrashed'
  | 'close'
  | 'focus'
  | 'isFocused'
  | 'setWindowOpenHandler'
  | 'executeJavaScript'
  | 'capturePage'
  | 'openDevTools'
  | 'closeDevTools'
  | 'isDevToolsOpened'
  | 'getUserAgent'
  | 'getType'
  | 'print'
  | 'printToPDF'
  | 'forcefullyCrashRenderer'
>;

/** `webContents` on a page of Chromium. */
export class HostWebContents extends KnownEvents implements Implemented {
  readonly id: number;
  readonly session: Session;
  readonly ipc: IpcMain;
  private readonly page: Page;
  private readonly context: Context;
  private readonly options: ContentsOptions;
  private readonly face: WebContents;
  private destroyed = false;
  private crashed = false;
  private devTools = false;

  constructor(context: Context, id: number, options: ContentsOptions) {
    super('webContents', contentsEvents);
    this.context = context;
    this.id = id;
    this.options = options;
    this.session = options.session.face;
    const { hub, face } = createMessageHub('webContents.ipc');
    this.ipc = face;
    this.face = faceOf(this, 'webContents', () => this.destroyed) as unknown as WebContents;
    this.page = new Page(context, options, this, this.face, hub, options.onClose);
    context.pages.set(id, this.page);
    this.page.target.then(
      (target) => this.follow(target),
      () => options.onGone(),
    );
    context.app.emit('web-contents-created', createEvent({}), this.face);
  }

  /** What the app gets. */
  get outside(): WebContents {
    return this.face;
  }

  /** For the window around it. */
  get target(): Promise<Target> {
    return this.page.target;
  }

  get mainFrame(): WebFrameMain {
    return this.page.frames.main;
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    const encoded = encodeArguments(args);
    if (this.page.targetId === null) return;
    this.page.frames.tell(this.page.targetId, { kind: 'message', channel, args: encoded });
  }

  async loadURL(url: string, options?: object): Promise<void> {
    if (options && Object.keys(options).length > 0)
      throw new NotImplementedError('loadURL options');
    const { session } = await this.page.target;
    await this.page.navigation.to(session, url);
  }

  async loadFile(file: string, options: LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(this.context.appPath(), file));
    if (options.search) url.search = options.search;
    if (options.hash) url.hash = options.hash;
    for (const [name, value] of Object.entries(options.query ?? {})) {
      url.searchParams.set(name, value);
    }
    await this.loadURL(url.href);
  }

  reload(): void {
    this.crashed = false;
    this.command((target) => target.session.send('Page.reload'));
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return this.page.title;
  }

  isLoading(): boolean {
    return this.page.navigation.isLoading;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  close(): void {
    this.options.onClose();
  }

  focus(): void {
    this.command((target) => target.session.send('Page.bringToFront'));
  }

  isFocused(): boolean {
    const windows = [...this.context.windows.values()];
    return windows.some((each) => each.contents === this.face && each.face.isFocused());
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.page.openHandler = handler;
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    await this.page.target;
    return this.mainFrame.executeJavaScript(code, userGesture);
  }

  async capturePage(rect?: Electron.Rectangle): Promise<Electron.NativeImage> {
    const { session } = await this.page.target;
    const clip = rect === undefined ? {} : { clip: { ...rect, scale: 1 } };
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', ...clip });
    return createImage(Buffer.from(data, 'base64'));
  }

  /** Would ask a person for a printer, of whom there is none; a test puts its own in before. */
  print(
    options?: Electron.WebContentsPrintOptions,
    callback?: (success: boolean, failureReason: string) => void,
  ): void {
    checkPrint(options, callback);
    throw new Error('an unanswered dialog: webContents.print');
  }

  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { session } = await this.page.target;
    return pdfOf(session, options);
  }

  openDevTools(): void {
    this.devTools = true;
    this.emit('devtools-opened');
  }

  closeDevTools(): void {
    this.devTools = false;
    this.emit('devtools-closed');
  }

  isDevToolsOpened(): boolean {
    return this.devTools;
  }

  getUserAgent(): string {
    return this.context.running().chromium.userAgent;
  }

  forcefullyCrashRenderer(): void {
    this.command((target) => target.session.send('Page.crash'));
  }

  getType(): 'window' {
    return 'window';
  }

  /** The window is gone, and this with it. */
  end(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.page.frames.end();
    this.context.pages.delete(this.id);
    const { targets } = this.context.running();
    this.page.target.then((target) => targets.close(target.id)).catch(() => undefined);
    this.emit('destroyed');
  }

  private follow(target: Target): void {
    const { session } = target;
    session.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      const details = { reason: 'crashed', exitCode: 11 };
      this.page.frames.forgetContexts();
      this.emit('render-process-gone', createEvent({}), details);
      this.context.app.emit('render-process-gone', createEvent({}), this.face, details);
    });
    session.on('close', () => {
      if (!this.destroyed) this.options.onGone();
    });
    forwardConsole(session, this);
  }

  private command(run: (target: Target) => Promise<unknown>): void {
    this.page.target.then(run).catch(() => undefined);
  }
}
