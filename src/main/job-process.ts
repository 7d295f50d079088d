import { app } from 'electron';
import type { Arguments } from './desktop/arguments.ts';
import { resolveLanguage } from './desktop/language.ts';
import { startJobProgram, type JobProgramDeps } from './job-program.ts';
import { awaitResult, dropAddress, type Wish } from './jobs/hand-over.ts';
import type { JobResult } from './jobs/job.ts';
import { resultOf } from './jobs/words.ts';
import type { Program } from './program.ts';

/** What shells make of a signal. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** Calls a job off where the process is told to end, and knows the exit code for it. */
function heedSignals(): { readonly signal: AbortSignal; codeOf(result: JobResult): number } {
  const control = new AbortController();
  let code: number | null = null;
  for (const name of Object.keys(signals) as (keyof typeof signals)[])
    process.on(name, () => {
      code = signals[name];
      control.abort();
    });
  // Electron turns signals into this as well, and so does a system that shuts down.
  app.on('will-quit', (event) => {
    event.preventDefault();
    control.abort();
  });
  const called = resultOf({ kind: 'cancelled' }, 'en').code;
  return {
    signal: control.signal,
    codeOf: (result) => (result.code === called ? (code ?? result.code) : result.code),
  };
}

function say({ line }: JobResult): void {
  process.stderr.write(`${line}\n`);
}

export interface EndWithJobDeps extends Omit<JobProgramDeps, 'signal'>, Pick<Wish, 'replyTo'> {
  /** Told of the program that other starts can turn to. */
  readonly onProgram: (program: Program) => void;
}

/** Makes an export and ends the process with its exit code. Electron is ready. */
export async function endWithJob({ replyTo, onProgram, ...deps }: EndWithJobDeps): Promise<void> {
  dropAddress(replyTo);
  const { signal, codeOf } = heedSignals();
  const program = startJobProgram({ ...deps, signal });
  onProgram(program);
  const { result, wanted, stuck } = await program.ended;
  const code = codeOf(result);
  deps.log.info('export ended', { code, line: result.line });
  say(result);
  if (wanted) {
    const profile = deps.options.userDataDir;
    app.relaunch({
      args: [
        ...(app.isPackaged ? [] : [app.getAppPath()]),
        ...(profile === null ? [] : [`--user-data-dir=${profile}`]),
      ],
    });
  }
  if (stuck) abandon(code);
  else app.exit(code);
}

/**
 * Ends although a call into the keychain still waits for a person: Node would wait for it, too. Whoever scheduled this
 * wants the exit code, which only another program in this one's place can give.
 */
function abandon(code: number): void {
  try {
    process.execve?.('/bin/sh', ['sh', '-c', `exit ${code}`], {});
  } catch {
    // Not on every system.
  }
  process.kill(process.pid, 'SIGKILL');
}

/** Leaves a job to the program that runs on this profile already, and ends with what comes of it. */
export function leaveJob({ job, replyTo }: Wish, { language }: Pick<Arguments, 'language'>): void {
  const { signal, codeOf } = heedSignals();
  const end = (result: JobResult): void => {
    dropAddress(replyTo);
    say(result);
    app.exit(codeOf(result));
  };
  const busy = (): JobResult =>
    resultOf(
      { kind: 'busy' },
      resolveLanguage({
        setting: 'system',
        override: job.language ?? language,
        preferred: app.getPreferredSystemLanguages(),
      }),
    );
  awaitResult(replyTo, signal).then(
    (result) => end(result ?? busy()),
    () => end(busy()),
  );
}
