import { beforeEach, describe, expect, it } from 'vitest';
import { here, kept, request, somebody, World } from './account-fixture.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('tryDemo', () => {
  const demo = () =>
    Promise.resolve({
      endpoint: new URL('http://127.0.0.1:4000/graphql'),
      tokens: { integratorToken: 'demo-i', userToken: 'demo-u' },
      ownEmail: 'demo@example.com',
    });

  it('is refused where there is none', async () => {
    const account = world.account();
    await account.start();
    expect(await account.tryDemo()).toEqual({ ok: false, problem: { code: 'invalid-request' } });
  });

  it('opens the sample server’s history in memory and keeps nothing', async () => {
    const account = world.account({}, demo);
    await account.start();
    world.steps.length = 0;
    expect(await account.tryDemo()).toEqual({ ok: true, value: account.state() });
    expect(account.state()).toEqual({
      status: 'signed-in',
      endpoint: 'http://127.0.0.1:4000/graphql',
      ownEmail: 'demo@example.com',
      storage: 'memory',
      demo: true,
      problem: null,
    });
    expect(world.steps).toEqual(['close', 'open 127.0.0.1:4000 demo-u memory']);
  });

  it('says what went wrong where it does not start', async () => {
    const account = world.account({}, () => Promise.reject(new Error('worker')));
    await account.start();
    expect(await account.tryDemo()).toEqual({ ok: false, problem: { code: 'unexpected' } });
    expect(account.state().status).toBe('signed-out');
  });

  it('ends without touching what someone left in the keychain', async () => {
    world.entry = kept;
    world.profile = somebody;
    world.keychain = 'locked';
    world.files.add('history');
    const account = world.account({}, demo);
    await account.start();
    await account.tryDemo();
    world.keychain = 'open';
    await account.signOut();
    expect(world.entry).toEqual(kept);
    expect(world.files).toEqual(new Set(['history']));
    expect(account.state()).toMatchObject({ status: 'signed-in', demo: false, endpoint: here });
  });

  it('makes room for a sign-in of one’s own', async () => {
    const account = world.account({}, demo);
    await account.start();
    await account.tryDemo();
    await account.signIn(request);
    expect(account.state()).toMatchObject({ demo: false, storage: 'keychain', endpoint: here });
  });
});
