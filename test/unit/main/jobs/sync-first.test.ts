import { describe, expect, it, vi } from 'vitest';
import { syncFirst } from '../../../../src/main/jobs/sync-first.ts';
import type { AccountState, SyncState } from '../../../../src/shared/state.ts';
import { idle, now, signedIn } from '../desktop/states.ts';

const progress = { sessions: 1, reachesBackTo: 0, beginning: null };

function stage(first: Partial<SyncState> = {}, patience?: number) {
  let state: SyncState = { ...idle, ...first };
  let account: AccountState = signedIn;
  const listeners = new Set<() => void>();
  const syncNow = vi.fn();
  const control = new AbortController();
  const result = syncFirst(
    {
      sync: () => state,
      account: () => account,
      syncNow,
      onSync(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      clock: () => now,
      ...(patience !== undefined && { patience }),
    },
    control.signal,
  );
  const tell = (change: Partial<SyncState>, who: Partial<AccountState> = {}): void => {
    state = { ...state, ...change };
    account = { ...account, ...who };
    for (const listener of [...listeners]) listener();
  };
  return { result, tell, syncNow, control, listeners };
}

const isOpen = (result: Promise<unknown>): Promise<boolean> =>
  Promise.race([result.then(() => false), Promise.resolve().then(() => true)]);

describe('asking the server first', () => {
  it('is over once today was asked from then on, and all of the past is here', async () => {
    const { result, tell, listeners } = stage();
    tell({ phase: 'first', progress });
    tell({ phase: 'idle', lastSuccessAt: now });
    expect(await isOpen(result)).toBe(true);
    tell({ progress: null, serverStillLoading: true });
    expect(await isOpen(result)).toBe(true);
    tell({ serverStillLoading: false });
    expect(await result).toBeNull();
    expect(listeners.size).toBe(0);
  });

  it('asks again where what came had been asked before', async () => {
    const { result, tell, syncNow } = stage({ phase: 'refreshing' });
    const asked = syncNow.mock.calls.length;
    tell({ phase: 'idle', lastSuccessAt: now - 1 });
    expect(syncNow.mock.calls.length).toBe(asked + 1);
    expect(await isOpen(result)).toBe(true);
    tell({ lastSuccessAt: now });
    expect(await result).toBeNull();
  });

  it.each(['offline', 'timeout', 'server-error'] as const)(
    'fails where it meets %s',
    async (code) => {
      const { result, tell } = stage();
      tell({ phase: 'waiting', problem: { code, retryAt: now + 1000 } });
      expect(await result).toMatchObject({ kind: 'not-synced', problem: { code } });
    },
  );

  it('fails where the sign-in is refused, or the history had to be set aside', async () => {
    const refused = stage();
    refused.tell({}, { status: 'rejected', problem: { code: 'tokens-rejected' } });
    expect(await refused.result).toMatchObject({ problem: { code: 'tokens-rejected' } });
    const lost = stage();
    lost.tell({ notice: { code: 'history-damaged', path: '/x' } });
    expect(await lost.result).toMatchObject({
      kind: 'failed',
      problem: { code: 'history-damaged' },
    });
  });

  it('waits while the server slows it down, but not for ever', async () => {
    const { result, tell } = stage({}, 30);
    tell({ phase: 'waiting', problem: { code: 'rate-limited', retryAt: now + 1000 } });
    expect(await isOpen(result)).toBe(true);
    expect(await result).toEqual({
      kind: 'not-synced',
      problem: { code: 'rate-limited', retryAt: now + 1000 },
    });
  });

  it('can be called off', async () => {
    const { result, control } = stage();
    control.abort();
    expect(await result).toEqual({ kind: 'cancelled' });
  });
});
