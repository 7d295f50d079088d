import '../../../support/without-electron.ts';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../../../../src/main/account/account.ts';
import { createSettings } from '../../../../src/main/account/settings.ts';
import type { Account, AccountEffects } from '../../../../src/main/account/types.ts';
import { wipeProfile } from '../../../../src/main/account/wipe.ts';
import { createLog } from '../../../../src/main/log.ts';
import { ProblemError } from '../../../../src/shared/problem.ts';
import { startAgent, type KeychainAgent } from '../../../support/keychain-client.ts';
import { startKeychain, type TestKeychain } from '../../../support/keychain.ts';
import { contentsOf, temporaryFolders } from '../../../support/temporary-folder.ts';

const tokens = { integratorToken: 'c4n4ry-integrator/Grüße+"1"', userToken: 'c4n4ry-user-2' };
const request = {
  ...tokens,
  endpoint: 'https://a.example/graphql',
  ownEmail: 'jana@example.com',
  storage: 'keychain',
} as const;
const historyKey = randomBytes(32);
const newFolder = temporaryFolders();

/** Every way in which something secret could lie in a file, as Latin-1. */
const traces = [
  'c4n4ry',
  ...Object.values(tokens).flatMap((token) => [
    Buffer.from(token).toString('base64').slice(0, -4),
    encodeURIComponent(token),
  ]),
  historyKey.toString('hex'),
  historyKey.toString('base64').slice(0, -4),
  historyKey.toString('latin1'),
];

describe.runIf(process.platform === 'linux')('nothing secret', () => {
  let keychain: TestKeychain;
  let agent: KeychainAgent;
  let directory: string;
  let account: Account;
  let verifying: () => Promise<{ customerUuid: string }>;
  let crossed: string[];

  beforeAll(async () => {
    keychain = await startKeychain();
    agent = startAgent(keychain.env);
  });
  afterAll(async () => {
    await agent.stop();
    await keychain.stop();
  });

  beforeEach(() => {
    directory = newFolder();
    crossed = [];
    verifying = () => Promise.resolve({ customerUuid: 'company-a' });
    account = launch();
  });

  function launch(): Account {
    const log = createLog({ directory: join(directory, 'logs'), level: 'debug' });
    const settings = createSettings({ directory, log });
    const effects: AccountEffects = {
      verify: () => verifying(),
      open: (session) => {
        // A careless part of the program, which logs all it has.
        log.info('opening', { session, json: JSON.stringify(session.tokens) });
        writeFileSync(join(directory, 'history.sqlite'), 'session-1');
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
      wipe: () => wipeProfile({ directory, names: [/^history\.sqlite/, 'discovery.json', 'logs'] }),
      demo: null,
    };
    const made = createAccount({
      credentials: agent.credentials(settings.profile().profileId),
      settings,
      effects,
      presetEndpoint: null,
      randomKey: () => Uint8Array.from(historyKey),
      log,
    });
    made.onChange((state) => void crossed.push(inspect(state, { depth: null })));
    return made;
  }

  function expectNoTrace(): void {
    const files = contentsOf(directory);
    expect(files.size).toBeGreaterThan(0);
    for (const [path, content] of [...files, ['the bridge', crossed.join()] as const]) {
      for (const trace of traces) expect(content.includes(trace), path).toBe(false);
    }
  }

  it('lies in the profile or crosses the bridge after a sign-in', async () => {
    await account.start();
    expect(await account.signIn(request)).toMatchObject({ ok: true });
    const log = readFileSync(join(directory, 'logs', 'tagwerk.log'), 'utf8');
    expect(log).toContain('[secret]');
    expectNoTrace();
  });

  it('after a later start, which finds all of it again', async () => {
    await account.start();
    await account.signIn(request);
    const later = launch();
    await later.start();
    expect(later.state()).toMatchObject({ status: 'signed-in', ownEmail: 'jana@example.com' });
    expectNoTrace();
  });

  it('after a sign-in that failed with an error made of tokens', async () => {
    const text = JSON.stringify(request);
    verifying = () => {
      const cause = Object.assign(new Error(text), { request, [tokens.userToken]: 1 });
      const problem = { code: 'tokens-rejected', errorId: 'TokenInvalid' } as const;
      return Promise.reject(new ProblemError(problem, { message: `refused: ${text}`, cause }));
    };
    await account.start();
    const outcome = await account.signIn(request);
    expect(outcome).toEqual({
      ok: false,
      problem: { code: 'tokens-rejected', errorId: 'TokenInvalid' },
    });
    expectNoTrace();
  });

  it('after the keychain refused to take it', async () => {
    await account.start();
    await keychain.lock();
    const outcome = await account.signIn(request);
    await keychain.unlock();
    expect(outcome).toEqual({ ok: false, problem: { code: 'keychain-locked' } });
    expect(inspect(outcome, { depth: null })).not.toContain('c4n4ry');
    expectNoTrace();
  });

  it('after the server rejected it', async () => {
    await account.start();
    await account.signIn(request);
    account.reject({ code: 'tokens-rejected' });
    expect(account.state().status).toBe('rejected');
    expectNoTrace();
  });

  it('after signing out, nor anything of the person or of a session', async () => {
    await account.start();
    await account.signIn(request);
    writeFileSync(join(directory, 'history.sqlite-wal'), 'session-1');
    writeFileSync(join(directory, 'settings.json.damaged-2026'), 'jana@example.com');
    mkdirSync(join(directory, 'logs'), { recursive: true });
    expect(await account.signOut()).toMatchObject({ ok: true });
    expectNoTrace();
    for (const [path, content] of contentsOf(directory)) {
      expect(content, path).not.toMatch(/session-1|jana|example/);
    }
    expect(readdirSync(directory)).toEqual(['settings.json']);
    const later = launch();
    await later.start();
    expect(later.state()).toMatchObject({ status: 'signed-out', ownEmail: null, problem: null });
  });

  it('is handed to a process through its environment or command line', async () => {
    await account.start();
    await account.signIn(request);
    for (const pid of [process.pid, agent.pid, ...keychain.pids]) {
      for (const name of ['environ', 'cmdline']) {
        expect(readFileSync(`/proc/${pid}/${name}`, 'latin1')).not.toContain('c4n4ry');
      }
    }
    expect(await agent.logged()).not.toContain('c4n4ry');
  });
});
