import type { Menu, NativeImage, Point, Rectangle, Tray } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { faceOf, KnownEvents, NotImplementedError, strict } from '../strict.ts';
import { nativeImage } from './native-image.ts';

const events = [
  'balloon-click',
  'balloon-closed',
  'balloon-show',
  'click',
  'double-click',
  'drag-end',
  'drag-enter',
  'drag-leave',
  'drop',
  'drop-files',
  'drop-text',
  'middle-click',
  'mouse-down',
  'mouse-enter',
  'mouse-leave',
  'mouse-move',
  'mouse-up',
  'right-click',
];

/** Electron's `Tray`: kept, not drawn. Tests see what it was given by `recorder.cjs`. */
export function createTrayClass(life: Lifecycle): typeof Tray {
  class HostTray extends KnownEvents {
    private image: NativeImage;
    private pressed: NativeImage | null = null;
    private toolTip = '';
    private title = '';
    private menu: Menu | null = null;
    private destroyed = false;
    private ignoresDoubleClick = false;

    constructor(image: NativeImage | string, guid?: string) {
      life.requireReady('Cannot create Tray before app is ready');
      if (guid !== undefined) throw new NotImplementedError('a Tray with a GUID');
      super('Tray', events);
      this.image = imageOf(image);
      return faceOf(this, 'Tray', () => this.destroyed);
    }

    setImage(image: NativeImage | string): void {
      this.image = imageOf(image);
    }

    setPressedImage(image: NativeImage | string): void {
      this.pressed = imageOf(image);
    }

    setToolTip(toolTip: string): void {
      this.toolTip = String(toolTip);
    }

    setTitle(title: string): void {
      this.title = String(title);
    }

    getTitle(): string {
      return this.title;
    }

    setContextMenu(menu: Menu | null): void {
      this.menu = menu;
    }

    popUpContextMenu(menu?: Menu, _position?: Point): void {
      (menu ?? this.menu)?.popup();
    }

    closeContextMenu(): void {
      this.menu?.closePopup();
    }

    setIgnoreDoubleClickEvents(ignore: boolean): void {
      this.ignoresDoubleClick = ignore;
    }

    getIgnoreDoubleClickEvents(): boolean {
      return this.ignoresDoubleClick;
    }

    getBounds(): Rectangle {
      return { x: 1200, y: 0, width: 24, height: 24 };
    }

    getGUID(): null {
      return null;
    }

    focus(): void {}

    displayBalloon(): void {
      this.emit('balloon-show');
    }

    removeBalloon(): void {
      this.emit('balloon-closed');
    }

    destroy(): void {
      this.destroyed = true;
    }

    isDestroyed(): boolean {
      return this.destroyed;
    }
  }

  return strict(HostTray, 'Tray');
}

function imageOf(image: NativeImage | string): NativeImage {
  const loaded = typeof image === 'string' ? nativeImage.createFromPath(image) : image;
  if (loaded.isEmpty()) {
    const what = typeof image === 'string' ? image : 'the given image';
    throw new Error(`Failed to load image from path '${what}': a tray icon must not be empty`);
  }
  return loaded;
}
