import type { SessionBus } from './session-bus.ts';

/** Whether there is anywhere for a tray icon to appear. */
export interface TrayPresence {
  /** Waits until the icon may be made. @returns whether there is a panel that shows icons. */
  waitForPanel(): Promise<boolean>;
  /** Whether the icon that was made is shown. */
  isShown(): Promise<boolean>;
}

/** Windows and macOS always have a tray. */
export const certainPresence: TrayPresence = {
  waitForPanel: () => Promise.resolve(true),
  isShown: () => Promise.resolve(true),
};

export interface LinuxPresenceDeps {
  readonly bus: SessionBus;
  readonly pid: number;
  /** `XDG_CURRENT_DESKTOP`; empty where no desktop is running. */
  readonly desktop: string;
  readonly sleep: (ms: number) => Promise<void>;
}

const pause = 1_000;

/** At login a panel may come up seconds after us. */
const panelAttempts = 15;
const iconAttempts = 3;

/** No panel holds more icons; beyond it nobody is asked. */
const mostItems = 64;

/**
 * Asks the Linux desktop, because Electron does not tell: it decides at `new Tray` what kind of
 * icon to make and stays with it, so the icon must not be made before the panel is there; and from
 * 43.3 on some desktops refused its icon without a word to the app, so the panel's list decides.
 */
export function createLinuxPresence(deps: LinuxPresenceDeps): TrayPresence {
  const { bus, sleep } = deps;
  return {
    waitForPanel: () => repeat(deps.desktop === '' ? 1 : panelAttempts, sleep, () => hasPanel(bus)),
    isShown: () => repeat(iconAttempts, sleep, () => isListed(bus, deps.pid)),
  };
}

async function repeat(
  attempts: number,
  sleep: (ms: number) => Promise<void>,
  ask: () => Promise<boolean>,
): Promise<boolean> {
  for (let left = attempts; left > 0; left -= 1) {
    if (await ask()) return true;
    if (left > 1) await sleep(pause);
  }
  return false;
}

async function hasPanel(bus: SessionBus): Promise<boolean> {
  const answer = await bus.trayProperty('IsStatusNotifierHostRegistered');
  return answer !== null && /\btrue\b/.test(answer);
}

async function isListed(bus: SessionBus, pid: number): Promise<boolean> {
  const answer = await bus.trayProperty('RegisteredStatusNotifierItems');
  for (const name of busNames(answer ?? '')) {
    if (name.includes(`StatusNotifierItem-${pid}-`)) return true;
    if (name.startsWith(':') && (await bus.processOf(name)) === pid) return true;
  }
  return false;
}

/** The names on the bus in a list as the tools print it; what follows a name is its object path. */
function busNames(printed: string): readonly string[] {
  const quoted = printed.matchAll(/'([^']*)'|"([^"]*)"/g);
  const items = Array.from(quoted, ([, single, double]) => single ?? double ?? '');
  const names = items.map((item) => item.split(/[/@]/, 1)[0] ?? '');
  return names.filter((name) => /^:?[\w.-]+$/.test(name)).slice(0, mostItems);
}
