import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface BenchServer {
  readonly endpoint: string;
  readonly tokens: { readonly integratorToken: string; readonly userToken: string };
  readonly ownEmail: string;
  stop(): void;
}

/** Starts the sample server with so many sessions. */
export async function startServer(sessions: number): Promise<BenchServer> {
  const child = start('server.ts', [String(sessions)]);
  const answer = await message<Omit<BenchServer, 'stop'>>(child);
  return { ...answer, stop: () => child.kill() };
}

/** Runs one part of a benchmark in a fresh process and gives what it measured. */
export async function measure<T>(script: string, input: unknown): Promise<T> {
  const child = start(script, []);
  child.send({ input });
  const answer = await message<T>(child);
  child.kill();
  return answer;
}

/** In a child: what it was asked to measure. */
export async function input<T>(): Promise<T> {
  return await new Promise((resolve) => {
    process.once('message', (sent: { input: T }) => resolve(sent.input));
  });
}

function start(script: string, args: readonly string[]): ChildProcess {
  return fork(join(import.meta.dirname, script), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--expose-gc'],
  });
}

async function message<T>(child: ChildProcess): Promise<T> {
  return await new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as T));
    child.once('exit', (code) => reject(new Error(`a part of the benchmark ended with ${code}`)));
  });
}
