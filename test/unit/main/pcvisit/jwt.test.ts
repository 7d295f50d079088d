import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../../src/main/pcvisit/api-error.ts';
import { createJwt, type SignedJwt } from '../../../../src/main/pcvisit/jwt.ts';

function setUp(lifetimeMs: number | null = 100_000) {
  const world = { now: 1_763_900_000_000, bought: 0, failure: null as Error | null };
  const buy = vi.fn((): Promise<SignedJwt> => {
    world.bought++;
    if (world.failure) return Promise.reject(world.failure);
    const claims =
      lifetimeMs === null ? {} : { iat: world.now / 1000, exp: (world.now + lifetimeMs) / 1000 };
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    return Promise.resolve({ token: `e30.${payload}.${world.bought}`, customerUuid: 'company' });
  });
  const onTokensRejected = vi.fn();
  const jwt = createJwt({ buy, clock: () => world.now, onTokensRejected, log: () => undefined });
  return { world, jwt, buy, onTokensRejected };
}

describe('the JWT', () => {
  it('is bought once for all who wait', async () => {
    const { jwt, buy } = setUp();
    const all = await Promise.all(Array.from({ length: 100 }, () => jwt.fresh()));
    expect(buy).toHaveBeenCalledTimes(1);
    expect(new Set(all.map(({ token }) => token)).size).toBe(1);
  });

  it('is renewed ahead of its end, and not earlier', async () => {
    const { jwt, buy, world } = setUp();
    await jwt.fresh();
    world.now += 69_999;
    await jwt.fresh();
    expect(buy).toHaveBeenCalledTimes(1);
    world.now += 1;
    await jwt.fresh();
    expect(buy).toHaveBeenCalledTimes(2);
  });

  it('is used to its end where an early renewal fails, and no longer', async () => {
    const { jwt, world } = setUp();
    const first = await jwt.fresh();
    world.failure = new ApiError({ code: 'server-error' });
    world.now += 99_999;
    expect(await jwt.fresh()).toBe(first);
    world.now += 1;
    await expect(jwt.fresh()).rejects.toBe(world.failure);
  });

  it('is not used any more once the tokens are rejected', async () => {
    const { jwt, world, onTokensRejected } = setUp();
    await jwt.fresh();
    world.failure = new ApiError({ code: 'tokens-rejected', errorId: 'Revoked' });
    world.now += 80_000;
    await expect(jwt.fresh()).rejects.toBe(world.failure);
    expect(jwt.current()).toBeNull();
    expect(onTokensRejected).toHaveBeenCalledExactlyOnceWith({
      code: 'tokens-rejected',
      errorId: 'Revoked',
    });
  });

  it('is never renewed ahead without claims', async () => {
    const { jwt, buy, world } = setUp(null);
    await jwt.fresh();
    world.now += 365 * 86_400_000;
    await jwt.fresh();
    expect(buy).toHaveBeenCalledTimes(1);
  });

  it('costs one purchase per question, however short it lives', async () => {
    const { jwt, buy, world } = setUp(1);
    for (let question = 1; question <= 3; question++) {
      await jwt.fresh();
      world.now += 1_000;
    }
    expect(buy).toHaveBeenCalledTimes(3);
  });

  it('is replaced once, however late some learn of its rejection', async () => {
    const { jwt, buy } = setUp();
    const old = await jwt.fresh();
    const [young] = await Promise.all([jwt.replace(old.serial), jwt.replace(old.serial)]);
    expect(await jwt.replace(old.serial)).toBe(young);
    expect(await jwt.fresh()).toBe(young);
    expect(buy).toHaveBeenCalledTimes(2);
    expect((await jwt.replace(young.serial)).token).not.toBe(young.token);
  });

  it('fails to be replaced once, too, and is bought again by the next who asks', async () => {
    const { jwt, buy, world } = setUp();
    const old = await jwt.fresh();
    world.failure = new ApiError({ code: 'offline' });
    await expect(jwt.replace(old.serial)).rejects.toBe(world.failure);
    await expect(jwt.replace(old.serial)).rejects.toBe(world.failure);
    expect(buy).toHaveBeenCalledTimes(2);
    world.failure = null;
    const young = await jwt.fresh();
    expect(await jwt.replace(old.serial)).toBe(young);
    expect(buy).toHaveBeenCalledTimes(3);
  });

  it('makes everyone wait while it is being renewed by wish', async () => {
    const { jwt, buy } = setUp();
    const old = await jwt.fresh();
    const [renewed, meanwhile] = await Promise.all([jwt.renew(), jwt.fresh()]);
    expect(meanwhile).toBe(renewed);
    expect(renewed.token).not.toBe(old.token);
    expect(buy).toHaveBeenCalledTimes(2);
  });
});
