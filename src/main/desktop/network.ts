export interface NetworkDeps {
  /** Electron's `net.isOnline`: false is certain, true is only likely. */
  readonly isOnline: () => boolean;
  readonly setInterval: (callback: () => void, ms: number) => NodeJS.Timeout;
  readonly clearInterval: (timer: NodeJS.Timeout) => void;
}

/** Electron tells main of no change, so it is asked: cheap, and soon enough for a sync to go on. */
const interval = 5_000;

export interface Network {
  online(): boolean;
  stop(): void;
}

/** Tells each time the machine gets or loses its network. */
export function watchNetwork(deps: NetworkDeps, onChange: (online: boolean) => void): Network {
  let online = deps.isOnline();
  const timer = deps.setInterval(() => {
    const now = deps.isOnline();
    if (now === online) return;
    online = now;
    onChange(now);
  }, interval);
  timer.unref();
  return { online: () => online, stop: () => deps.clearInterval(timer) };
}
