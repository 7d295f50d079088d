import { beforeEach, describe, expect, it } from 'vitest';
import { documentedEndpoint } from '../../../../src/shared/endpoint.ts';
import { kept, nobody, request, somebody, started, World } from './account-fixture.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('signOut', () => {
  it('closes, removes the entry, then the files, then the profile', async () => {
    const account = await started(world);
    expect(await account.signOut()).toEqual({ ok: true, value: account.state() });
    expect(world.steps).toEqual(['close', 'remove', 'wipe', 'clearProfile']);
    expect(world).toMatchObject({ entry: null, profile: nobody, opened: null, files: new Set() });
    expect(account.state()).toEqual({
      status: 'signed-out',
      endpoint: documentedEndpoint,
      ownEmail: null,
      storage: 'keychain',
      demo: false,
      problem: null,
    });
  });

  it.each(['locked', 'unavailable'] as const)(
    'with a keychain that is %s removes the rest, says so, and finishes at a later start',
    async (keychain) => {
      const account = await started(world);
      world.keychain = keychain;
      const problem = { code: `keychain-${keychain}` };
      expect(await account.signOut()).toEqual({ ok: false, problem });
      expect(account.state()).toMatchObject({ status: 'signed-out', problem });
      expect(world).toMatchObject({ entry: kept, opened: null, files: new Set() });

      const still = world.account();
      await still.start();
      expect(still.state()).toMatchObject({ status: 'signed-out', problem });

      world.keychain = 'open';
      const next = world.account();
      await next.start();
      expect(next.state()).toMatchObject({ status: 'signed-out', problem: null });
      expect(world).toMatchObject({ entry: null, profile: nobody, opened: null });
    },
  );

  it.each(['close', 'wipe', 'clearProfile'] as const)('goes on where %s fails', async (step) => {
    const account = await started(world);
    world.failing.set(step, 'unexpected');
    expect(await account.signOut()).toEqual({ ok: false, problem: { code: 'unexpected' } });
    expect(world.steps).toEqual(['close', 'remove', 'wipe', 'clearProfile']);
    expect(world.entry).toBeNull();
    expect(account.state().status).toBe('signed-out');
  });

  it('gives up a history that is locked', async () => {
    world.profile = somebody;
    world.keychain = 'locked';
    world.files.add('history');
    const account = world.account();
    await account.start();
    expect(await account.signOut()).toMatchObject({ ok: false });
    expect(account.state().status).toBe('signed-out');
    expect(world.files).toEqual(new Set());
    expect(world.profile.removalPending).toBe(true);
  });

  it('in memory asks nothing of a keychain that holds nothing', async () => {
    world.keychain = 'unavailable';
    const account = world.account();
    await account.start();
    await account.signIn({ ...request, storage: 'memory' });
    world.steps.length = 0;
    expect(await account.signOut()).toMatchObject({ ok: true });
    expect(world.steps).toEqual(['close', 'wipe', 'clearProfile']);
  });

  it('in memory does not forget an entry that is still to be removed', async () => {
    world.entry = kept;
    world.profile = { ...nobody, removalPending: true };
    world.keychain = 'unavailable';
    const account = world.account();
    await account.start();
    await account.signIn({ ...request, storage: 'memory' });
    expect(await account.signOut()).toMatchObject({ ok: false });
    expect(world.profile.removalPending).toBe(true);
  });

  it('waits for a sign-in that is under way', async () => {
    const account = world.account();
    await account.start();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.waiting.set('verify', promise);
    const both = Promise.all([account.signIn(request), account.signOut()]);
    resolve();
    await both;
    expect(world).toMatchObject({ entry: null, profile: nobody, opened: null });
    expect(account.state().status).toBe('signed-out');
  });
});
