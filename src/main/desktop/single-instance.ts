import type { App } from 'electron';

/**
 * Makes this the only program on its profile. The lock lies in the profile's folder, so this comes
 * after `app.setPath('userData', …)`.
 *
 * @param onSecond another start was made on the same profile: time to show the window
 * @returns whether this is the first; if not, the first has been told and this one should end
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  onSecond: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', () => onSecond());
  return true;
}
