import type { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import type { Context } from '../context.ts';
import { createEvent } from '../strict.ts';

/** Which window has the keyboard. */
export class Focus {
  private readonly context: Context;
  private holder: { readonly window: BrowserWindow; readonly events: EventEmitter } | null = null;

  constructor(context: Context) {
    this.context = context;
  }

  get window(): BrowserWindow | null {
    return this.holder?.window ?? null;
  }

  take(window: BrowserWindow, events: EventEmitter): void {
    if (this.holder?.window === window) return;
    this.release();
    this.holder = { window, events };
    events.emit('focus', createEvent({}));
    this.context.app.emit('browser-window-focus', createEvent({}), window);
  }

  leave(window: BrowserWindow): void {
    if (this.holder?.window === window) this.release();
  }

  private release(): void {
    const before = this.holder;
    this.holder = null;
    before?.events.emit('blur', createEvent({}));
    if (before) this.context.app.emit('browser-window-blur', createEvent({}), before.window);
  }
}
