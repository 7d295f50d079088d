import type { EventEmitter } from 'node:events';
import type { CdpSession } from '../cdp/connection.ts';
import type { Schemes } from '../schemes.ts';
import { createEvent } from '../strict.ts';
import type { Frames } from './frames.ts';
import { LoadError } from './net-error.ts';

/** A document that Chromium is about to ask for. */
export interface DocumentRequest {
  readonly frameId: string;
  readonly url: string;
  readonly redirected: boolean;
}

interface Load {
  readonly url: string;
  loaderId: string | null;
  readonly done: PromiseWithResolvers<void>;
}

/** Takes a page from address to address, and tells its `webContents` what happens. */
export class Navigation {
  private readonly events: EventEmitter;
  private readonly frames: Frames;
  private readonly schemes: Schemes;
  /** What a page itself asked to go to, by frame. */
  private readonly requested = new Map<string, string>();
  private session: CdpSession | null = null;
  private load: Load | null = null;
  private loading = false;
  /** Chromium begins every page with an empty document, of which Electron says nothing. */
  private begun = false;

  constructor(events: EventEmitter, frames: Frames, schemes: Schemes) {
    this.events = events;
    this.frames = frames;
    this.schemes = schemes;
  }

  get isLoading(): boolean {
    return this.loading;
  }

  attach(session: CdpSession): void {
    this.session = session;
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      this.requested.set(frameId, url);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      this.requested.delete(frame.id);
      const url = this.schemes.fromPage(`${frame.url}${frame.urlFragment ?? ''}`);
      if (this.frames.isMain(frame.id)) this.emit('did-navigate', {}, url, 200, 'OK');
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const main = this.frames.isMain(frameId);
      this.emit('did-navigate-in-page', {}, this.schemes.fromPage(url), main, 1, 1);
    });
    session.on('Page.frameStartedLoading', ({ frameId }) => {
      if (!this.frames.isMain(frameId)) return;
      this.loading = true;
      this.emit('did-start-loading', {});
    });
    session.on('Page.frameStoppedLoading', ({ frameId }) => {
      if (!this.frames.isMain(frameId)) return;
      this.loading = false;
      this.emit('did-stop-loading', {});
    });
    session.on('Page.lifecycleEvent', (event) => {
      if (this.begun && this.frames.isMain(event.frameId))
        this.onLifecycle(event.name, event.loaderId);
    });
  }

  /** Goes to an address. Rejects with Electron's error where it cannot be loaded. */
  async to(session: CdpSession, url: string): Promise<void> {
    this.begun = true;
    this.load?.done.reject(new LoadError('ERR_ABORTED', this.load.url));
    const load: Load = { url, loaderId: null, done: Promise.withResolvers() };
    load.done.promise.catch(() => undefined);
    this.load = load;
    this.emit('did-start-navigation', { url, isMainFrame: true, isSameDocument: false }, url);
    const answer = await session.send('Page.navigate', { url: this.schemes.toPage(url) });
    if (answer.errorText !== undefined && answer.errorText !== '') {
      const error = new LoadError(answer.errorText.replace(/^net::/, ''), url);
      this.emit('did-fail-load', {}, error.errno, error.code, url, true, 1, 1);
      load.done.reject(error);
    } else if (answer.loaderId === undefined) {
      load.done.resolve();
    } else {
      load.loaderId = answer.loaderId;
      this.settleEarly(load);
    }
    return load.done.promise;
  }

  /** @returns false where the app forbids the document. */
  allows(request: DocumentRequest): boolean {
    const url = this.schemes.fromPage(request.url);
    const isMainFrame = this.frames.isMain(request.frameId);
    const frame = this.frames.face(request.frameId);
    const details = { url, isMainFrame, isSameDocument: false, frame, initiator: frame };
    if (request.redirected) return this.ask('will-redirect', details, isMainFrame);
    const wanted = this.requested.get(request.frameId);
    if (wanted === undefined || withoutHash(wanted) !== withoutHash(request.url)) return true;
    this.requested.delete(request.frameId);
    if (!this.ask('will-frame-navigate', details, isMainFrame)) return false;
    return !isMainFrame || this.ask('will-navigate', details, isMainFrame);
  }

  private ask(name: string, details: { url: string }, isMainFrame: boolean): boolean {
    const event = createEvent(details);
    this.events.emit(name, event, details.url, false, isMainFrame, 1, 1);
    return !event.defaultPrevented;
  }

  /** A page wants to go where no request leads: to a blob, an empty page, a mail address. */
  leave(frameId: string, url: string): void {
    const session = this.session;
    const frame = this.frames.face(frameId);
    const details = { url, isMainFrame: true, isSameDocument: false, frame, initiator: frame };
    const allowed =
      this.ask('will-frame-navigate', details, true) && this.ask('will-navigate', details, true);
    const within = /^(about|blob|data):/i.test(url) || this.schemes.toPage(url) !== url;
    if (allowed && within && session) this.to(session, url).catch(() => undefined);
  }

  private readonly finished: string[] = [];

  private onLifecycle(name: string, loaderId: string): void {
    if (name === 'DOMContentLoaded') this.emit('dom-ready', {});
    if (name === 'firstContentfulPaint') this.events.emit('-first-paint');
    if (name !== 'load') return;
    this.finished.push(loaderId);
    if (this.finished.length > 20) this.finished.shift();
    this.emit('did-finish-load', {});
    this.events.emit('-first-paint');
    if (this.load) this.settleEarly(this.load);
  }

  /** The page may be complete before the answer to the command that asked for it. */
  private settleEarly(load: Load): void {
    if (load.loaderId === null || !this.finished.includes(load.loaderId)) return;
    load.done.resolve();
    if (this.load === load) this.load = null;
  }

  private emit(name: string, details: object, ...args: unknown[]): void {
    this.events.emit(name, createEvent(details), ...args);
  }
}

function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '');
}
