import type { BrowserWindow, Rectangle } from 'electron';
import { KnownEvents } from '../strict.ts';
import type { WindowBounds } from './bounds.ts';

type Implemented = Pick<
  BrowserWindow,
  | 'center'
  | 'getBounds'
  | 'getContentBounds'
  | 'getContentSize'
  | 'getMinimumSize'
  | 'getNormalBounds'
  | 'getPosition'
  | 'getSize'
  | 'setBounds'
  | 'setContentSize'
  | 'setMinimumSize'
  | 'setPosition'
  | 'setSize'
>;

/** The part of a window that is about its size and place. */
export abstract class SizedWindow extends KnownEvents implements Implemented {
  protected abstract readonly bounds: WindowBounds;
  private minimum: [width: number, height: number] = [0, 0];

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

  getMinimumSize(): number[] {
    return [...this.minimum];
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

  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height];
  }

  center(): void {
    this.bounds.center();
  }
}
