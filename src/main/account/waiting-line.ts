import { ProblemError } from '../../shared/problem.ts';

/** A job's view of whoever waits for it. */
export interface Call {
  /** True once nobody waits any more: what the job did must be undone. */
  readonly abandoned: boolean;
}

/** Runs a callback after so many ms, and returns the way to call it off. */
export type After = (ms: number, run: () => void) => () => void;

export interface WaitingLine {
  /** @throws ProblemError `keychain-locked` where the job takes longer than patience lasts. */
  run<T>(job: (call: Call) => Promise<T>): Promise<T>;
  /** Whether a job is under way that nobody waits for any more. */
  isStuck(): boolean;
}

/**
 * One job at a time, each with limited patience. A job that was given up keeps its place until it
 * ends, because a call into the system cannot be taken back: a second one would only bring up a second
 * prompt and block a second thread.
 *
 * @param patience in ms, from the call on.
 * @param after what measures it.
 */
export function createWaitingLine(patience: number, after: After = afterTimeout): WaitingLine {
  let tail: Promise<unknown> = Promise.resolve();
  let stuck = 0;

  async function work<T>(job: (call: Call) => Promise<T>, call: Call): Promise<T> {
    await tail.catch(() => undefined);
    if (call.abandoned) throw tooLong();
    return job(call);
  }

  return {
    async run(job) {
      const call = { abandoned: false };
      const working = work(job, call);
      tail = working;
      return new Promise((resolve, reject) => {
        const callOff = after(patience, () => {
          call.abandoned = true;
          stuck += 1;
          void working.catch(() => undefined).finally(() => (stuck -= 1));
          reject(tooLong());
        });
        working.then(resolve, reject).finally(callOff);
      });
    },
    isStuck: () => stuck > 0,
  };
}

function afterTimeout(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function tooLong(): ProblemError {
  return new ProblemError(
    { code: 'keychain-locked' },
    { message: 'The keychain did not answer in time.' },
  );
}
