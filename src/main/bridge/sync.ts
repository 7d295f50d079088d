import type { SyncState } from '../../shared/state.ts';
import type { Handlers } from './calls.ts';

export interface SyncDeps {
  sync(): SyncState;
  /** Asks the server again at once; returns before it has answered. */
  syncNow(): void;
}

export function syncHandlers(deps: SyncDeps): Pick<Handlers, 'sync.read' | 'sync.now'> {
  return {
    'sync.read': () => deps.sync(),
    'sync.now': () => {
      deps.syncNow();
      return deps.sync();
    },
  };
}
