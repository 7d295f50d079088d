import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../../src/main/pcvisit/api-error.ts';
import { createDiscovery } from '../../../../src/main/pcvisit/discovery.ts';
import type { ProblemCode } from '../../../../src/shared/problem.ts';

const day = 86_400_000;
const answer = {
  participant: {
    fields: [{ name: 'mail', args: [], type: { kind: 'SCALAR', name: 'Email' } }],
  },
};
const found = {
  participant: [{ name: 'mail', type: 'Email', list: false }],
  address: null,
  paging: null,
  enums: {},
};

function setUp(stored?: unknown) {
  const world = { now: 1_763_900_000_000 };
  const disk = new Map<string, unknown>(stored === undefined ? [] : [['key', stored]]);
  const introspect = vi.fn((): Promise<unknown> => Promise.resolve(answer));
  const discovery = createDiscovery({
    cache: {
      read: (key) => disk.get(key),
      write: (key, value) => void disk.set(key, structuredClone(value)),
    },
    key: 'key',
    introspect,
    clock: () => world.now,
    log: () => undefined,
  });
  return { world, disk, introspect, discovery };
}

const refuse = (code: ProblemCode, status?: number) => () =>
  Promise.reject(new ApiError({ code, status }));

describe('discovery', () => {
  it('asks once, however many wait, and never again', async () => {
    const { discovery, introspect, world } = setUp();
    const all = await Promise.all(Array.from({ length: 20 }, () => discovery.known()));
    for (const each of all) expect(each).toEqual(found);
    world.now += 365 * day;
    expect(await discovery.known()).toEqual(found);
    expect(introspect).toHaveBeenCalledTimes(1);
  });

  it('asks nothing where the answer lies on disk', async () => {
    const { disk, discovery } = setUp();
    await discovery.known();
    const next = setUp(disk.get('key'));
    expect(await next.discovery.known()).toEqual(found);
    expect(next.introspect).not.toHaveBeenCalled();
  });

  it.each([
    ['text', 'garbage'],
    ['an older form', { version: 1, at: 1, found: null }],
    ['no date', { version: 3, found }],
    [
      'what would break out of a document',
      {
        version: 3,
        at: 1,
        found: { ...found, participant: [{ name: 'a } }', type: 'X', list: false }] },
      },
    ],
    ['no fields', { version: 3, at: 1, found: { ...found, participant: [] } }],
  ])('distrusts the disk: %s', async (_, stored) => {
    const { discovery, introspect } = setUp(stored);
    expect(await discovery.known()).toEqual(found);
    expect(introspect).toHaveBeenCalledTimes(1);
  });

  it('works with a disk that neither reads nor writes', async () => {
    const fail = () => {
      throw new Error('disk');
    };
    const discovery = createDiscovery({
      cache: { read: fail, write: fail },
      key: 'key',
      introspect: () => Promise.resolve(answer),
      clock: () => 0,
      log: () => undefined,
    });
    expect(await discovery.known()).toEqual(found);
  });

  it.each([
    ['refused', 200],
    ['not-graphql', 400],
    ['jwt-rejected', 403],
    ['login-page', 403],
  ] as const)('remembers %s (%i) for a day, across starts', async (code, status) => {
    const { discovery, introspect, world, disk } = setUp();
    introspect.mockImplementation(refuse(code, status));
    expect(await discovery.known()).toBeNull();
    expect(introspect).toHaveBeenCalledTimes(2);
    world.now += day - 1;
    expect(await discovery.known()).toBeNull();
    expect(introspect).toHaveBeenCalledTimes(2);

    const next = setUp(disk.get('key'));
    next.world.now += day - 1;
    expect(await next.discovery.known()).toBeNull();
    expect(next.introspect).not.toHaveBeenCalled();
    next.world.now += 1;
    expect(await next.discovery.known()).toEqual(found);
  });

  it('does not take a passing refusal for one', async () => {
    const { discovery, introspect } = setUp();
    introspect.mockImplementationOnce(refuse('refused'));
    expect(await discovery.known()).toEqual(found);
  });

  it('does not wait for a date ahead of the clock', async () => {
    const { world, discovery, introspect } = setUp({ version: 3, at: 9e15, found: null });
    expect(await discovery.known()).toBeNull();
    world.now += day;
    await discovery.known();
    expect(introspect).toHaveBeenCalledTimes(1);
  });

  it('passes on what is wrong with the way to the server', async () => {
    const { discovery, introspect, disk } = setUp();
    for (const code of ['offline', 'tls', 'rate-limited', 'tokens-rejected'] as const) {
      for (let time = 1; time <= 5; time++) {
        introspect.mockImplementationOnce(refuse(code));
        await expect(discovery.known()).rejects.toMatchObject({ problem: { code } });
      }
    }
    expect(disk.size).toBe(0);
    expect(await discovery.known()).toEqual(found);
  });

  it('goes on without after the third unclear answer, for a while', async () => {
    const { discovery, introspect, world, disk } = setUp();
    introspect.mockImplementation(refuse('server-error', 500));
    await expect(discovery.known()).rejects.toMatchObject({ problem: { code: 'server-error' } });
    await expect(discovery.known()).rejects.toMatchObject({ problem: { code: 'server-error' } });
    expect(await discovery.known()).toBeNull();
    introspect.mockImplementation(() => Promise.resolve(answer));
    expect(await discovery.known()).toBeNull();
    expect(disk.size).toBe(0);
    world.now += 600_000;
    expect(await discovery.known()).toEqual(found);
  });

  it('goes on without for a while where only introspection is not authorised', async () => {
    const { discovery, introspect, world } = setUp();
    introspect.mockImplementationOnce(refuse('jwt-rejected', 401));
    expect(await discovery.known()).toBeNull();
    world.now += 600_000;
    expect(await discovery.known()).toEqual(found);
  });

  it('goes on without for a day once the server refuses what it told', async () => {
    const { discovery, introspect, world, disk } = setUp();
    await discovery.known();
    discovery.distrust();
    expect(await discovery.known()).toBeNull();
    expect(disk.get('key')).toMatchObject({ found: null });
    world.now += day;
    expect(await discovery.known()).toEqual(found);
    expect(introspect).toHaveBeenCalledTimes(2);
  });
});
