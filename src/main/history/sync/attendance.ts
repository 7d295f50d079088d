import type { SyncDeps } from './types.ts';

/**
 * Remembers when sessions were first read without their participants, because the server did not tell of
 * itself. Once it does, everything has to be asked again: of what did not change it would never be told.
 *
 * @returns whether that is so now.
 */
export async function mindAttendance({
  api,
  history,
  clock,
}: Pick<SyncDeps, 'api' | 'history' | 'clock'>): Promise<boolean> {
  const { participants } = await api.capabilities();
  const { unattended } = await history.coverage();
  if (participants === (unattended === null)) return false;
  if (!participants) {
    await history.note({ unattended: clock() });
    return false;
  }
  await history.note({ unattended: null, lastRecent: null, lastFull: null });
  return true;
}
