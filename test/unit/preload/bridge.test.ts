import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from 'vite';
import { createBridge } from '../../../src/preload/bridge.ts';
import type { Bridge } from '../../../src/shared/bridge/contract.ts';
import { callNames, channels, eventNames } from '../../../src/shared/bridge/names.ts';
import { IpcRendererDouble } from '../../support/electron-double.ts';

let ipc: IpcRendererDouble;
let bridge: Bridge;
beforeEach(() => {
  ipc = new IpcRendererDouble();
  bridge = createBridge(ipc.asElectron());
});

describe('invoke', () => {
  it.each(callNames)('passes %s on', async (name) => {
    ipc.answer = { some: 'answer' };
    expect(await bridge.invoke(name as 'app.read')).toEqual({ some: 'answer' });
    expect(ipc.invoked).toEqual([[channels.call, name, undefined]]);
  });

  it('passes one request on and nothing behind it', async () => {
    const loose = bridge as unknown as { invoke(...args: unknown[]): Promise<unknown> };
    await loose.invoke('today.read', { scope: 'team' }, 'more');
    expect(ipc.invoked).toEqual([[channels.call, 'today.read', { scope: 'team' }]]);
  });

  it.each(['app.quit', 'tagwerk:call', '__proto__', '', undefined, {}])(
    'refuses %s without asking main',
    async (name) => {
      await expect(bridge.invoke(name as 'app.read')).rejects.toThrow(TypeError);
      expect(ipc.invoked).toEqual([]);
    },
  );
});

describe('on', () => {
  const tell = (name: string, payload: unknown): void => {
    ipc.emit(channels.event, { sender: ipc, ports: [] }, name, payload);
  };

  it.each(eventNames)('tells of %s, with the payload alone', (name) => {
    const listener = vi.fn();
    bridge.on(name, listener);
    tell(name, { at: 1 });
    expect(listener.mock.calls).toEqual([[{ at: 1 }]]);
  });

  it('tells only of what was asked for', () => {
    const listener = vi.fn();
    bridge.on('sync.changed', listener);
    tell('account.changed', {});
    tell('constructor', {});
    expect(listener).not.toHaveBeenCalled();
  });

  it('stops when it is told to, each listener for itself', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const stopFirst = bridge.on('history.changed', first);
    const stopAgain = bridge.on('history.changed', first);
    bridge.on('history.changed', second);
    stopFirst();
    stopFirst();
    tell('history.changed', { at: 1 });
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    stopAgain();
    tell('history.changed', { at: 2 });
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  it('lets a listener stop while it is told', () => {
    const second = vi.fn();
    const stop = bridge.on('history.changed', () => stop());
    bridge.on('history.changed', second);
    tell('history.changed', { at: 1 });
    expect(second).toHaveBeenCalledTimes(1);
  });

  it.each(['error', channels.event, '__proto__', undefined])('refuses %s', (name) => {
    expect(() => bridge.on(name as 'app.changed', vi.fn())).toThrow(TypeError);
  });

  it('listens once, however many listen to it', () => {
    for (let index = 0; index < 50; index += 1) bridge.on('sync.changed', vi.fn());
    expect(ipc.listenerCount(channels.event)).toBe(1);
  });
});

describe('the bundle', () => {
  let folder: string;
  let code: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tagwerk-preload-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        minify: false,
        lib: {
          entry: join(import.meta.dirname, '../../../src/preload/index.ts'),
          formats: ['cjs'],
          fileName: () => 'index.cjs',
        },
        rolldownOptions: { external: (id) => !/^[./\\]|^[A-Za-z]:/.test(id) },
      },
    });
    code = readFileSync(join(folder, 'index.cjs'), 'utf8');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('requires nothing but electron', () => {
    const required = Array.from(code.matchAll(/require\(([^)]*)\)|import\(/g), ([, id]) => id);
    expect(required).toEqual(['"electron"']);
  });

  it('holds names, not schemas', () => {
    expect(code).not.toContain('maxLength');
    expect(code.length).toBeLessThan(5_000);
  });

  it('puts one thing on the page: invoke and on', async () => {
    const exposed: Record<string, Bridge> = {};
    const electron = {
      ipcRenderer: ipc,
      contextBridge: {
        exposeInMainWorld: (name: string, api: Bridge) => (exposed[name] = api),
      },
    };
    const require = (id: string): unknown => {
      if (id !== 'electron') throw new Error(`module not found: ${id}`);
      return electron;
    };
    runInNewContext(code, { require, exports: {}, module: { exports: {} } });
    expect(Object.keys(exposed)).toEqual(['tagwerk']);
    expect(Object.keys(exposed['tagwerk'] ?? {}).sort()).toEqual(['invoke', 'on']);
    await exposed['tagwerk']?.invoke('app.read');
    expect(ipc.invoked).toEqual([[channels.call, 'app.read', undefined]]);
  });
});
