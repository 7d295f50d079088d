import { beforeEach, describe, expect, it } from 'vitest';
import { here, kept, request, somebody, started, World } from './account-fixture.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('reject', () => {
  it('leaves the history open, and a new sign-in goes on with it', async () => {
    const account = await started(world);
    account.reject({ code: 'tokens-rejected', userComment: 'revoked' });
    expect(account.state()).toMatchObject({
      status: 'rejected',
      endpoint: here,
      problem: { code: 'tokens-rejected', userComment: 'revoked' },
    });
    expect(world.opened).toBe('a.example user-1 aa');
    await account.signIn(request);
    expect(account.state()).toMatchObject({ status: 'signed-in', problem: null });
    expect(world.opened).toBe('a.example user-2 aa');
  });

  it('means nothing where nobody is signed in', async () => {
    const account = world.account();
    await account.start();
    account.reject({ code: 'tokens-rejected' });
    expect(account.state().status).toBe('signed-out');
  });
});

describe('unlock', () => {
  it('asks the keychain again and goes on where the last run ended', async () => {
    world.entry = kept;
    world.profile = somebody;
    world.keychain = 'locked';
    const account = world.account();
    await account.start();
    expect((await account.unlock()).status).toBe('locked');
    world.keychain = 'open';
    expect((await account.unlock()).status).toBe('signed-in');
    expect(world.shown.map(({ status }) => status)).toEqual([
      'locked',
      'starting',
      'locked',
      'starting',
      'signed-in',
    ]);
  });

  it('does nothing where nothing is locked', async () => {
    const account = await started(world);
    expect((await account.unlock()).status).toBe('signed-in');
    expect(world.steps).toEqual([]);
  });
});
