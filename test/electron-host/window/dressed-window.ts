import type { BrowserWindow, Menu, NativeImage } from 'electron';
import { SizedWindow } from './sized-window.ts';

type Implemented = Pick<
  BrowserWindow,
  | 'flashFrame'
  | 'getBackgroundColor'
  | 'getTitle'
  | 'isMenuBarVisible'
  | 'moveTop'
  | 'removeMenu'
  | 'setAlwaysOnTop'
  | 'setAutoHideMenuBar'
  | 'setBackgroundColor'
  | 'setIcon'
  | 'setMenu'
  | 'setMenuBarVisibility'
  | 'setSkipTaskbar'
  | 'setTitle'
>;

/** The part of a window that is about its looks. What Chromium's frame does not have is only kept. */
export abstract class DressedWindow extends SizedWindow implements Implemented {
  protected caption = 'Electron';
  protected background = '#FFF';
  protected menuBar = true;

  getTitle(): string {
    return this.caption;
  }

  setTitle(title: string): void {
    this.caption = title;
  }

  setBackgroundColor(color: string): void {
    this.background = color;
  }

  getBackgroundColor(): string {
    return this.background;
  }

  setMenuBarVisibility(visible: boolean): void {
    this.menuBar = visible;
  }

  setAutoHideMenuBar(hide: boolean): void {
    this.menuBar = !hide;
  }

  isMenuBarVisible(): boolean {
    return this.menuBar;
  }

  setMenu(_menu: Menu | null): void {}
  removeMenu(): void {}
  setIcon(_icon: NativeImage | string): void {}
  setSkipTaskbar(_skip: boolean): void {}
  setAlwaysOnTop(_flag: boolean): void {}
  flashFrame(_flag: boolean): void {}
  moveTop(): void {}
}
