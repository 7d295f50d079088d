import { beforeEach, describe, expect, it } from 'vitest';
import { documentedEndpoint } from '../../../../src/shared/endpoint.ts';
import { elsewhere, here, kept, key, somebody, started, World } from './account-fixture.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('start', () => {
  it('asks the keychain before it says anything', () => {
    const account = world.account();
    expect(account.state()).toMatchObject({ status: 'starting', endpoint: documentedEndpoint });
  });

  it('opens what is kept at once, without the network', async () => {
    const account = await started(world);
    expect(account.state()).toEqual({
      status: 'signed-in',
      endpoint: here,
      ownEmail: 'old@example.com',
      storage: 'keychain',
      demo: false,
      problem: null,
    });
    expect(world.opened).toBe('a.example user-1 aa');
    expect(world.shown.map(({ status }) => status)).toEqual(['signed-in']);
    expect(world.secrets).toEqual(['integrator-1', 'user-1', key('a')]);
  });

  it('is signed out where nothing is kept', async () => {
    const account = world.account({ presetEndpoint: elsewhere });
    await account.start();
    expect(account.state()).toMatchObject({
      status: 'signed-out',
      endpoint: elsewhere,
      problem: null,
    });
    expect(world.steps).toEqual(['read']);
  });

  it('is locked where a keychain with somebody’s entry does not answer', async () => {
    world.profile = somebody;
    world.keychain = 'locked';
    const account = world.account({ presetEndpoint: elsewhere });
    await account.start();
    expect(account.state()).toMatchObject({
      status: 'locked',
      endpoint: here,
      problem: { code: 'keychain-locked' },
    });
    expect(world.steps).toEqual(['read expected']);
  });

  it('is signed out with the reason where nobody was signed in and the keychain is locked', async () => {
    world.keychain = 'locked';
    const account = world.account();
    await account.start();
    expect(account.state()).toMatchObject({
      status: 'signed-out',
      problem: { code: 'keychain-locked' },
    });
  });

  it('is signed out with the reason where there is no keychain, and touches nothing', async () => {
    world.profile = somebody;
    world.keychain = 'unavailable';
    const account = world.account();
    await account.start();
    expect(account.state()).toMatchObject({
      status: 'signed-out',
      problem: { code: 'keychain-unavailable' },
    });
    expect(world.profile).toEqual(somebody);
    expect(world.steps).toEqual(['read expected']);
  });

  it('makes a new key where it got lost, and keeps it before it is used', async () => {
    world.entry = { ...kept, historyKey: null };
    world.profile = somebody;
    const account = world.account();
    await account.start();
    expect(account.state().status).toBe('signed-in');
    expect(world.entry).toEqual({ ...kept, historyKey: key('1') });
    expect(world.steps).toEqual(['read expected', 'write user-1', 'open a.example user-1 11']);
  });

  it('does not use a new key that cannot be kept', async () => {
    world.entry = { ...kept, historyKey: null };
    world.profile = somebody;
    world.failing.set('write', 'keychain-locked');
    const account = world.account();
    await account.start();
    expect(account.state()).toMatchObject({ status: 'locked', endpoint: here });
    expect(world.opened).toBeNull();
  });

  it('sends tokens only where the keychain says, whatever the settings file says', async () => {
    world.entry = kept;
    world.profile = { ...somebody, endpoint: elsewhere };
    const account = world.account({ presetEndpoint: elsewhere });
    await account.start();
    expect(world.opened).toBe('a.example user-1 aa');
    expect(account.state().endpoint).toBe(here);
  });

  it.each(['http://a.example/graphql', 'ftp://a', 'nonsense'])(
    'does not use tokens kept for %s',
    async (endpoint) => {
      world.entry = { ...kept, endpoint };
      world.profile = somebody;
      const account = world.account();
      await account.start();
      expect(account.state()).toMatchObject({ status: 'signed-out' });
      expect(world.opened).toBeNull();
    },
  );

  it('says why a history does not open, and keeps the tokens', async () => {
    world.entry = kept;
    world.profile = somebody;
    world.failing.set('open', 'history-newer');
    const account = world.account();
    await account.start();
    expect(account.state()).toMatchObject({
      status: 'signed-out',
      problem: { code: 'history-newer' },
    });
    expect(world.entry).toEqual(kept);
  });
});
