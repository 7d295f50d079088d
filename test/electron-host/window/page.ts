import type { WebContents } from 'electron';
import type { EventEmitter } from 'node:events';
import type { CdpSession } from '../cdp/connection.ts';
import type { Target } from '../chromium/targets.ts';
import type { Context, OpenSession, PageOwner } from '../context.ts';
import { answer, deliver, type MessageHub } from '../api/ipc-main.ts';
import type { FromPage } from '../page/preload-world.ts';
import { createEvent, NotImplementedError } from '../strict.ts';
import { Frames } from './frames.ts';
import { bindingName, createInjection, preloadWorld } from './injection.ts';
import { Navigation } from './navigation.ts';

export type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

export interface PageOptions {
  readonly preload: string | null;
  readonly arguments: readonly string[];
  /** Whether the page's own scripts run. */
  readonly javascript: boolean;
  readonly width: number;
  readonly height: number;
  readonly session: OpenSession;
}

/**
 * One page in Chromium: made when its window is, prepared before its first document, and the way on
 * which messages between it and main travel.
 */
export class Page implements PageOwner {
  readonly frames: Frames;
  readonly navigation: Navigation;
  readonly session: OpenSession;
  readonly target: Promise<Target>;
  targetId: string | null = null;
  openHandler: WindowOpenHandler | null = null;
  title = '';
  readonly face: WebContents;
  private readonly context: Context;
  private readonly events: EventEmitter;
  private readonly hubs: readonly MessageHub[];
  private readonly onClose: () => void;

  constructor(
    context: Context,
    options: PageOptions,
    events: EventEmitter,
    face: WebContents,
    ipc: MessageHub,
    onClose: () => void,
  ) {
    this.context = context;
    this.events = events;
    this.face = face;
    this.hubs = [ipc, context.ipcMain];
    this.onClose = onClose;
    this.session = options.session;
    this.frames = new Frames(context.schemes);
    this.navigation = new Navigation(events, this.frames, context.schemes);
    this.target = this.create(options);
    this.target.catch(() => undefined);
  }

  /** A link or `window.open` asked for another window: the app says no, or nothing may happen. */
  open(url: string, name: string, features: string): void {
    const details = { url, frameName: name, features, disposition: 'foreground-tab' as const };
    const referrer = {
      url: this.frames.main.url,
      policy: 'strict-origin-when-cross-origin' as const,
    };
    if (this.openHandler === null) {
      throw new NotImplementedError(`opening ${url} in a window without a window open handler`);
    }
    const { action } = this.openHandler({ ...details, referrer });
    if (action === 'allow')
      throw new NotImplementedError('action "allow" of a window open handler');
  }

  emulate(name: string, value: string): void {
    this.target
      .then(({ session }) =>
        session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] }),
      )
      .catch(() => undefined);
  }

  private async create({ session, ...options }: PageOptions): Promise<Target> {
    const browserContextId = await session.contextId();
    const { targets } = this.context.running();
    const { width, height } = options;
    const target = await targets.create({
      width,
      height,
      ...(browserContextId === undefined ? {} : { browserContextId }),
    });
    this.targetId = target.id;
    this.frames.attach(target.session, target.id);
    this.navigation.attach(target.session);
    this.listen(target.session);
    await this.prepare(target.session, options);
    return target;
  }

  private async prepare(session: CdpSession, options: Omit<PageOptions, 'session'>): Promise<void> {
    const processInPage = { ...this.context.processInPage, argv: options.arguments };
    const injection = createInjection(options.preload, processInPage);
    const scheme = this.context.colorScheme();
    const features = [{ name: 'prefers-color-scheme', value: scheme === 'system' ? '' : scheme }];
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Inspector.enable'),
      session.send('Log.enable'),
      session.send('Runtime.addBinding', {
        name: bindingName,
        executionContextName: preloadWorld,
      }),
      session.send('Runtime.enable'),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: injection.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: injection.preloadWorld,
        worldName: preloadWorld,
      }),
      session.send('Emulation.setEmulatedMedia', { features }),
      ...(options.javascript
        ? []
        : [session.send('Emulation.setScriptExecutionDisabled', { value: true })]),
    ]);
    if (injection.error) this.failPreload(options.preload ?? '', injection.error);
  }

  private listen(session: CdpSession): void {
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== bindingName) return;
      const { url, message } = JSON.parse(payload) as { url: string; message: FromPage };
      this.frames.noteUrl(executionContextId, url);
      this.hear(message, executionContextId);
    });
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      this.open(this.context.schemes.fromPage(url), windowName, windowFeatures.join(',')),
    );
  }

  private hear(message: FromPage, contextId: number): void {
    const frame = this.frames.preloadFrame(contextId);
    if (frame === null) return;
    const sender = { contents: this.face, frame };
    switch (message.kind) {
      case 'send':
        return deliver(this.hubs, sender, message.channel, message.args);
      case 'invoke': {
        const reply = (ok: boolean, value: string): void =>
          this.frames.tell(frame.frameToken, { kind: 'reply', id: message.id, ok, value });
        answer(this.hubs, sender, message.channel, message.args).then(
          (value) => reply(true, value),
          (error: unknown) => reply(false, (error as Error).message),
        );
        return;
      }
      case 'open':
        return this.open(
          this.context.schemes.fromPage(message.url),
          message.name,
          message.features,
        );
      case 'leave':
        return this.navigation.leave(frame.frameToken, message.url);
      case 'close':
        return this.onClose();
      case 'title':
        if (message.title === this.title) return;
        this.title = message.title;
        this.events.emit('page-title-updated', createEvent({}), this.title, true);
        return;
      case 'key': {
        const event = createEvent({});
        this.events.emit('before-input-event', event, message.input);
        if (event.defaultPrevented) throw new NotImplementedError('keeping a key from the page');
        return;
      }
      case 'preload-error': {
        const error = Object.assign(new Error(message.message), { stack: message.stack });
        this.events.emit('preload-error', {}, '', error);
      }
    }
  }

  private failPreload(file: string, error: Error): void {
    console.error(`Unable to load preload script: ${file}\n${error.message}`);
    this.events.emit('preload-error', {}, file, error);
  }
}
