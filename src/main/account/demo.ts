import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { signInSchema } from '../../shared/bridge/contract.ts';
import { isLoopback, parseEndpoint } from '../../shared/endpoint.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Log } from '../log.ts';
import type { AccountEffects } from './types.ts';

type DemoAccess = Awaited<ReturnType<NonNullable<AccountEffects['demo']>>>;

export interface DemoDeps {
  /** The script of the sample server; it posts one message with where it listens once it does. */
  readonly workerUrl: URL;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** What the script is started with (`workerData`). */
  readonly options?: Readonly<Record<string, unknown>>;
  /** How long the server may take to start, in ms. */
  readonly patience?: number;
}

export interface Demo {
  /** Starts the sample server, once; one that ended is started again. @throws ProblemError `unexpected`. */
  readonly start: () => Promise<DemoAccess>;
  /** Ends it; it ends with the program anyway. */
  readonly stop: () => Promise<void>;
}

const readySchema = v.object({
  endpoint: v.pipe(
    v.string(),
    v.transform((text) => parseEndpoint(text)),
    v.instance(URL),
    // Sample data and sample tokens have no business elsewhere.
    v.check((url) => isLoopback(url)),
  ),
  integratorToken: signInSchema.entries.integratorToken,
  userToken: signInSchema.entries.userToken,
  ownEmail: v.pipe(v.string(), v.email()),
});

export function createDemo(deps: DemoDeps): Demo {
  const { workerUrl, log, options, patience = 30_000 } = deps;
  let running: { worker: Worker; access: Promise<DemoAccess> } | null = null;

  function launch(): NonNullable<typeof running> {
    // Nothing of the program's environment is of use to it.
    const worker = new Worker(workerUrl, { workerData: options, env: {}, name: 'sample server' });
    // The program ends without waiting for it.
    worker.unref();
    worker.once('exit', (code) => {
      log.info('the sample server ended', { code });
      if (running?.worker === worker) running = null;
    });
    const access = firstMessage(worker, patience).then(read, async (cause: unknown) => {
      await worker.terminate();
      throw failure(cause);
    });
    return { worker, access };
  }

  return {
    async start() {
      running ??= launch();
      const { worker, access } = running;
      try {
        return await access;
      } catch (error) {
        log.warn('the sample server did not start', error);
        await worker.terminate();
        throw error;
      }
    },
    async stop() {
      await running?.worker.terminate();
    },
  };
}

function read(message: unknown): DemoAccess {
  const parsed = v.safeParse(readySchema, message);
  if (!parsed.success) throw failure('The sample server said something else than where it is.');
  const { endpoint, integratorToken, userToken, ownEmail } = parsed.output;
  return { endpoint, tokens: { integratorToken, userToken }, ownEmail };
}

function firstMessage(worker: Worker, patience: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It took too long to start.')), patience);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      act();
    };
    worker.once('message', (message: unknown) => settle(() => resolve(message)));
    // Stays, so that a later error is no uncaught exception; the end is noted by itself.
    worker.on('error', (cause) => settle(() => reject(new Error('It failed.', { cause }))));
    worker.once('exit', () => settle(() => reject(new Error('It ended before it listened.'))));
  });
}

function failure(cause: unknown): ProblemError {
  return new ProblemError(
    { code: 'unexpected' },
    { message: 'The sample server did not start.', cause },
  );
}
