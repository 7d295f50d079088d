import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { pathToFileURL } from 'node:url';
import { createCodec } from '../page/codec.ts';
import { installMainWorld } from '../page/main-world.ts';
import { createMembrane } from '../page/membrane.ts';
import { installPreloadWorld, type PreloadConfig } from '../page/preload-world.ts';

/** The world preload runs in, by Electron's own name for it. */
export const preloadWorld = 'Electron Isolated Context';
export const bindingName = '__electronHostPost';
export const receiverName = '__electronHostReceive';

const meeting = 'electron-host-worlds-meet';

/** How the page's own engine turns bytes into text. */
const pageBase64 =
  '{ encode: (bytes) => bytes.toBase64(), decode: (text) => Uint8Array.fromBase64(text) }';

export interface Injection {
  readonly mainWorld: string;
  readonly preloadWorld: string;
  /** Why preload cannot even be read or parsed. */
  readonly error: Error | null;
}

/**
 * The scripts that go into every document of a window before its own.
 *
 * @param preload absolute path of the app's preload script; null where it has none.
 */
export function createInjection(preload: string | null, processInPage: object): Injection {
  const config: PreloadConfig = {
    meeting,
    binding: bindingName,
    receiver: receiverName,
    preloadPath: preload,
    process: processInPage,
  };
  const { source, error } = preload === null ? { source: null, error: null } : readPreload(preload);
  return {
    mainWorld: `(${String(installMainWorld)})(window, ${JSON.stringify(meeting)}, ${String(createMembrane)});`,
    preloadWorld: [
      `(${String(installPreloadWorld)})(`,
      `globalThis, ${JSON.stringify(config)},`,
      `(${String(createCodec)})(${pageBase64}), ${String(createMembrane)},`,
      `${source ?? 'null'});`,
    ].join(' '),
    error,
  };
}

function readPreload(file: string): { source: string | null; error: Error | null } {
  const head = '(function (require, module, exports, process) {';
  try {
    const source = `${head} ${readFileSync(file, 'utf8')}\n})`;
    // One file with an error of syntax must not take the injected scripts down with it.
    new Script(source, { filename: file });
    return { source: `${source}\n//# sourceURL=${pathToFileURL(file).href}\n`, error: null };
  } catch (error) {
    return { source: null, error: error as Error };
  }
}
