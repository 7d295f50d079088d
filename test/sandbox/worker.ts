import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { startSandbox } from './index.ts';

/**
 * A live sandbox on a thread of its own: what "try it out" in the app starts. Posts
 * `{ endpoint, integratorToken, userToken, ownEmail }` once it answers; ends with its parent, or when it
 * is sent `close`. Where it cannot start, the thread ends with an error.
 */
const optionsSchema = v.object({
  seed: v.optional(v.pipe(v.number(), v.integer())),
  sessions: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  zone: v.optional(v.string()),
  port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535))),
  jwtLifetimeMs: v.optional(v.number()),
  live: v.optional(v.boolean(), true),
});

if (parentPort === null) throw new Error('The sandbox worker runs on a worker thread only.');
const parent = parentPort;
const sandbox = await startSandbox(v.parse(optionsSchema, workerData ?? {}));
parent.postMessage({
  endpoint: sandbox.url,
  ...sandbox.tokens,
  ownEmail: sandbox.ownEmail,
});
parent.on('message', (message: unknown) => {
  if (message !== 'close') return;
  parent.close();
  void sandbox.close();
});
