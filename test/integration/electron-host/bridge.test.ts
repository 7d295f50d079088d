import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openFixture, type Fixture } from './support.ts';

interface Bridge {
  invoke(channel: string, ...values: unknown[]): Promise<unknown>;
  tell(value: unknown): void;
  onTold(listener: (value: unknown) => void): () => void;
  add(a: number, b: number): number;
  twice(call: (value: number) => number): number[];
  later(value: unknown): Promise<unknown>;
  refuse(): Promise<never>;
  kind(value: unknown): string;
  nested: { deep: { answer: number } };
  process: { type: string; sandboxed: boolean };
}
declare const bridge: Bridge;
declare const document: object;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.app.close());

/** What a call in the page throws or rejects with. */
function failure(run: () => unknown): Promise<string> {
  return fixture.page.evaluate(async (source) => {
    try {
      await (eval(`(${source})`) as () => unknown)();
      return 'nothing';
    } catch (error) {
      return String(error);
    }
  }, run.toString());
}

describe('values across ipc', () => {
  test('what the structured clone algorithm carries arrives as it was', async () => {
    const arrived = await fixture.page.evaluate(async () => {
      const gap = Object.assign(new Array<number>(4), { 0: 1, 2: Number.NaN, 3: -0 });
      const [map, set, date, bytes, holes, big, error, circle] = (await bridge.invoke(
        'echo',
        new Map([['key', { nothing: undefined }]]),
        new Set([1, 'two']),
        new Date(86_400_000),
        new Uint8Array([1, 2, 255]),
        gap,
        12n,
        new RangeError('far out'),
        (() => {
          const self: Record<string, unknown> = {};
          self['self'] = self;
          return self;
        })(),
      )) as [Map<string, object>, Set<unknown>, Date, Uint8Array, unknown[], bigint, Error, never];
      return [
        map instanceof Map && 'nothing' in (map.get('key') ?? {}),
        set instanceof Set && set.has('two'),
        date instanceof Date && date.getTime(),
        bytes instanceof Uint8Array && [...bytes],
        [holes.length, 1 in holes, Number.isNaN(holes[2]), Object.is(holes[3], -0)],
        big === 12n,
        error instanceof RangeError && error.message,
        circle === circle['self'],
      ];
    });
    expect(arrived).toEqual([
      true,
      true,
      86_400_000,
      [1, 2, 255],
      [4, false, true, true],
      true,
      'far out',
      true,
    ]);
  });

  test('main gets the values themselves, not text', async () => {
    await fixture.app.evaluate(({ ipcMain }) => {
      ipcMain.handleOnce('kinds', (_event, ...values: unknown[]) =>
        values.map((each) => Object.prototype.toString.call(each)),
      );
    });
    const kinds = await fixture.page.evaluate(() => bridge.invoke('kinds', new Map(), 1n));
    expect(kinds).toEqual(['[object Map]', '[object BigInt]']);
  });

  test('a proxy, such as Vue makes, cannot cross', async () => {
    const reactive = await failure(() => bridge.invoke('echo', new Proxy({ a: 1 }, {})));
    const within = await failure(() => bridge.invoke('echo', { list: [new Proxy([], {})] }));
    const beside = await failure(() => bridge.kind({ call: () => 1, data: new Proxy({}, {}) }));
    for (const each of [reactive, within, beside]) {
      expect(each).toBe('Error: An object could not be cloned.');
    }
  });

  test('functions, symbols and nodes cannot cross ipc', async () => {
    const failures = [
      await failure(() => bridge.invoke('echo', () => 1)),
      await failure(() => bridge.invoke('echo', Symbol('one'))),
      await failure(() => bridge.invoke('echo', document)),
    ];
    expect(new Set(failures)).toEqual(new Set(['Error: An object could not be cloned.']));
  });

  test('main cannot send or answer what cannot be cloned either', async () => {
    const sent = await fixture.app.evaluate(({ BrowserWindow }) => {
      try {
        BrowserWindow.getAllWindows()[0]?.webContents.send('told', () => 1);
        return 'sent';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(sent).toBe('Failed to serialize arguments');
    expect(await failure(() => bridge.invoke('uncloneable'))).toBe(
      "Error: Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
    );
  });
});

describe('calls and messages', () => {
  test('a handler that throws rejects in Electron’s words', async () => {
    expect(await failure(() => bridge.invoke('fail'))).toBe(
      "Error: Error invoking remote method 'fail': TypeError: it went wrong",
    );
    expect(await failure(() => bridge.invoke('nobody'))).toBe(
      "Error: Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  test('a channel has one handler', async () => {
    const message = await fixture.app.evaluate(({ ipcMain }) => {
      try {
        ipcMain.handle('echo', () => 1);
        return 'registered';
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe("Attempted to register a second handler for 'echo'");
  });

  test('main knows who speaks, in the app’s own addresses', async () => {
    expect(await fixture.page.evaluate(() => bridge.invoke('sender'))).toEqual({
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      parent: null,
      own: 1,
    });
  });

  test('messages go both ways until somebody stops listening', async () => {
    const told = await fixture.page.evaluate(async () => {
      const heard: unknown[] = [];
      const first = Promise.withResolvers<void>();
      const stop = bridge.onTold((value) => {
        heard.push(value);
        first.resolve();
      });
      bridge.tell({ number: 1 });
      await first.promise;
      stop();
      bridge.tell({ number: 2 });
      await bridge.invoke('echo');
      return heard;
    });
    expect(told).toEqual([{ number: 1 }]);
  });
});

describe('contextBridge', () => {
  test('functions are stood in for, in both directions and at once', async () => {
    const results = await fixture.page.evaluate(async () => [
      bridge.add(1, 2),
      bridge.twice((value) => value * 10),
      await bridge.later('soon'),
      await bridge.refuse().catch((error: Error) => error.message),
      bridge.kind(new Date()),
    ]);
    expect(results).toEqual([3, [10, 20], 'soon', 'not now', '[object Date]']);
  });

  test('what is exposed is frozen, and cannot be put in the place of something', async () => {
    const changed = await failure(() => {
      'use strict';
      bridge.nested.deep.answer = 43;
    });
    expect(changed).toContain('TypeError');
    const replaced = await failure(() => {
      'use strict';
      (globalThis as unknown as Record<string, unknown>)['bridge'] = {};
    });
    expect(replaced).toContain('TypeError');
    expect(await fixture.page.evaluate(() => bridge.nested.deep.answer)).toBe(42);
  });

  test('preload runs before the page’s scripts, in a world the page cannot reach', async () => {
    const seen = await fixture.page.evaluate(
      () => (globalThis as unknown as { page: Record<string, unknown> }).page,
    );
    expect(seen).toMatchObject({
      bridgeAtStart: 'object',
      world: {
        ipcRenderer: 'undefined',
        require: 'undefined',
        process: 'undefined',
        post: 'undefined',
        receive: 'undefined',
      },
    });
    expect(await fixture.page.evaluate(() => bridge.process)).toEqual({
      type: 'renderer',
      sandboxed: true,
    });
  });
});

describe('preload', () => {
  /** Opens a window with another preload. @returns what its console and its page say. */
  async function withPreload(file: string): Promise<{ said: string; exposed: string[] }> {
    const opened = fixture.app.waitForEvent('window');
    const said = await fixture.app.evaluate(
      (_electron, name) =>
        new Promise<string>((resolve) => {
          const { fixture: own } = globalThis as unknown as {
            fixture: { createWindow(preload: string): Electron.BrowserWindow };
          };
          const window = own.createWindow(name);
          const errors: string[] = [];
          window.webContents.on('preload-error', (_event, _path, error) =>
            errors.push(error.message),
          );
          window.webContents.once('did-finish-load', () => resolve(errors.join('\n')));
        }),
      file,
    );
    const page = await opened;
    await page.getByRole('heading', { name: 'Fixture' }).waitFor();
    const exposed = await page.evaluate(() =>
      ['before', 'files', 'zoom'].filter((name) => name in globalThis),
    );
    await page.close();
    return { said, exposed };
  }

  test('that requires anything but electron fails there, and the page goes on without', async () => {
    expect(await withPreload('preload-fs.cjs')).toEqual({
      said: 'module not found: fs',
      exposed: ['before'],
    });
  });

  test('that uses what the host does not have fails loudly', async () => {
    const { said } = await withPreload('preload-missing.cjs');
    expect(said).toBe('not implemented by the host: electron (in preload).webFrame');
  });

  test('that cannot be parsed or found is reported', async () => {
    expect((await withPreload('preload-broken.cjs')).said).toMatch(/missing \)/);
    expect((await withPreload('preload-nowhere.cjs')).said).toMatch(/ENOENT/);
  });
});
