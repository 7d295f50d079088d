import { createInterface } from 'node:readline';
import { inspect } from 'node:util';
import { createCredentials } from '../../src/main/account/credentials.ts';
import { loadKeytar } from '../../src/main/account/keytar.ts';
import type { Credentials } from '../../src/main/account/types.ts';
import { problemOf } from '../../src/shared/problem.ts';
import type { AgentCall, AgentReply } from './keychain-client.ts';

/**
 * Real credentials in a process of its own: the native library finds its bus through the environment
 * and keeps it for life. Takes one call a line and answers on one line each.
 */
const held = new Map<string, Credentials>();
const logged: unknown[] = [];
/** What is to be called when patience is at an end. */
const patient = new Set<() => void>();

function afterTold(_ms: number, run: () => void): () => void {
  patient.add(run);
  return () => patient.delete(run);
}

function credentialsOf(call: AgentCall): Credentials {
  const key = JSON.stringify([call.account, call.options]);
  const log = { warn: (...line: unknown[]) => void logged.push(line) };
  const { account, options } = call;
  const made =
    held.get(key) ??
    createCredentials({
      keytar: loadKeytar,
      service: 'Tagwerk test',
      account,
      log,
      limit: options.limit,
      after: options.waits ? afterTold : undefined,
    });
  held.set(key, made);
  return made;
}

async function perform(call: AgentCall): Promise<unknown> {
  switch (call.name) {
    case 'read':
      return credentialsOf(call).read(call.expected);
    case 'write':
      return credentialsOf(call).write(call.secrets);
    case 'remove':
      return credentialsOf(call).remove();
    case 'isWaiting':
      return credentialsOf(call).isWaiting();
    case 'put':
      return (await loadKeytar()).setPassword('Tagwerk test', call.account, call.text);
    case 'take':
      return (await loadKeytar()).getPassword('Tagwerk test', call.account);
    case 'giveUp':
      for (const run of patient) run();
      patient.clear();
      return null;
    case 'logged':
      return inspect(logged, { depth: null });
  }
}

createInterface(process.stdin).on('line', (line) => {
  const call = JSON.parse(line) as AgentCall;
  const answer = (reply: AgentReply): void =>
    void process.stdout.write(`${JSON.stringify(reply)}\n`);
  perform(call).then(
    (value) => answer({ id: call.id, value }),
    (error: unknown) =>
      answer({ id: call.id, problem: problemOf(error), text: inspect(error, { depth: null }) }),
  );
});
