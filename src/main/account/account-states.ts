import { documentedEndpoint } from '../../shared/endpoint.ts';
import type { Problem } from '../../shared/problem.ts';
import type { AccountState } from '../../shared/state.ts';
import type { OpenSession, ProfileSettings } from './types.ts';

/** Nobody is signed in. The endpoint is what the sign-in form starts with. */
export function atRest(
  profile: ProfileSettings,
  presetEndpoint: string | null,
  problem: Problem | null,
): AccountState {
  return {
    status: 'signed-out',
    endpoint: presetEndpoint ?? profile.endpoint ?? documentedEndpoint,
    ownEmail: profile.ownEmail,
    storage: 'keychain',
    demo: false,
    problem,
  };
}

/** Someone's history is there and the keychain is shut: the endpoint is theirs. */
export function locked(resting: AccountState, endpoint: string): AccountState {
  return { ...resting, status: 'locked', endpoint, problem: { code: 'keychain-locked' } };
}

export function signedIn(session: OpenSession, demo: boolean): AccountState {
  return {
    status: 'signed-in',
    endpoint: session.endpoint.href,
    ownEmail: session.ownEmail,
    storage: session.historyKey ? 'keychain' : 'memory',
    demo,
    problem: null,
  };
}
