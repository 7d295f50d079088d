import type { EventEmitter } from 'node:events';
import type { Rectangle } from 'electron';
import type { Target } from '../chromium/targets.ts';
import { screenArea } from '../api/screen.ts';
import type { Context } from '../context.ts';

type State = 'normal' | 'minimized' | 'maximized';

/**
 * Size and place of a window. Chromium's own frame is larger than the page by its tabs and address
 * bar: sizes are those of the page, which is what an app lays out.
 */
export class WindowBounds {
  private readonly context: Context;
  private readonly target: Promise<Target>;
  private readonly events: EventEmitter;
  private current: Rectangle;
  private last: Promise<unknown>;

  constructor(context: Context, target: Promise<Target>, events: EventEmitter, bounds: Rectangle) {
    this.context = context;
    this.target = target;
    this.events = events;
    this.current = bounds;
    this.last = target;
    const { width, height } = bounds;
    this.queue((windowId) => this.send('Browser.setContentsSize', { windowId, width, height }));
  }

  get(): Rectangle {
    return { ...this.current };
  }

  set(bounds: Partial<Rectangle>): void {
    const before = this.current;
    this.current = { ...before, ...bounds };
    const { x, y, width, height } = this.current;
    if (width !== before.width || height !== before.height) {
      this.queue((windowId) => this.send('Browser.setContentsSize', { windowId, width, height }));
      this.events.emit('resize');
      this.events.emit('resized');
    }
    if (x !== before.x || y !== before.y) {
      this.queue((windowId) =>
        this.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y } }),
      );
      this.events.emit('move');
      this.events.emit('moved');
    }
  }

  center(): void {
    const { width, height } = this.current;
    const { width: across, height: down } = screenArea;
    const [x, y] = [Math.round((across - width) / 2), Math.round((down - height) / 2)];
    this.set({ x: Math.max(0, x), y: Math.max(0, y) });
  }

  /** Takes the window off the screen. Without a screen the page goes on as it is. */
  conceal(): void {
    this.setState('minimized');
  }

  reveal(): void {
    this.setState('normal');
  }

  maximize(): void {
    this.setState('maximized');
  }

  private setState(windowState: State): void {
    if (this.context.running().headless) return;
    this.queue((windowId) =>
      this.send('Browser.setWindowBounds', { windowId, bounds: { windowState } }),
    );
  }

  private get send() {
    const { browser } = this.context.running().chromium.connection;
    return browser.send.bind(browser);
  }

  private queue(run: (windowId: number) => Promise<unknown>): void {
    this.last = this.last
      .then(async () => {
        const { id } = await this.target;
        const { windowId } = await this.send('Browser.getWindowForTarget', { targetId: id });
        await run(windowId);
      })
      .catch(() => undefined);
  }
}
