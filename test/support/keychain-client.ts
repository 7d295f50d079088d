import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CredentialsDeps } from '../../src/main/account/credentials.ts';
import type { Credentials, Secrets } from '../../src/main/account/types.ts';
import { ProblemError, type Problem } from '../../src/shared/problem.ts';

export interface AgentOptions extends Pick<CredentialsDeps, 'limit'> {
  /** True leaves it to {@link KeychainAgent.giveUp}, instead of a clock, when patience is at an end. */
  readonly waits?: boolean;
}

type AgentRequest =
  | { readonly name: 'read'; readonly expected: boolean }
  | { readonly name: 'write'; readonly secrets: Secrets }
  | { readonly name: 'put'; readonly text: string }
  | { readonly name: 'remove' | 'isWaiting' | 'take' | 'logged' | 'giveUp' };

export type AgentCall = AgentRequest & {
  readonly id: number;
  readonly account: string;
  readonly options: AgentOptions;
};

export type AgentReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly problem: Problem; readonly text: string };

/** A process under a test keychain that holds real credentials. */
export interface KeychainAgent {
  readonly pid: number;
  /** Credentials as the program sees them; errors carry the text of the original as their message. */
  credentials(
    account: string,
    options?: AgentOptions,
  ): Omit<Credentials, 'isWaiting'> & { isWaiting(): Promise<boolean> };
  /** One entry, past all rules. */
  put(account: string, text: string): Promise<void>;
  take(account: string): Promise<string | null>;
  /** Ends the patience of every call under way that waits. */
  giveUp(): Promise<void>;
  /** Everything it logged, as text. */
  logged(): Promise<string>;
  stop(): Promise<void>;
}

export function startAgent(env: Readonly<Record<string, string>>): KeychainAgent {
  const file = fileURLToPath(new URL('./keychain-agent.ts', import.meta.url));
  const child = spawn(process.execPath, [file], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (reply: AgentReply) => void>();
  const exited = once(child, 'exit');
  let last = 0;
  createInterface(child.stdout).on('line', (line) => {
    const reply = JSON.parse(line) as AgentReply;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });

  async function ask(
    request: AgentRequest,
    account = '-',
    options: AgentOptions = {},
  ): Promise<unknown> {
    last += 1;
    const id = last;
    const replied = new Promise<AgentReply>((resolve) => waiting.set(id, resolve));
    child.stdin.write(`${JSON.stringify({ ...request, id, account, options })}\n`);
    const reply = await replied;
    if ('problem' in reply) throw new ProblemError(reply.problem, { message: reply.text });
    return reply.value;
  }

  return {
    pid: child.pid ?? 0,
    credentials: (account, options) => ({
      read: (expected) =>
        ask({ name: 'read', expected }, account, options) as ReturnType<Credentials['read']>,
      write: async (secrets) => void (await ask({ name: 'write', secrets }, account, options)),
      remove: async () => void (await ask({ name: 'remove' }, account, options)),
      isWaiting: () => ask({ name: 'isWaiting' }, account, options) as Promise<boolean>,
    }),
    put: async (account, text) => void (await ask({ name: 'put', text }, account)),
    take: (account) => ask({ name: 'take' }, account) as Promise<string | null>,
    giveUp: async () => void (await ask({ name: 'giveUp' })),
    logged: () => ask({ name: 'logged' }) as Promise<string>,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
