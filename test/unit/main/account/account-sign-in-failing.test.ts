import { beforeEach, describe, expect, it } from 'vitest';
import { elsewhere, kept, nobody, request, somebody, started, World } from './account-fixture.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('a sign-in that fails', () => {
  const failures = [
    ['verify', 'tokens-rejected'],
    ['verify', 'offline'],
    ['setProfile', 'disk-full'],
    ['write', 'keychain-locked'],
    ['write', 'keychain-unavailable'],
  ] as const;

  it.each(failures)('at %s (%s) leaves a signed-out account as it was', async (step, code) => {
    const account = world.account();
    await account.start();
    const before = account.state();
    world.failing.set(step, code);
    expect(await account.signIn(request)).toEqual({ ok: false, problem: { code } });
    expect(account.state()).toEqual(before);
    expect(world).toMatchObject({ entry: null, profile: nobody, opened: null });
  });

  it.each(failures)('at %s (%s) leaves a signed-in account as it was', async (step, code) => {
    const account = await started(world);
    const before = account.state();
    world.failing.set(step, code);
    expect(await account.signIn({ ...request, endpoint: elsewhere })).toMatchObject({
      ok: false,
    });
    expect(account.state()).toEqual(before);
    expect(world).toMatchObject({
      entry: kept,
      profile: somebody,
      opened: 'a.example user-1 aa',
      files: new Set(['history']),
    });
    expect(world.steps).not.toContain('close');
  });

  it.each(['locked', 'unavailable'] as const)(
    'on a keychain that is %s says so',
    async (keychain) => {
      const account = world.account();
      await account.start();
      world.keychain = keychain;
      expect(await account.signIn(request)).toEqual({
        ok: false,
        problem: { code: `keychain-${keychain}` },
      });
      expect(world.profile).toEqual(nobody);
    },
  );

  it('to open takes the keychain entry and the profile back', async () => {
    const account = world.account();
    await account.start();
    world.failing.set('open', 'disk-full');
    expect(await account.signIn(request)).toEqual({ ok: false, problem: { code: 'disk-full' } });
    expect(account.state()).toMatchObject({ status: 'signed-out' });
    expect(world).toMatchObject({ entry: null, profile: nobody, opened: null });
  });

  it('to open reopens what was open before', async () => {
    const account = await started(world);
    account.reject({ code: 'tokens-rejected' });
    const before = account.state();
    world.failingOnce.set('open', 'disk-full');
    expect(await account.signIn(request)).toMatchObject({ ok: false });
    expect(account.state()).toEqual(before);
    expect(world).toMatchObject({
      entry: kept,
      profile: somebody,
      opened: 'a.example user-1 aa',
      files: new Set(['history']),
    });
  });

  it('to open anything at all does not show what is not there', async () => {
    const account = await started(world);
    world.failing.set('open', 'disk-full');
    expect(await account.signIn(request)).toMatchObject({ ok: false });
    expect(account.state()).toMatchObject({
      status: 'signed-out',
      problem: { code: 'disk-full' },
    });
    expect(world.entry).toEqual(kept);
  });
});
