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
  /** Stays open where it does not come up, of which `onExit` tells. */
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
  /** Told, with Chromium's last words, when it ends without having been asked to. */
  readonly onExit: (why: string) => void;
}

/**
 * Starts Chromium so that it cannot outlive the host: on Linux the kernel kills it with its parent
 * (`setpriv --pdeathsig`), elsewhere it ends when the pipe to it closes.
 */
export function launchChromium(options: LaunchOptions): Launch {
  const child = start(options);
  const lastWords: string[] = [];
  let [ours, up] = [false, false];
  createInterface({ input: child.stdio[2] as Readable }).on('line', (line) => {
    if (line.startsWith('DevTools listening on ')) options.onDevTools(line);
    lastWords.push(line);
    if (lastWords.length > 20) lastWords.shift();
  });
  const end = (why: string): void => {
    if (ours) return;
    ours = true;
    options.onExit(up ? why : [why, ...lastWords].join('\n'));
  };
  child.once('error', (error) => end(`Chromium could not be started: ${error.message}`));
  // Its streams are read to their end by then.
  child.once('close', (code, signal) => end(`Chromium ended (${signal ?? code}).`));
  const connection = new CdpConnection(child.stdio[4] as Readable, child.stdio[3] as Writable);
  const greet = async (): Promise<Chromium> => {
    const about = await connection.browser.send('Browser.getVersion');
    up = true;
    const version = about.product.replace(/^[^/]*\//, '');
    return { connection, version, userAgent: about.userAgent };
  };
  return {
    started: greet().catch(() => new Promise<never>(() => undefined)),
    kill() {
      ours = true;
      killGroup(child);
    },
  };
}

/** All of its processes at once, so that none is left to write into a folder that is being removed. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone, or this system knows no groups.
    child.kill('SIGKILL');
  }
}

/**
 * Asks the Chromium that runs on a folder for a window without tabs and address bar, in the one way
 * it offers: by being started again on the same folder.
 */
export function openPlainWindow(executable: string, flags: readonly string[], url: string): void {
  const child = spawn(executable, [...flags, `--app=${url}`], { stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

function start({ executable, flags, programs }: LaunchOptions): ChildProcess {
  const guarded = process.platform === 'linux' && existsSync(guard);
  const command = guarded ? guard : executable;
  const args = guarded ? ['--pdeathsig', 'KILL', executable, ...flags] : flags;
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}` };
  // A group of its own: Ctrl+C is for the host, which ends Chromium in order.
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  return spawn(command, args, { env, detached: true, stdio: [...stdio] });
}
