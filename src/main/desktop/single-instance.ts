import type { App } from 'electron';

/**
 * Makes this the only program on its profile. The lock lies in the profile's folder, so this comes
 * after `app.setPath('userData', …)`.
 *
 * @param wish what the first is told if this is not it; anything that can be cloned
 * @param onSecond another start was made on the same profile: time to show the window, or whatever it wishes for
 * @returns whether this is the first; if not, the first has been told and this one should end
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  wish: unknown,
  onSecond: (wish: unknown) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ wish })) return false;
  app.on('second-instance', (_event, _argv, _folder, data) =>
    onSecond((data as { readonly wish?: unknown } | null)?.wish),
  );
  return true;
}
