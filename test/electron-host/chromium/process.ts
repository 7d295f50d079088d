import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from '../cdp/connection.ts';

const guard = '/usr/bin/setpriv';

/** A running Chromium that the host talks to over a pipe. */
export interface Chromium {
  readonly connection: CdpConnection;
  /** Such as `156.0.8078.79`. */
  readonly version: string;
  readonly userAgent: string;
}

export interface Launch {
  /** Rejects with Chromium's last words where it does not come up. */
  readonly started: Promise<Chromium>;
  /** Ends it at once; safe in an exit handler. */
  kill(): void;
}

export interface LaunchOptions {
  readonly executable: string;
  readonly flags: readonly string[];
  /** A folder with programs that go before the system's. */
  readonly programs: string;
  /** Told when the DevTools port is open: Chromium's own line, as Playwright waits for it. */
  readonly onDevTools: (line: string) => void;
  /** Told when it ends without having been asked to. */
  readonly onExit: (why: string) => void;
}

/**
 * Starts Chromium so that it cannot outlive the host: on Linux the kernel kills it with its parent
 * (`setpriv --pdeathsig`), elsewhere it ends when the pipe to it closes.
 */
export function launchChromium(options: LaunchOptions): Launch {
  const child = start(options);
  const lastWords: string[] = [];
  let ours = false;
  createInterface({ input: child.stdio[2] as Readable }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) options.onDevTools(line);
    lastWords.push(line);
    if (lastWords.length > 20) lastWords.shift();
  });
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`Chromium ended (${signal ?? code}).\n${lastWords.join('\n')}`));
      if (!ours) options.onExit(`Chromium ended (${signal ?? code}).`);
    });
  });
  ended.catch(() => undefined);
  const connection = new CdpConnection(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const greet = async (): Promise<Chromium> => {
    const about = await Promise.race([connection.browser.send('Browser.getVersion'), ended]);
    const version = about.product.replace(/^[^/]*\//, '');
    return { connection, version, userAgent: about.userAgent };
  };
  return {
    started: greet(),
    kill() {
      ours = true;
      child.kill('SIGKILL');
    },
  };
}

function start({ executable, flags, programs }: LaunchOptions): ChildProcess {
  const guarded = process.platform === 'linux' && existsSync(guard);
  const command = guarded ? guard : executable;
  const args = guarded ? ['--pdeathsig', 'KILL', executable, ...flags] : flags;
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}` };
  return spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
}
