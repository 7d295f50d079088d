import { beforeEach, describe, expect, it } from 'vitest';
import {
  elsewhere,
  here,
  key,
  nobody,
  request,
  somebody,
  started,
  World,
} from './account-fixture.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

describe('signIn', () => {
  it('checks the tokens, keeps them, and opens a history with a key of its own', async () => {
    const account = world.account();
    await account.start();
    world.steps.length = 0;
    const outcome = await account.signIn(request);
    expect(outcome).toEqual({ ok: true, value: account.state() });
    expect(account.state()).toEqual({
      status: 'signed-in',
      endpoint: here,
      ownEmail: 'jana@example.com',
      storage: 'keychain',
      demo: false,
      problem: null,
    });
    expect(world.entry).toEqual({
      endpoint: here,
      customerUuid: 'company-a',
      integratorToken: 'integrator-2',
      userToken: 'user-2',
      historyKey: key('1'),
    });
    expect(world.profile).toEqual({ ...somebody, ownEmail: 'jana@example.com' });
    expect(world.opened).toBe('a.example user-2 11');
    expect(world.secrets).toEqual(['integrator-2', 'user-2', key('1')]);
    expect(world.steps.indexOf('write user-2')).toBeGreaterThan(
      world.steps.indexOf('verify a.example user-2'),
    );
    expect(world.steps).not.toContain('wipe');
  });

  it('goes on with the history of the same company', async () => {
    const account = await started(world);
    await account.signIn(request);
    expect(world.opened).toBe('a.example user-2 aa');
    expect(world.files).toEqual(new Set(['history']));
  });

  it.each([
    ['elsewhere', elsewhere, 'company-a'],
    ['for another company', here, 'company-b'],
  ])('%s removes the former history first', async (_, endpoint, company) => {
    const account = await started(world);
    world.company = company;
    await account.signIn({ ...request, endpoint });
    expect(world.files).toEqual(new Set());
    expect(world.entry).toMatchObject({ endpoint, customerUuid: company, historyKey: key('1') });
    expect(world.steps.slice(-3)).toEqual(['close', 'wipe', `open ${world.opened ?? ''}`]);
    expect(world.profile.endpoint).toBe(endpoint);
  });

  it('elsewhere goes on where former files cannot be removed: their key is gone', async () => {
    const account = await started(world);
    world.failing.set('wipe', 'unexpected');
    expect(await account.signIn({ ...request, endpoint: elsewhere })).toMatchObject({ ok: true });
    expect(JSON.stringify(world.entry)).not.toContain(key('a'));
  });

  it('removes a history elsewhere whose entry is gone', async () => {
    world.profile = somebody;
    world.files.add('history');
    const account = world.account();
    await account.start();
    await account.signIn({ ...request, endpoint: elsewhere });
    expect(world.files).toEqual(new Set());
  });

  it('in memory leaves keychain, profile and disk alone', async () => {
    world.keychain = 'unavailable';
    const account = world.account();
    await account.start();
    world.steps.length = 0;
    expect(await account.signIn({ ...request, storage: 'memory' })).toMatchObject({ ok: true });
    expect(account.state()).toMatchObject({ status: 'signed-in', storage: 'memory', demo: false });
    expect(world.steps).toEqual([
      'verify a.example user-2',
      'close',
      'open a.example user-2 memory',
    ]);
    expect(world.profile).toEqual(nobody);
  });

  it.each(['', 'nonsense', 'http://a.example/graphql', 'https://user:pw@a.example/'])(
    'refuses the endpoint %j before anything is sent',
    async (endpoint) => {
      const account = world.account();
      await account.start();
      expect(await account.signIn({ ...request, endpoint })).toEqual({
        ok: false,
        problem: { code: 'invalid-endpoint' },
      });
      expect(world.steps).toEqual(['read']);
    },
  );

  it('happens once however often it is asked for meanwhile', async () => {
    const account = world.account();
    await account.start();
    world.steps.length = 0;
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => account.signIn({ ...request })),
    );
    expect(new Set(outcomes).size).toBe(1);
    expect(world.steps.filter((step) => step.startsWith('verify'))).toHaveLength(1);
  });

  it('with other tokens waits for its turn instead of taking the first one’s answer', async () => {
    const account = world.account();
    await account.start();
    const [first, second] = await Promise.all([
      account.signIn(request),
      account.signIn({ ...request, userToken: 'user-3' }),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(world.opened).toBe('a.example user-3 11');
  });

  it('is not stopped by a listener that throws', async () => {
    const account = world.account();
    account.onChange(() => {
      throw new Error('listener');
    });
    await account.start();
    expect(await account.signIn(request)).toMatchObject({ ok: true });
  });
});
