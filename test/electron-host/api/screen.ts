import type { Display, Rectangle, Screen } from 'electron';
import type { Lifecycle } from '../lifecycle.ts';
import { KnownEvents, strict } from '../strict.ts';

/** The one display there is, in points. */
export const screenArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

/** `screen`: one display of a common size. */
export function createScreen(life: Lifecycle): Screen {
  const display = strict(
    {
      id: 1,
      label: 'host',
      bounds: screenArea,
      workArea: screenArea,
      size: { width: screenArea.width, height: screenArea.height },
      workAreaSize: { width: screenArea.width, height: screenArea.height },
      scaleFactor: 1,
      rotation: 0,
      internal: false,
    },
    'Display',
  ) as unknown as Display;
  const members = {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: () => display,
    getDisplayNearestPoint: () => display,
    getCursorScreenPoint: () => ({ x: 0, y: 0 }),
  } satisfies Partial<Screen>;
  const emitter = new KnownEvents('screen', [
    'display-added',
    'display-removed',
    'display-metrics-changed',
  ]);
  const face = strict(Object.assign(emitter, members), 'screen');
  return new Proxy(face, {
    get(target, key, receiver) {
      if (!life.isReady && typeof key === 'string' && key in members) {
        throw new Error("The 'screen' module can't be used before the app 'ready' event");
      }
      return Reflect.get(target, key, receiver) as unknown;
    },
  }) as unknown as Screen;
}
