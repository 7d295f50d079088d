import { ProblemError } from '../../shared/problem.ts';
import type { Log } from '../log.ts';
import { sessionOf } from './secrets.ts';
import type { SessionSlot } from './session-slot.ts';
import type {
  AccountEffects,
  Credentials,
  ProfileSettings,
  Secrets,
  SettingsStore,
} from './types.ts';
import { createUndo } from './undo.ts';

export interface KeepDeps {
  readonly credentials: Pick<Credentials, 'read' | 'write' | 'remove'>;
  readonly settings: Pick<SettingsStore, 'profile' | 'setProfile'>;
  readonly effects: Pick<AccountEffects, 'wipe'>;
  readonly slot: SessionSlot;
  /** Draws a key for a new history, as hex. */
  readonly newKey: () => string;
  readonly log: Pick<Log, 'warn' | 'protect'>;
}

/**
 * Signs in for good: tokens that were found right go to the keychain, and their history is opened.
 * With the same company's history on this machine its key is kept, else that history goes first.
 *
 * @throws ProblemError after everything was put back as it was; files of another company's history
 * that were already removed excepted.
 */
export async function keep(
  deps: KeepDeps,
  fresh: Omit<Secrets, 'historyKey'>,
  endpoint: URL,
  ownEmail: string | null,
): Promise<void> {
  const { credentials, settings, effects, slot, log } = deps;
  const profile = settings.profile();
  const former = await readFormer(credentials, profile);
  const elsewhere = isElsewhere(former, profile, fresh);
  const historyKey = (elsewhere ? null : former?.historyKey) ?? deps.newKey();
  const secrets: Secrets = { ...fresh, historyKey };
  log.protect(historyKey);

  const undo = createUndo(log);
  try {
    settings.setProfile({ endpoint: fresh.endpoint, ownEmail, removalPending: false });
    undo.note(() => settings.setProfile(profile));
    await credentials.write(secrets);
    undo.note(() => (former ? credentials.write(former) : credentials.remove()));
    await slot.replace(sessionOf(secrets, endpoint, ownEmail), async () => {
      if (elsewhere) await wipeFormer(effects, log);
    });
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function readFormer(
  credentials: Pick<Credentials, 'read'>,
  profile: ProfileSettings,
): Promise<Secrets | null> {
  const answer = await credentials.read(profile.endpoint !== null);
  switch (answer.status) {
    case 'present':
      return answer.secrets;
    case 'absent':
      return null;
    case 'locked':
      throw new ProblemError({ code: 'keychain-locked' });
    case 'unavailable':
      throw new ProblemError({ code: 'keychain-unavailable' });
  }
}

/** Whether what lies on this machine is not the company's that is signed in to now. */
function isElsewhere(
  former: Secrets | null,
  profile: ProfileSettings,
  fresh: Omit<Secrets, 'historyKey'>,
): boolean {
  if (former) {
    return former.endpoint !== fresh.endpoint || former.customerUuid !== fresh.customerUuid;
  }
  return profile.endpoint !== null && profile.endpoint !== fresh.endpoint;
}

async function wipeFormer(
  effects: Pick<AccountEffects, 'wipe'>,
  log: Pick<Log, 'warn'>,
): Promise<void> {
  try {
    await effects.wipe();
  } catch (error) {
    // Its key is overwritten already: what stays is unreadable for good.
    log.warn('the former history could not be removed whole', error);
  }
}
