import type { PowerMonitor } from 'electron';

export interface PowerEvents {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
  /** The screen was unlocked: someone is there again. */
  readonly onUnlock: () => void;
}

/**
 * Tells when the machine sleeps and wakes.
 *
 * @returns the way to stop listening
 */
export function watchPower(
  monitor: Pick<PowerMonitor, 'on' | 'off'>,
  events: PowerEvents,
): () => void {
  monitor.on('suspend', events.onSuspend);
  monitor.on('resume', events.onResume);
  monitor.on('unlock-screen', events.onUnlock);
  return () => {
    monitor.off('suspend', events.onSuspend);
    monitor.off('resume', events.onResume);
    monitor.off('unlock-screen', events.onUnlock);
  };
}
