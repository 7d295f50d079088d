import { stat } from 'node:fs/promises';
import { fileFormats, type FileFormat } from '../../shared/exports/format.ts';
import { firstOptions, type ExportOptions } from '../../shared/exports/options.ts';
import type { ExportMark } from '../../shared/exports/mark.ts';
import { sameProfileName } from '../../shared/exports/profile.ts';
import type { HistoryQuery } from '../../shared/history/query.ts';
import type { Language } from '../../shared/language.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AccountState } from '../../shared/state.ts';
import { dayOf } from '../../shared/time.ts';
import type { ExportJob } from '../desktop/export-arguments.ts';
import { runExport, type Writer } from '../exports/index.ts';
import type { History } from '../history/types.ts';
import { findQuery } from './find-query.ts';
import type { JobEnd } from './job.ts';

export interface JobDeps {
  readonly account: () => AccountState;
  /** The history of whoever is signed in. */
  readonly own: () => {
    readonly history: Pick<History, 'views' | 'exports'>;
    readonly ownEmail: string | null;
    readonly ownUserId: string | null;
  };
  readonly profiles: () => Settings['exportProfiles'];
  readonly language: () => Language;
  /** UTC ms. */
  readonly clock: () => number;
  /** IANA name of the zone that days begin in. */
  readonly zone: () => string;
  readonly writers: Readonly<Record<FileFormat, Writer>>;
  /** Brings the history up to the server's state. @returns null where that is done, else how it failed. */
  readonly sync: (signal: AbortSignal) => Promise<JobEnd | null>;
  /** Sessions were exported. */
  readonly onExported: () => void;
}

/**
 * Makes an export that a command line asked for. Nothing is asked back: what a person would be asked about is
 * refused unless the command line answers it. Never rejects.
 */
export async function runJob(job: ExportJob, deps: JobDeps, signal: AbortSignal): Promise<JobEnd> {
  try {
    return await attempt(job, deps, signal);
  } catch (error) {
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', problem: problemOf(error) };
  }
}

async function attempt(job: ExportJob, deps: JobDeps, signal: AbortSignal): Promise<JobEnd> {
  signal.throwIfAborted();
  const refused = refusalOf(deps.account());
  if (refused) return refused;
  const options = optionsOf(job, deps);
  if (!options) return { kind: 'no-profile', wanted: job.profile ?? '' };
  const views = await deps.own().history.views();
  const wanted = findQuery(job.wanted, views, dayOf(deps.clock(), deps.zone()));
  if (wanted.kind === 'refused') return { kind: 'remark', remark: wanted.remark };
  const inTheWay = await whatStandsAt(job.out);
  if (inTheWay === 'other')
    return { kind: 'failed', problem: { code: 'file-not-written', path: job.out } };
  if (inTheWay === 'file' && !job.overwrite) return { kind: 'exists', path: job.out };
  if (job.sync) {
    const failure = await deps.sync(signal);
    if (failure) return failure;
  }
  signal.throwIfAborted();
  const { history, ownEmail, ownUserId } = deps.own();
  const query = job.notExported ? notExported(wanted.query) : wanted.query;
  const question = { query, now: deps.clock(), zone: deps.zone(), ownEmail, ownUserId };
  const { sessions, exportedBefore } = await history.exports.outlook(question);
  // Words that find nothing are sooner a view's name gone wrong than a search.
  if (wanted.kind === 'search' && wanted.plain && sessions === 0)
    return { kind: 'no-view', wanted: job.wanted };
  if (exportedBefore > 0 && !job.again) return { kind: 'before', sessions, before: exportedBefore };
  signal.throwIfAborted();
  const label = wanted.kind === 'view' ? wanted.name : null;
  const record = await runExport(question, { query, options, label }, job.out, {
    history: history.exports,
    writer: deps.writers[options.format],
    signal,
    onProgress: () => undefined,
  });
  if (!record) return { kind: 'cancelled' };
  deps.onExported();
  return { kind: 'done', record, searched: wanted.kind === 'search' };
}

function refusalOf({ status, problem }: AccountState): JobEnd | null {
  // The history stays readable after the server refused the tokens.
  if (status === 'signed-in' || status === 'rejected') return null;
  const locked = status === 'locked' || problem?.code.startsWith('keychain-');
  if (locked) return { kind: 'keychain', problem: problem ?? { code: 'keychain-locked' } };
  return problem ? { kind: 'failed', problem } : { kind: 'signed-out' };
}

type FileOptions = ExportOptions & { readonly format: FileFormat };

/** Null where there is no such profile, or one that makes no file. */
function optionsOf({ profile, format, language }: ExportJob, deps: JobDeps): FileOptions | null {
  const first = firstOptions(language ?? deps.language());
  if (profile === null) return format === null ? null : { ...first, format };
  const kept = deps.profiles().find(({ name }) => sameProfileName(name, profile))?.options;
  const as = format ?? fileFormats.find((each) => each === kept?.format);
  return kept && as ? { ...kept, format: as } : null;
}

function notExported(query: HistoryQuery): HistoryQuery {
  const no: ExportMark = 'no';
  return { ...query, filter: { ...query.filter, exported: [no] } };
}

/** Only a file may be replaced: not a folder, and not a device. */
async function whatStandsAt(path: string): Promise<'nothing' | 'file' | 'other'> {
  try {
    return (await stat(path)).isFile() ? 'file' : 'other';
  } catch {
    return 'nothing';
  }
}
