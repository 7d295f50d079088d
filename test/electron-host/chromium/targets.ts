import type { CdpConnection, CdpSession } from '../cdp/connection.ts';

export interface Target {
  readonly id: string;
  readonly session: CdpSession;
}

export interface TargetOptions {
  readonly width: number;
  readonly height: number;
  readonly browserContextId?: string;
}

/** By this, an empty page, a window that was opened from outside is known again. */
const plainPage = 'data:text/html,';

/**
 * The pages of one Chromium. Each is held before its first request until it is known to be a window
 * of the app; what a page opened by itself is closed.
 */
export class Targets {
  private readonly connection: CdpConnection;
  private readonly openPlainWindow: ((url: string) => void) | null;
  private readonly attached = new Map<string, CdpSession>();
  private readonly awaited = new Map<string, (session: CdpSession) => void>();
  private arrivals: ((target: Target) => void)[] = [];
  private creating = 0;

  /**
   * @param openPlainWindow opens a window without tabs and address bar on a page; null where only
   * programs look, which do not mind them
   */
  constructor(connection: CdpConnection, openPlainWindow: ((url: string) => void) | null) {
    this.connection = connection;
    this.openPlainWindow = openPlainWindow;
    connection.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const session = connection.session(sessionId);
      if (targetInfo.openerId !== undefined) return this.refuse(targetInfo.targetId, session);
      if (targetInfo.url === plainPage) {
        return this.arrivals.shift()?.({ id: targetInfo.targetId, session });
      }
      this.attached.set(targetInfo.targetId, session);
      this.awaited.get(targetInfo.targetId)?.(session);
      this.release();
    });
  }

  async start(): Promise<void> {
    await this.connection.browser.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }, { exclude: true }],
    });
  }

  /** A new, empty page in a window of its own. */
  async create(options: TargetOptions): Promise<Target> {
    const target =
      this.openPlainWindow !== null && options.browserContextId === undefined
        ? await this.createPlain(this.openPlainWindow)
        : await this.createTab(options);
    await target.session.send('Runtime.runIfWaitingForDebugger');
    return target;
  }

  close(id: string): void {
    this.connection.browser.send('Target.closeTarget', { targetId: id }).catch(() => undefined);
  }

  /** A page and what it opened may share a process: one that is held would hold the other. */
  private refuse(id: string, session: CdpSession): void {
    this.close(id);
    session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
  }

  private createPlain(open: (url: string) => void): Promise<Target> {
    return new Promise((resolve) => {
      this.arrivals.push(resolve);
      open(plainPage);
    });
  }

  private async createTab(options: TargetOptions): Promise<Target> {
    this.creating += 1;
    try {
      const { targetId: id } = await this.connection.browser.send('Target.createTarget', {
        url: 'about:blank',
        newWindow: true,
        ...options,
      });
      const session = this.attached.get(id) ?? (await this.arrival(id));
      this.attached.delete(id);
      return { id, session };
    } finally {
      this.creating -= 1;
      this.release();
    }
  }

  private arrival(id: string): Promise<CdpSession> {
    return new Promise((resolve) => {
      this.awaited.set(id, (session) => {
        this.awaited.delete(id);
        resolve(session);
      });
    });
  }

  /** Pages that somebody else, such as a test's own debugger, made are none of ours. */
  private release(): void {
    if (this.creating > 0) return;
    for (const session of this.attached.values()) {
      session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    }
    this.attached.clear();
  }
}
