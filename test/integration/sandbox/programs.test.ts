import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { get, jwtQuery } from './support.ts';

const cli = new URL('../../sandbox/cli.ts', import.meta.url).pathname;
const worker = new URL('../../sandbox/worker.ts', import.meta.url);

interface Started {
  endpoint: string;
  integratorToken: string;
  userToken: string;
  ownEmail: string;
}

async function sells(endpoint: string, i: string, u: string): Promise<boolean> {
  const { token } = await get<{ token: string }>({ url: endpoint }, jwtQuery, { i, u });
  return token.length > 20;
}

describe('the command line', () => {
  it('serves until it is told to stop, and prints what to sign in with', async () => {
    const child = spawn(process.execPath, [cli, '--sessions', '20', '--jwt-lifetime', '60']);
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      if (lines.length === 4) break;
    }
    const values = lines.map((line) => line.split(/\s{2,}/)[1] ?? '');
    const [endpoint = '', i = '', u = '', ownEmail = ''] = values;
    expect(await sells(endpoint, i, u)).toBe(true);
    expect(ownEmail).toContain('@');
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('says in one line what is wrong, and explains itself', async () => {
    const run = async (...args: string[]): Promise<{ code: unknown; out: string; err: string }> => {
      const child = spawn(process.execPath, [cli, ...args]);
      const text = { out: '', err: '' };
      child.stdout.on('data', (piece: Buffer) => (text.out += piece.toString()));
      child.stderr.on('data', (piece: Buffer) => (text.err += piece.toString()));
      const [code] = (await once(child, 'close')) as [number];
      return { code, ...text };
    };
    const wrong = await run('--sessions', 'many');
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err.trim().split('\n')).toHaveLength(1);
    const help = await run('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('--fault');
  });
});

describe('the worker', () => {
  it('tells its parent what to sign in with, and ends when it is told to', async () => {
    const thread = new Worker(worker, { workerData: { sessions: 20 } });
    const [started] = (await once(thread, 'message')) as [Started];
    expect(Object.keys(started).sort()).toEqual([
      'endpoint',
      'integratorToken',
      'ownEmail',
      'userToken',
    ]);
    expect(await sells(started.endpoint, started.integratorToken, started.userToken)).toBe(true);
    const ended = once(thread, 'exit');
    thread.postMessage('close');
    expect(await ended).toEqual([0]);
  });

  it('ends with an error where it is started wrongly', async () => {
    const thread = new Worker(worker, { workerData: { sessions: 'many' } });
    const [error] = (await once(thread, 'error')) as [Error];
    expect(error.message).toMatch(/number/);
  });
});
