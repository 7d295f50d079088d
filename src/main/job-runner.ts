import { systemZone } from '../shared/time.ts';
import type { Core } from './core.ts';
import type { ExportJob } from './desktop/export-arguments.ts';
import { writers } from './exports/index.ts';
import type { JobResult } from './jobs/job.ts';
import { runJob } from './jobs/run-job.ts';
import { syncFirst } from './jobs/sync-first.ts';
import { resultOf } from './jobs/words.ts';

/** Makes exports for command lines, one after another. Never rejects. */
export function createJobRunner(
  core: Core,
  onExported: () => void,
): (job: ExportJob, signal: AbortSignal) => Promise<JobResult> {
  const { account, workspace, settings, clock, language, onSync } = core;
  let last: Promise<unknown> = Promise.resolve();
  async function run(job: ExportJob, signal: AbortSignal): Promise<JobResult> {
    const deps = {
      account: account.state,
      own: workspace.own,
      profiles: () => settings.read().exportProfiles,
      language,
      clock,
      zone: systemZone,
      writers,
      sync: (until: AbortSignal) =>
        syncFirst(
          {
            sync: workspace.sync,
            account: account.state,
            syncNow: workspace.syncNow,
            onSync,
            clock,
          },
          until,
        ),
      onExported,
    };
    return resultOf(await runJob(job, deps, signal), job.language ?? language());
  }
  return (job, signal) => {
    const running = last.then(() => run(job, signal));
    last = running;
    return running;
  };
}
