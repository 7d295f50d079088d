import { app } from 'electron';
import { createCore } from './core.ts';
import type { Arguments } from './desktop/arguments.ts';
import type { ExportJob } from './desktop/export-arguments.ts';
import { createJobRunner } from './job-runner.ts';
import type { JobResult } from './jobs/job.ts';
import { resultOf } from './jobs/words.ts';
import type { Log } from './log.ts';
import type { Profile } from './profile.ts';
import type { Program } from './program.ts';

export interface JobProgramDeps {
  readonly options: Arguments;
  readonly job: ExportJob;
  readonly profile: Profile;
  readonly log: Log;
  /** Calls the job off. */
  readonly signal: AbortSignal;
}

export interface JobProgram extends Program {
  /** The first job and all that other starts left to this one meanwhile are over, and the history is closed. */
  readonly ended: Promise<{
    readonly result: JobResult;
    readonly wanted: boolean;
    readonly stuck: boolean;
  }>;
}

/** The program without window and tray, for as long as its exports take. Electron is ready. */
export function startJobProgram({
  options,
  job,
  profile,
  log,
  signal,
}: JobProgramDeps): JobProgram {
  app.dock?.hide();
  const core = createCore({
    options,
    profile,
    log,
    isVisible: () => false,
    isLive: () => live,
    onSync: () => undefined,
    onHistory: () => undefined,
    onImprint: () => undefined,
  });
  const { account, workspace, credentials } = core;
  const live = job.sync;
  const opened = options.demo ? account.tryDemo() : account.start();
  const run = createJobRunner(core, () => undefined);
  const others = new Set<Promise<JobResult>>();
  let wanted = false;

  async function all(): Promise<Awaited<JobProgram['ended']>> {
    const { promise: calledOff, resolve } = Promise.withResolvers<undefined>();
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined));
    await Promise.race([opened, calledOff]);
    const result = await run(job, signal);
    while (others.size > 0) await Promise.all(others);
    await workspace.close();
    return { result, wanted, stuck: credentials.isWaiting() };
  }

  return {
    ended: all(),
    /** Somebody wants the window: they get it afterwards. */
    show: () => void (wanted = true),
    export(other, called) {
      // Whether the server is asked was settled at the start.
      if (other.sync && !live)
        return Promise.resolve(resultOf({ kind: 'busy' }, other.language ?? core.language()));
      const running = opened.then(() => run(other, called));
      others.add(running);
      return running.finally(() => others.delete(running));
    },
  };
}
