import { describe, expect, test } from 'vitest';
import { absent, faceOf, KnownEvents, strict } from '../../electron-host/strict.ts';

describe('strict', () => {
  test('what is there works, what is not throws its name, and tests may put something in', async () => {
    const shell: Record<string, unknown> = strict({ open: () => 'opened' }, 'shell');
    expect((shell['open'] as () => string)()).toBe('opened');
    expect(() => shell['trash']).toThrow('not implemented by the host: shell.trash');
    shell['trash'] = () => 'gone';
    expect((shell['trash'] as () => string)()).toBe('gone');
    // Promises and printers ask every object for these.
    expect(await Promise.resolve(shell)).toBe(shell);
    expect(String(shell[Symbol.toStringTag as unknown as string])).toBe('undefined');
  });
});

describe('absent', () => {
  test('may be held, and not used', () => {
    const missing = absent('electron.View') as unknown as Record<string, unknown> & {
      new (): object;
    };
    expect(typeof missing).toBe('function');
    expect(() => missing['anything']).toThrow(
      'not implemented by the host: electron.View.anything',
    );
    expect(() => new missing()).toThrow('not implemented by the host: electron.View');
  });
});

describe('faceOf', () => {
  class Thing extends KnownEvents {
    over = false;
    readonly id = 1;
    constructor() {
      super('Thing', ['told']);
    }
    isDestroyed(): boolean {
      return this.over;
    }
    tell(): this {
      this.emit('told');
      return this;
    }
    get size(): number {
      return 2;
    }
  }

  test('lets nothing of the object itself out', () => {
    const thing = new Thing();
    const face = faceOf(thing, 'Thing');
    expect(face.tell()).toBe(face);
    expect(face.on('told', () => undefined)).toBe(face);
    expect(face.tell).toBe(face.tell);
    expect(face).toBeInstanceOf(Thing);
  });

  test('after its end everything but asking for it throws', () => {
    const thing = new Thing();
    const face = faceOf(thing, 'Thing', () => thing.over);
    thing.over = true;
    expect(face.isDestroyed()).toBe(true);
    expect(() => face.tell()).toThrow('Object has been destroyed');
    expect(() => face.id).toThrow('Object has been destroyed');
    expect(() => face.size).toThrow('Object has been destroyed');
    expect(() => face.removeAllListeners()).not.toThrow();
  });

  test('nobody listens for what never comes', () => {
    const face = faceOf(new Thing(), 'Thing');
    for (const listen of ['on', 'once', 'addListener', 'prependListener'] as const) {
      expect(() => face[listen]('never', () => undefined)).toThrow(
        'not implemented by the host: the event "never" of Thing',
      );
    }
  });
});
