import type { Account } from '../account/types.ts';
import type { Handlers } from './calls.ts';

export type AccountDeps = Pick<Account, 'state' | 'signIn' | 'tryDemo' | 'unlock' | 'signOut'>;

type AccountCalls =
  'account.read' | 'account.signIn' | 'account.tryDemo' | 'account.unlock' | 'account.signOut';

export function accountHandlers(deps: AccountDeps): Pick<Handlers, AccountCalls> {
  return {
    'account.read': () => deps.state(),
    'account.signIn': (request) => deps.signIn(request),
    'account.tryDemo': () => deps.tryDemo(),
    'account.unlock': () => deps.unlock(),
    'account.signOut': () => deps.signOut(),
  };
}
