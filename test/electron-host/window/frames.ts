import type { WebFrameMain } from 'electron';
import type { CdpSession } from '../cdp/connection.ts';
import { originOf, type Schemes } from '../schemes.ts';
import { strict } from '../strict.ts';
import { preloadWorld, receiverName } from './injection.ts';
import { evaluate } from './evaluate.ts';
import type { ToPage } from '../page/preload-world.ts';
import { codec } from '../codec.ts';

type FrameFace = Pick<
  WebFrameMain,
  | 'url'
  | 'origin'
  | 'name'
  | 'parent'
  | 'top'
  | 'frames'
  | 'framesInSubtree'
  | 'routingId'
  | 'processId'
  | 'frameTreeNodeId'
  | 'frameToken'
  | 'detached'
  | 'isDestroyed'
  | 'executeJavaScript'
  | 'send'
>;

interface Frame {
  id: string;
  readonly parentId: string | null;
  readonly number: number;
  url: string;
  name: string;
  gone: boolean;
  face: WebFrameMain | null;
}

/** The frames of one page and the script worlds within them. */
export class Frames {
  private readonly schemes: Schemes;
  private readonly frames = new Map<string, Frame>();
  private readonly contexts = new Map<number, { frameId: string; world: 'page' | 'preload' }>();
  private readonly root: Frame;
  private session: CdpSession | null = null;
  private count = 0;

  constructor(schemes: Schemes) {
    this.schemes = schemes;
    this.root = this.add('', null);
  }

  /** The page is there: its main frame goes by the target's id. */
  attach(session: CdpSession, targetId: string): void {
    this.session = session;
    this.frames.delete(this.root.id);
    this.root.id = targetId;
    this.frames.set(targetId, this.root);
    session.on('Page.frameAttached', (event) => this.add(event.frameId, event.parentFrameId));
    session.on('Page.frameNavigated', ({ frame }) => {
      const known = this.frames.get(frame.id) ?? this.add(frame.id, frame.parentId ?? null);
      known.url = `${frame.url}${frame.urlFragment ?? ''}`;
      known.name = frame.name ?? '';
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frames.get(frameId);
      if (frame) frame.url = url;
    });
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      const frame = this.frames.get(frameId);
      if (frame && reason === 'remove') {
        frame.gone = true;
        this.frames.delete(frameId);
      }
    });
    this.followContexts(session);
  }

  /** The renderer is gone, and every script world with it. */
  forgetContexts(): void {
    this.contexts.clear();
  }

  /** The page is gone for good. */
  end(): void {
    for (const frame of this.frames.values()) frame.gone = true;
  }

  get main(): WebFrameMain {
    return this.faceOf(this.root);
  }

  has(frameId: string | undefined): boolean {
    return frameId !== undefined && this.frames.has(frameId);
  }

  isMain(frameId: string | undefined): boolean {
    return frameId === this.root.id;
  }

  face(frameId: string): WebFrameMain | null {
    const frame = this.frames.get(frameId);
    return frame ? this.faceOf(frame) : null;
  }

  /** The frame that a script world belongs to, if it is preload's. */
  preloadFrame(contextId: number): WebFrameMain | null {
    const context = this.contexts.get(contextId);
    return context?.world === 'preload' ? this.face(context.frameId) : null;
  }

  /** Where a frame is, as the app knows it. A message tells more freshly than the frame tree does. */
  noteUrl(contextId: number, url: string): void {
    const frame = this.frames.get(this.contexts.get(contextId)?.frameId ?? '');
    if (frame) frame.url = url;
  }

  /** Speaks to preload in a frame; what comes before there is one is lost, as in Electron. */
  tell(frameId: string, message: ToPage): void {
    const contextId = this.contextOf(frameId, 'preload');
    if (contextId === undefined || this.session === null) return;
    this.session
      .send('Runtime.callFunctionOn', {
        functionDeclaration: `function (text) { ${receiverName}(text); }`,
        arguments: [{ value: JSON.stringify(message) }],
        executionContextId: contextId,
      })
      .catch(() => undefined);
  }

  private add(id: string, parentId: string | null): Frame {
    this.count += 1;
    const frame = { id, parentId, number: this.count, url: '', name: '', gone: false, face: null };
    this.frames.set(id, frame);
    return frame;
  }

  private contextOf(frameId: string, world: 'page' | 'preload'): number | undefined {
    for (const [id, context] of this.contexts) {
      if (context.frameId === frameId && context.world === world) return id;
    }
    return undefined;
  }

  private followContexts(session: CdpSession): void {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId, isDefault } = context.auxData as unknown as {
        frameId: string;
        isDefault: boolean;
      };
      const world = isDefault ? 'page' : context.name === preloadWorld ? 'preload' : null;
      if (world !== null) this.contexts.set(context.id, { frameId, world });
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.contexts.delete(executionContextId);
    });
    session.on('Runtime.executionContextsCleared', () => this.contexts.clear());
  }

  private faceOf(frame: Frame): WebFrameMain {
    frame.face ??= this.createFace(frame);
    return frame.face;
  }

  private createFace(frame: Frame): WebFrameMain {
    const { schemes } = this;
    const children = (): Frame[] =>
      [...this.frames.values()].filter((each) => each.parentId === frame.id);
    const parent = (): WebFrameMain | null =>
      frame.parentId === null ? null : this.face(frame.parentId);
    const execute = async (code: string, gesture = false): Promise<unknown> => {
      if (this.session === null) throw new Error('The frame has no page yet.');
      return evaluate(this.session, code, gesture, this.contextOf(frame.id, 'page'));
    };
    const face: FrameFace = {
      get url() {
        return schemes.fromPage(frame.url);
      },
      get origin() {
        return originOf(schemes.fromPage(frame.url));
      },
      get name() {
        return frame.name;
      },
      get parent() {
        return parent();
      },
      get top() {
        return parent()?.top ?? (face as WebFrameMain);
      },
      get frames() {
        return children().map((each) => frameFaces(each));
      },
      get framesInSubtree() {
        return [face as WebFrameMain, ...face.frames.flatMap((each) => each.framesInSubtree)];
      },
      routingId: frame.number,
      frameTreeNodeId: frame.number,
      processId: 1,
      frameToken: frame.id,
      get detached() {
        return frame.gone;
      },
      isDestroyed: () => frame.gone,
      executeJavaScript: execute,
      send: (channel: string, ...args: unknown[]) => {
        this.tell(frame.id, { kind: 'message', channel, args: encodeArguments(args) });
      },
    };
    const frameFaces = (each: Frame): WebFrameMain => this.faceOf(each);
    return strict(face, 'WebFrameMain') as WebFrameMain;
  }
}

/** @throws Error in Electron's words where an argument cannot be cloned. */
export function encodeArguments(args: unknown[]): string {
  try {
    return codec.encode(args);
  } catch {
    throw new Error('Failed to serialize arguments');
  }
}
