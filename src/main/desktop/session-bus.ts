/** Runs a program and gives what it printed; rejects where it is missing, fails or takes too long. */
export type Run = (program: string, args: readonly string[]) => Promise<string>;

/** The little that is asked of the desktop's message bus (Linux). */
export interface SessionBus {
  /** A property of the desktop's tray, as the tool prints it; null where nobody answers. */
  trayProperty(name: string): Promise<string | null>;
  /** The process behind a name on the bus. */
  processOf(name: string): Promise<number | null>;
}

const watcher = 'org.kde.StatusNotifierWatcher';
const properties = 'org.freedesktop.DBus.Properties.Get';
const bus = 'org.freedesktop.DBus';
const processId = `${bus}.GetConnectionUnixProcessID`;

/**
 * Asks through `gdbus`, which comes with GLib, or `dbus-send`, which comes with the bus itself: a
 * desktop has one of them. Electron tells nothing of all this, and a D-Bus library would be loaded
 * for two questions.
 */
export function createSessionBus(run: Run): SessionBus {
  const ask = async (...ways: readonly (readonly [string, readonly string[]])[]) => {
    for (const [program, args] of ways) {
      try {
        return await run(program, args);
      } catch {
        // The next way, if there is one; nobody answering is an answer too.
      }
    }
    return null;
  };
  return {
    trayProperty: (name) =>
      ask(
        ['gdbus', gdbus(watcher, '/StatusNotifierWatcher', properties, watcher, name)],
        ['dbus-send', send(watcher, '/StatusNotifierWatcher', properties, watcher, name)],
      ),
    processOf: async (name) => {
      const answer = await ask(
        ['gdbus', gdbus(bus, '/org/freedesktop/DBus', processId, name)],
        ['dbus-send', send(bus, '/org/freedesktop/DBus', processId, name)],
      );
      const pid = /uint32 (\d+)/.exec(answer ?? '')?.[1];
      return pid === undefined ? null : Number(pid);
    },
  };
}

function gdbus(dest: string, path: string, method: string, ...values: readonly string[]) {
  const to = ['--dest', dest, '--object-path', path, '--method', method];
  return ['call', '--session', '--timeout', '2', ...to, ...values];
}

function send(dest: string, path: string, method: string, ...values: readonly string[]) {
  const strings = values.map((value) => `string:${value}`);
  return [
    '--session',
    '--print-reply',
    '--reply-timeout=2000',
    `--dest=${dest}`,
    path,
    method,
    ...strings,
  ];
}
