import { describe, expect, it } from 'vitest';
import { createSessionBus, type Run } from '../../../../src/main/desktop/session-bus.ts';
import { createLinuxPresence } from '../../../../src/main/desktop/tray-presence.ts';

const pid = 4711;

/** A desktop as the tools see it; what it does not know fails, as the tools do. */
interface Desktop {
  host?: () => boolean;
  items?: readonly string[];
  processes?: Readonly<Record<string, number>>;
}

const gdbus =
  (desktop: Desktop): Run =>
  (program, args) => {
    if (program !== 'gdbus') return Promise.reject(new Error('not installed'));
    return answer(desktop, args, {
      yes: (value) => `(<${value}>,)\n`,
      list: (items) =>
        items.length === 0 ? '(<@as []>,)\n' : `(<[${items.map((i) => `'${i}'`).join(', ')}]>,)\n`,
      number: (value) => `(uint32 ${value},)\n`,
    });
  };

const dbusSend =
  (desktop: Desktop): Run =>
  (program, args) => {
    if (program !== 'dbus-send') return Promise.reject(new Error('not installed'));
    const head = 'method return time=1.2 sender=:1.9 -> destination=:1.0 serial=3 reply_serial=2\n';
    return answer(desktop, args, {
      yes: (value) => `${head}   variant       boolean ${value}\n`,
      list: (items) =>
        `${head}   variant       array [\n${items.map((i) => `         string "${i}"\n`).join('')}      ]\n`,
      number: (value) => `${head}   uint32 ${value}\n`,
    });
  };

interface Print {
  yes(value: boolean): string;
  list(items: readonly string[]): string;
  number(value: number): string;
}

function answer(desktop: Desktop, args: readonly string[], print: Print): Promise<string> {
  const asked = args.at(-1)?.replace(/^string:/, '') ?? '';
  const pidOf = desktop.processes?.[asked];
  if (asked === 'IsStatusNotifierHostRegistered' && desktop.host) {
    return Promise.resolve(print.yes(desktop.host()));
  }
  if (asked === 'RegisteredStatusNotifierItems' && desktop.items) {
    return Promise.resolve(print.list(desktop.items));
  }
  if (pidOf !== undefined) return Promise.resolve(print.number(pidOf));
  return Promise.reject(new Error('org.freedesktop.DBus.Error.ServiceUnknown'));
}

function presence(run: Run, desktop = 'KDE') {
  const slept: number[] = [];
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    return Promise.resolve();
  };
  return { slept, ...createLinuxPresence({ bus: createSessionBus(run), pid, desktop, sleep }) };
}

describe.each([
  ['gdbus', gdbus],
  ['dbus-send', dbusSend],
])('on a desktop with %s', (_tool, tool) => {
  it('finds a panel at once', async () => {
    const on = presence(tool({ host: () => true }));
    expect(await on.waitForPanel()).toBe(true);
    expect(on.slept).toEqual([]);
  });

  it('waits for a panel that comes up late', async () => {
    let asked = 0;
    const on = presence(tool({ host: () => ++asked > 4 }));
    expect(await on.waitForPanel()).toBe(true);
    expect(on.slept).toEqual([1000, 1000, 1000, 1000]);
  });

  it('gives up on a panel that never comes', async () => {
    const on = presence(tool({ host: () => false }));
    expect(await on.waitForPanel()).toBe(false);
    expect(on.slept).toHaveLength(14);
  });

  it('does not wait where no desktop is running', async () => {
    const on = presence(tool({}), '');
    expect(await on.waitForPanel()).toBe(false);
    expect(on.slept).toEqual([]);
  });

  it.each([
    ['by our process id', [`org.freedesktop.StatusNotifierItem-${pid}-1`], {}],
    ['with an object path', [`org.kde.StatusNotifierItem-${pid}-1/StatusNotifierItem`], {}],
    ['by a unique name', [':1.7/StatusNotifierItem', ':1.8@/x'], { ':1.7': 1, ':1.8': pid }],
  ])('finds our icon %s', async (_how, items, processes) => {
    expect(await presence(tool({ items, processes })).isShown()).toBe(true);
  });

  it.each([
    ['another program’s icon', [`org.kde.StatusNotifierItem-${pid}1-1`, ':1.7/x'], { ':1.7': 1 }],
    ['no icon', [], {}],
    ['names that are none', ['; rm -rf /', '--help', ':1.7 --x'], {}],
  ])('is not fooled by %s', async (_what, items, processes) => {
    expect(await presence(tool({ items, processes })).isShown()).toBe(false);
  });
});

describe('on a machine without a bus', () => {
  const nothing: Run = () => Promise.reject(new Error('not installed'));

  it('finds neither panel nor icon', async () => {
    expect(await presence(nothing).waitForPanel()).toBe(false);
    expect(await presence(nothing).isShown()).toBe(false);
  });
});

describe('what the tools are called with', () => {
  it('never holds more than names', async () => {
    const called: string[] = [];
    const run: Run = (program, args) => {
      called.push([program, ...args].join(' '));
      return Promise.reject(new Error('no'));
    };
    await createSessionBus(run).trayProperty('IsStatusNotifierHostRegistered');
    await createSessionBus(run).processOf(':1.5');
    expect(called).toEqual([
      'gdbus call --session --timeout 2 --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher --method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher IsStatusNotifierHostRegistered',
      'dbus-send --session --print-reply --reply-timeout=2000 --dest=org.kde.StatusNotifierWatcher /StatusNotifierWatcher org.freedesktop.DBus.Properties.Get string:org.kde.StatusNotifierWatcher string:IsStatusNotifierHostRegistered',
      'gdbus call --session --timeout 2 --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus --method org.freedesktop.DBus.GetConnectionUnixProcessID :1.5',
      'dbus-send --session --print-reply --reply-timeout=2000 --dest=org.freedesktop.DBus /org/freedesktop/DBus org.freedesktop.DBus.GetConnectionUnixProcessID string::1.5',
    ]);
  });
});
