import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Secrets } from '../../../../src/main/account/types.ts';
import { startAgent, type KeychainAgent } from '../../../support/keychain-client.ts';
import {
  startKeychain,
  type KeychainOptions,
  type TestKeychain,
} from '../../../support/keychain.ts';

const secrets: Secrets = {
  endpoint: 'https://pcvisit.example/graphql',
  customerUuid: 'a3a1c2f8-6f53-4f2e-9f0e-6c1d6d7c0b11',
  integratorToken: 'integrator-canary-Grüße-€-𝄞-"\\',
  userToken: 'user-canary-öäüß',
  historyKey: '0123456789abcdef'.repeat(4),
};
/** 4 KB a token, and of more than one byte a letter. */
const long: Secrets = {
  ...secrets,
  integratorToken: 'ü1'.repeat(2048),
  userToken: 'eyJ.ß-'.repeat(700),
};

let keychain: TestKeychain;
let agent: KeychainAgent;

async function start(options: KeychainOptions = {}): Promise<void> {
  keychain = await startKeychain(options);
  agent = startAgent(keychain.env);
}

async function stop(): Promise<void> {
  await agent.stop();
  await keychain.stop();
}

describe.runIf(process.platform === 'linux')('the Secret Service', () => {
  describe('open', () => {
    beforeAll(() => start());
    afterAll(stop);
    afterEach(() => agent.credentials('one').remove());

    it('holds nothing at first', async () => {
      expect(await agent.credentials('one').read(false)).toEqual({ status: 'absent' });
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'absent' });
      expect(await agent.take('one/probe')).toBeNull();
    });

    it('gives back what was written, letter for letter', async () => {
      await agent.credentials('one').write(secrets);
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'present', secrets });
      await agent.credentials('one').write(long);
      expect(await agent.credentials('one').read(true)).toEqual({
        status: 'present',
        secrets: long,
      });
    });

    it('splits what is too long for one entry and takes it back whole', async () => {
      const windows = agent.credentials('one', { limit: 2400 });
      await windows.write(long);
      expect((await agent.take('one'))?.length).toBeLessThan(300);
      for (const name of ['one/a1', 'one/a2', 'one/a3', 'one/a4', 'one/a5']) {
        expect(Buffer.byteLength((await agent.take(name)) ?? '')).toBeLessThanOrEqual(2400);
      }
      expect(await windows.read(true)).toEqual({ status: 'present', secrets: long });

      const changed = { ...long, userToken: long.userToken.replaceAll('-', '+') };
      await windows.write(changed);
      expect(await windows.read(true)).toEqual({ status: 'present', secrets: changed });
      expect(await agent.take('one/a1')).toBeNull();

      await windows.write(secrets);
      expect(await windows.read(true)).toEqual({ status: 'present', secrets });
      expect(await agent.take('one/b1')).toBeNull();
    });

    it('counts a set of parts that is not whole as absent', async () => {
      const windows = agent.credentials('one', { limit: 500 });
      await windows.write(long);
      const third = (await agent.take('one/a3')) ?? '';
      await agent.put(
        'one/a3',
        third.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')),
      );
      expect(await windows.read(true)).toEqual({ status: 'absent' });
      await agent.put('one/a3', third);
      expect(await windows.read(true)).toMatchObject({ status: 'present' });
    });

    it.each(['', '{', 'null', '[]', '{"version":2}', '{"version":1,"secrets":{"userToken":3}}'])(
      'counts the mangled entry %j as absent and logs none of it',
      async (text) => {
        await agent.put('one', `${text} `);
        expect(await agent.credentials('one').read(true)).toEqual({ status: 'absent' });
        const logged = await agent.logged();
        expect(logged).toContain('cannot be read');
        expect(logged).not.toContain('userToken');
      },
    );

    it('keeps tokens whose history key is mangled', async () => {
      await agent.credentials('one').write({ ...secrets, historyKey: 'zz' });
      expect(await agent.credentials('one').read(true)).toEqual({
        status: 'present',
        secrets: { ...secrets, historyKey: null },
      });
    });

    it('keeps profiles apart', async () => {
      await agent.credentials('one', { limit: 500 }).write(long);
      expect(await agent.credentials('two').read(true)).toEqual({ status: 'absent' });
      await agent.credentials('two').write(secrets);
      await agent.credentials('two').remove();
      expect(await agent.credentials('two').read(true)).toEqual({ status: 'absent' });
      expect(await agent.credentials('one').read(true)).toEqual({
        status: 'present',
        secrets: long,
      });
    });

    it('removes every entry, and what is not there without complaint', async () => {
      const windows = agent.credentials('one', { limit: 500 });
      await windows.write(long);
      // What a write that was killed halfway leaves behind.
      await agent.put('one/b1', 'left');
      await agent.put('one/b2', 'left');
      await windows.remove();
      for (const name of ['one', 'one/a1', 'one/a2', 'one/b1', 'one/b2', 'one/probe']) {
        expect(await agent.take(name), name).toBeNull();
      }
      await windows.remove();
      expect(await windows.read(true)).toEqual({ status: 'absent' });
    });

    it('hands no token to the log, and none to a process', async () => {
      await agent.credentials('one').write(secrets);
      for (const pid of [...keychain.pids, agent.pid]) {
        expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('canary');
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('canary');
      }
      expect(await agent.logged()).not.toContain('canary');
    });
  });

  describe('locked, with the prompt dismissed', () => {
    beforeEach(async () => {
      await start();
      await agent.credentials('one').write(secrets);
      await keychain.lock();
    });
    afterEach(stop);

    it('is told from an empty one, until it is unlocked', async () => {
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'locked' });
      await keychain.unlock();
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'present', secrets });
    });

    it('refuses to write and keeps what it held', async () => {
      const error: unknown = await agent
        .credentials('one')
        .write(long)
        .catch((e: unknown) => e);
      expect(error).toMatchObject({ problem: { code: 'keychain-locked' } });
      expect(String(error)).not.toContain('ü1ü1');
      await keychain.unlock();
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'present', secrets });
    });

    it('refuses to remove, instead of saying it had', async () => {
      await expect(agent.credentials('one').remove()).rejects.toMatchObject({
        problem: { code: 'keychain-locked' },
      });
      await keychain.unlock();
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'present', secrets });
    });
  });

  describe('locked, with the prompt left open', () => {
    beforeEach(async () => {
      await start({ prompt: 'waiting' });
      await agent.credentials('one').write(secrets);
      await keychain.lock();
    });
    afterEach(stop);

    /** Goes on once a person would see the prompt of that number. */
    const prompted = (count: number) => expect.poll(() => keychain.prompts()).toBe(count);

    it('is given up as locked, asked no second time meanwhile, and read once it is open', async () => {
      const waiting = agent.credentials('one', { waits: true });
      const first = waiting.read(true);
      await prompted(1);
      await agent.giveUp();
      expect(await first).toEqual({ status: 'locked' });
      expect(await waiting.isWaiting()).toBe(true);

      const second = waiting.read(true);
      await agent.giveUp();
      expect(await second).toEqual({ status: 'locked' });

      await keychain.unlock();
      keychain.dismissPrompt();
      await expect.poll(() => waiting.isWaiting()).toBe(false);
      expect(await waiting.read(true)).toEqual({ status: 'present', secrets });
      expect(keychain.prompts()).toBe(1);
    });

    it('undoes a write that went through after it was given up', async () => {
      const waiting = agent.credentials('one', { waits: true });
      const writing = waiting.write(long);
      // Reading what is there brings up the first; dismissed, it makes the keychain look empty.
      await prompted(1);
      keychain.dismissPrompt();
      await prompted(2);
      await agent.giveUp();
      await expect(writing).rejects.toMatchObject({ problem: { code: 'keychain-locked' } });

      await keychain.unlock();
      keychain.dismissPrompt();
      await expect.poll(() => waiting.isWaiting()).toBe(false);
      expect(await waiting.read(true)).toEqual({ status: 'present', secrets });
    });
  });

  describe('missing', () => {
    afterEach(stop);

    it('a service that was there: unavailable, not empty', async () => {
      await start();
      await agent.credentials('one').write(secrets);
      await keychain.stopService();
      expect(await agent.credentials('one').read(true)).toEqual({ status: 'unavailable' });
    });

    it.each<[string, KeychainOptions]>([
      ['a service', { service: false }],
      ['a collection', { collection: false }],
    ])('%s: unavailable', async (_, options) => {
      await start(options);
      const credentials = agent.credentials('one');
      expect(await credentials.read(true)).toEqual({ status: 'unavailable' });
      const refused = { problem: { code: 'keychain-unavailable' } };
      await expect(credentials.write(secrets)).rejects.toMatchObject(refused);
      await expect(credentials.remove()).rejects.toMatchObject(refused);
    });

    it.each<[string, Record<string, string>]>([
      ['a bus', {}],
      ['an answer at its address', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }],
    ])('%s: unavailable', async (_, env) => {
      await start();
      await agent.stop();
      agent = startAgent({ PATH: process.env['PATH'] ?? '', ...env });
      expect(await agent.credentials('one').read(false)).toEqual({ status: 'unavailable' });
      await expect(agent.credentials('one').write(secrets)).rejects.toMatchObject({
        problem: { code: 'keychain-unavailable' },
      });
    });
  });
});
