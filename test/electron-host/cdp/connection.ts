import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';

/** One conversation with the browser or with one page: commands and events, typed by the protocol. */
export type CdpSession = Pick<CDPSession, 'send' | 'on' | 'off' | 'once'>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A command that could not be carried out because the page or the browser is gone. */
export class GoneError extends Error {
  override readonly name = 'GoneError';
}

/** Speaks the DevTools protocol over Chromium's pipe: messages end with a zero byte. */
export class CdpConnection {
  readonly browser: CdpSession;
  private readonly output: Writable;
  private readonly sessions = new Map<string, Channel>();
  private lastId = 0;
  private closed = false;

  constructor(input: Readable, output: Writable) {
    this.output = output;
    this.browser = this.open('');
    input.setEncoding('utf8');
    let rest = '';
    input.on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.receive(JSON.parse(part) as Message);
    });
    input.on('close', () => this.close());
    // What is written after Chromium's end is answered by `close`.
    for (const stream of [input, output]) stream.on('error', () => undefined);
  }

  /** The session that flat attaching to a target made. */
  session(id: string): CdpSession {
    return this.sessions.get(id)?.face ?? this.open(id);
  }

  /** Rejects what is under way and everything that follows. */
  close(): void {
    this.closed = true;
    for (const channel of this.sessions.values()) channel.end();
  }

  private open(sessionId: string): CdpSession {
    const channel = new Channel((method, params) => {
      if (this.closed) throw new GoneError(`${method}: Chromium is gone`);
      const id = ++this.lastId;
      const routed = sessionId === '' ? {} : { sessionId };
      this.output.write(`${JSON.stringify({ id, method, params, ...routed })}\0`);
      return id;
    });
    this.sessions.set(sessionId, channel);
    return channel.face;
  }

  private receive(message: Message): void {
    if (message.method === 'Target.detachedFromTarget') {
      const { sessionId } = message.params as { sessionId: string };
      this.sessions.get(sessionId)?.end();
      this.sessions.delete(sessionId);
    }
    this.sessions.get(message.sessionId ?? '')?.receive(message);
  }
}

class Channel {
  readonly face: CdpSession;
  private readonly events = new EventEmitter();
  private readonly waiting = new Map<number, Waiting>();
  private ended = false;

  constructor(write: (method: string, params: unknown) => number) {
    this.events.setMaxListeners(0);
    const send = (method: string, params: unknown = {}): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (this.ended) throw new GoneError(`${method}: the page is gone`);
        this.waiting.set(write(method, params), { method, resolve, reject });
      });
    const events = this.events;
    const face = {
      send,
      on: events.on.bind(events),
      off: events.off.bind(events),
      once: events.once.bind(events),
    };
    this.face = face as unknown as CdpSession;
  }

  receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method !== undefined) this.events.emit(message.method, message.params);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    for (const { method, reject } of this.waiting.values()) {
      reject(new GoneError(`${method}: the page is gone`));
    }
    this.waiting.clear();
    this.events.emit('close');
  }
}
