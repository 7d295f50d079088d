import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface KeychainOptions {
  /** False leaves the bus without any Secret Service. */
  readonly service?: boolean;
  /** False starts the service without a login collection, as on a machine nobody has logged in to. */
  readonly collection?: boolean;
  /**
   * What becomes of a prompt for a locked collection's password: dismissed at once, or left waiting
   * until {@link TestKeychain.dismissPrompt}.
   */
  readonly prompt?: 'dismissed' | 'waiting';
}

/** A session bus with a GNOME Keyring of its own, for tests on Linux. */
export interface TestKeychain {
  /** The environment in which a process finds this keychain and no other. */
  readonly env: Readonly<Record<string, string>>;
  readonly pids: readonly number[];
  lock(): Promise<void>;
  unlock(): Promise<void>;
  /** Ends the service as a crash would; the bus stays. */
  stopService(): Promise<void>;
  /** How often a prompt was brought up so far; counted only where prompts are left waiting. */
  prompts(): number;
  /** Dismisses the one prompt that waits. */
  dismissPrompt(): void;
  /** Ends every process of it and removes its files. */
  stop(): Promise<void>;
}

const password = 'correct horse';
const secrets = '/org/freedesktop/secrets';
/** Only the keyring of this name is unlocked with the login password. */
const collection = `${secrets}/collection/login`;

/**
 * Starts a Secret Service that ends with this process at the latest. It sees nothing of the desktop's
 * own: bus, runtime folder and keyring files are temporary.
 */
export async function startKeychain(options: KeychainOptions = {}): Promise<TestKeychain> {
  const folder = mkdtempSync(join(tmpdir(), 'tagwerk-keychain-'));
  const answer = join(folder, 'answer');
  const asked = join(folder, 'asked');
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  mkdirSync(join(folder, 'services'));
  if (options.prompt === 'waiting') writePrompter(folder, asked, answer);
  writeFileSync(join(folder, 'bus.conf'), busConfig(folder));

  const base = { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8' };
  const bus = launch(
    'dbus-daemon',
    [`--config-file=${folder}/bus.conf`, '--nofork', '--print-address=1'],
    base,
  );
  const env = {
    ...base,
    DBUS_SESSION_BUS_ADDRESS: await firstLine(bus),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  };
  const ask = (...args: readonly string[]): Promise<unknown> =>
    run('gdbus', ['call', '--session', '--dest', 'org.freedesktop.secrets', ...args], { env });

  async function serve(): Promise<ChildProcess> {
    const unlocked = options.collection !== false;
    const args = ['--foreground', '--components=secrets', ...(unlocked ? ['--unlock'] : [])];
    const started = launch('gnome-keyring-daemon', args, env);
    started.stdin?.end(password);
    const path = unlocked ? collection : secrets;
    const type = unlocked ? 'Collection' : 'Service';
    const property = ['org.freedesktop.DBus.Properties.GetAll', `org.freedesktop.Secret.${type}`];
    await until(() => ask('--object-path', path, '--method', ...property));
    return started;
  }

  const daemon = options.service === false ? null : await serve();

  return {
    env,
    pids: [bus, daemon].flatMap((child) => child?.pid ?? []),
    async lock() {
      const method = 'org.freedesktop.Secret.Service.Lock';
      await ask('--object-path', secrets, '--method', method, `['${collection}']`);
    },
    unlock: () => handOverPassword(join(folder, 'run', 'keyring', 'control')),
    stopService: () => end(daemon),
    prompts: () => (existsSync(asked) ? readFileSync(asked, 'utf8').length : 0),
    dismissPrompt: () => writeFileSync(answer, ''),
    async stop() {
      await end(daemon);
      await end(bus);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Unlocks the login collection as PAM does at login: through the daemon's control socket. */
async function handOverPassword(control: string): Promise<void> {
  const unlock = 1;
  const text = Buffer.from(password);
  const packet = Buffer.alloc(12 + text.length);
  packet.writeUInt32BE(packet.length, 0);
  packet.writeUInt32BE(unlock, 4);
  packet.writeUInt32BE(text.length, 8);
  text.copy(packet, 12);
  const socket = connect(control);
  // One byte goes ahead, with which the daemon learns who asks.
  socket.write(Buffer.from([0]));
  socket.write(packet);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  if (answer.readUInt32BE(4) !== 0) throw new Error('The keyring refused its password.');
}

/** Ends what it starts together with whoever started it, however that ends. */
const guard = '/usr/bin/setpriv';

/** Ties a process to this one: it dies with it, however that ends. */
function launch(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
): ChildProcess {
  return spawn(guard, ['--pdeathsig', 'KILL', program, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

async function end(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The bus has no output.');
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('dbus-daemon ended before it said its address.');
    }),
  ])) as [string];
  return line;
}

async function until(attempt: () => Promise<unknown>): Promise<void> {
  for (let left = 200; ; left -= 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(25);
    }
  }
}

/** Only what is put into `services` can be started by the bus: nothing of the machine's own. */
function busConfig(folder: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * A prompter that the keyring waits for in vain; it ends with its folder at the latest, and with a
 * failure: the bus takes a good end for a program that goes on in the background.
 */
function writePrompter(folder: string, asked: string, answer: string): void {
  const script = join(folder, 'prompter.sh');
  const loop = `while [ -d '${folder}' ] && [ ! -e '${answer}' ]; do sleep 0.05; done`;
  const lines = ['#!/bin/sh', `printf x >>'${asked}'`, loop, `rm -f '${answer}'`, 'exit 1', ''];
  writeFileSync(script, lines.join('\n'), { mode: 0o755 });
  const service = `[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=${script}\n`;
  writeFileSync(join(folder, 'services', 'prompter.service'), service);
}
