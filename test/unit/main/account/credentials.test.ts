import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createCredentials,
  type CredentialsDeps,
} from '../../../../src/main/account/credentials.ts';
import type { Secrets } from '../../../../src/main/account/types.ts';
import { createFakeKeytar, type FakeKeytar } from './fake-keytar.ts';

const former: Secrets = {
  endpoint: 'https://a.example/graphql',
  customerUuid: 'uuid',
  integratorToken: 'canary-former-'.repeat(100),
  userToken: 'canary-u',
  historyKey: 'ab'.repeat(32),
};
const next: Secrets = { ...former, integratorToken: 'canary-next-'.repeat(100) };
const present = (secrets: Secrets) => ({ status: 'present', secrets });
const locked = { problem: { code: 'keychain-locked' } };
const unavailable = { problem: { code: 'keychain-unavailable' } };

let keytar: FakeKeytar;
let logged: unknown[];

function open(options: Partial<CredentialsDeps> = {}) {
  return createCredentials({
    keytar: () => Promise.resolve(keytar),
    service: 'Tagwerk',
    account: 'one',
    platform: 'win32',
    limit: 500,
    log: { warn: (...line) => void logged.push(line) },
    ...options,
  });
}

/** Ends patience as soon as nothing but the keychain's answer is waited for. */
function idle(_ms: number, run: () => void): () => void {
  const timer = setImmediate(run);
  return () => clearImmediate(timer);
}

/** A promise and the way to fulfil it. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

beforeEach(() => {
  keytar = createFakeKeytar();
  logged = [];
});

describe('credentials', () => {
  it('are unavailable where the native part does not load', async () => {
    const credentials = open({
      keytar: () => Promise.reject(new Error('Failed to load keytar native addon')),
    });
    expect(await credentials.read(true)).toEqual({ status: 'unavailable' });
    await expect(credentials.write(next)).rejects.toMatchObject(unavailable);
    await expect(credentials.remove()).rejects.toMatchObject(unavailable);
  });

  it('load keytar when first needed, not before', async () => {
    let loads = 0;
    const credentials = open({
      keytar: () => {
        loads += 1;
        return Promise.resolve(keytar);
      },
    });
    expect(loads).toBe(0);
    await credentials.read(false);
    expect(loads).toBe(1);
  });

  it.each([
    ['darwin', 'User interaction is not allowed.', 'locked'],
    ['darwin', 'A default keychain could not be found.', 'unavailable'],
    ['win32', 'A specified logon session does not exist.', 'unavailable'],
  ] as const)('%s: %j answers %s', async (platform, message, status) => {
    keytar.before = () => {
      throw new Error(message);
    };
    const credentials = open({ platform });
    expect(await credentials.read(true)).toEqual({ status });
    const refusal = { problem: { code: `keychain-${status}` } };
    await expect(credentials.write(next)).rejects.toMatchObject(refusal);
    await expect(credentials.remove()).rejects.toMatchObject(refusal);
  });

  it.each(['darwin', 'win32'] as const)(
    '%s: an empty keychain is not written to',
    async (platform) => {
      keytar.before = (call) => {
        if (call === 'set') throw new Error('no');
      };
      const credentials = open({ platform });
      expect(await credentials.read(true)).toEqual({ status: 'absent' });
      await credentials.remove();
    },
  );

  it('stay within 2560 bytes an entry on Windows, and in one entry elsewhere', async () => {
    const long = { ...next, userToken: 'ü'.repeat(4096) };
    await open({ limit: undefined }).write(long);
    const sizes = [...keytar.entries.values()].map((text) => Buffer.byteLength(text));
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2560);
    expect(await open().read(true)).toEqual(present(long));
    await open().remove();
    await open({ limit: undefined, platform: 'darwin' }).write(long);
    expect(keytar.entries.size).toBe(1);
  });

  describe('a write that fails', () => {
    it('at any of its steps leaves what was there', async () => {
      const credentials = open();
      await credentials.write(former);
      const before = new Map(keytar.entries);
      let steps = 0;
      for (let failAt = 1; ; failAt += 1) {
        steps = 0;
        keytar.before = (call) => {
          if (call !== 'set') return;
          steps += 1;
          if (steps === failAt) throw new Error('Not enough storage is available.');
        };
        const failed = await credentials.write(next).then(
          () => false,
          () => true,
        );
        keytar.before = () => undefined;
        if (!failed) break;
        expect(await credentials.read(true)).toEqual(present(former));
        expect(keytar.entries).toEqual(before);
      }
      expect(steps).toBeGreaterThan(3);
      expect(await credentials.read(true)).toEqual(present(next));
    });

    it('when killed at any of its steps leaves the one or the other whole', async () => {
      for (let killAt = 1; killAt < 40; killAt += 1) {
        keytar = createFakeKeytar();
        await open().write(former);
        let calls = 0;
        const end = gate();
        keytar.before = () => {
          calls += 1;
          return calls >= killAt ? end.opened : undefined;
        };
        const dying = open().write(next);
        await sleep(0);
        const held = await open({
          keytar: () => Promise.resolve(Object.assign(createFakeKeytar(), reading(keytar))),
        }).read(true);
        expect([present(former), present(next)]).toContainEqual(held);
        keytar.before = () => undefined;
        end.open();
        await dying;
        expect(await open().read(true)).toEqual(present(next));
      }
    });

    it('says nothing of what it was to write', async () => {
      keytar.before = (call) => {
        if (call === 'set') throw new Error('no');
      };
      const error: unknown = await open()
        .write(next)
        .catch((e: unknown) => e);
      expect(inspect([error, logged], { depth: null })).not.toContain('canary');
    });
  });

  describe('with a keychain that does not answer', () => {
    it('are given up as locked, and ask nothing more until it answers', async () => {
      const prompt = gate();
      const calls: string[] = [];
      keytar.before = async (call) => {
        calls.push(call);
        await prompt.opened;
      };
      const credentials = open({ after: idle });
      expect(credentials.isWaiting()).toBe(false);
      expect(await credentials.read(true)).toEqual({ status: 'locked' });
      await expect(credentials.write(next)).rejects.toMatchObject(locked);
      await expect(credentials.remove()).rejects.toMatchObject(locked);
      expect(calls).toEqual(['get']);
      expect(credentials.isWaiting()).toBe(true);
      prompt.open();
      await expect.poll(() => credentials.isWaiting()).toBe(false);
      expect(calls).toEqual(['get']);
      expect(keytar.entries.size).toBe(0);
    });

    it.each([
      ['nothing', null],
      ['the former', former],
    ])('take back a write that goes through too late: %s is there', async (_, before) => {
      if (before) await open().write(before);
      const prompt = gate();
      keytar.before = (call, name) =>
        call === 'set' && name === 'one' ? prompt.opened : undefined;
      const credentials = open({ after: idle });
      await expect(credentials.write(next)).rejects.toMatchObject(locked);
      prompt.open();
      await expect.poll(() => credentials.isWaiting()).toBe(false);
      expect(await credentials.read(true)).toEqual(before ? present(before) : { status: 'absent' });
    });
  });
});

/** The calls that read, of what the entries were at this moment. */
function reading(from: FakeKeytar): Pick<FakeKeytar, 'getPassword'> {
  const entries = new Map(from.entries);
  return {
    getPassword: (service, account) =>
      Promise.resolve(entries.get(`${service} ${account}`) ?? null),
  };
}
