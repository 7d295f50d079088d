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

function credentialsOf(call: AgentCall): Credentials {
  const key = JSON.stringify([call.account, call.options]);
  const log = { warn: (...line: unknown[]) => void logged.push(line) };
  const { account, options } = call;
  const made =
    held.get(key) ??
    createCredentials({ ...options, keytar: loadKeytar, service: 'Tagwerk test', account, log });
  held.set(key, made);
  return made;
}

async function perform(call: AgentCall): Promise<unknown> {
  const keytar = await loadKeytar();
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
      return keytar.setPassword('Tagwerk test', call.account, call.text);
    case 'take':
      return keytar.getPassword('Tagwerk test', call.account);
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
