import { createFormats } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import type { Remark } from '../../shared/history/result.ts';
import { exportProblemText } from '../desktop/export-words.ts';
import { plainLine } from '../desktop/foreign-text.ts';
import { counted, fill, textsOf, type Texts } from '../desktop/texts/index.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import { exitCodes, notWritten, type JobEnd, type JobResult } from './job.ts';

const remarks: Readonly<Record<Remark['reason'], keyof Texts>> = {
  'unknown-token': 'jobUnknownToken',
  'no-such-date': 'jobNoSuchDate',
  'no-such-duration': 'jobNoSuchDuration',
  'too-many-words': 'jobTooManyWords',
  'from-after-to': 'jobFromAfterTo',
};

const fileProblems: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'disk-full',
  'file-not-written',
]);

/** The exit code, and a line that says what came of it and what to do. */
export function resultOf(end: JobEnd, language: Language): JobResult {
  const ofFile = end.kind === 'failed' && fileProblems.has(end.problem.code);
  const code = ofFile ? notWritten : exitCodes[end.kind];
  return { code, line: plainLine(`Tagwerk: ${sentence(end, language)}`) };
}

function sentence(end: JobEnd, language: Language): string {
  const texts = textsOf(language);
  const formats = createFormats(language);
  switch (end.kind) {
    case 'done':
      return fill(end.searched ? texts.jobDoneSearch : texts.jobDone, {
        sessions: counted(texts, formats, end.record.rows),
        time: formats.duration(end.record.billableMs),
        path: end.record.path,
      });
    case 'signed-out':
      return texts.jobSignedOut;
    case 'keychain':
      return end.problem.code === 'keychain-locked'
        ? texts.jobKeychainLocked
        : texts.jobKeychainMissing;
    case 'no-view':
      return fill(texts.jobNoView, { name: brief(end.wanted) });
    case 'no-profile':
      return fill(texts.jobNoProfile, { name: brief(end.wanted) });
    case 'remark':
      return fill(texts[remarks[end.remark.reason]], { text: brief(end.remark.text) });
    case 'exists':
      return fill(texts.jobExists, { path: end.path });
    case 'before':
      return fill(texts.jobBefore, {
        n: formats.count(end.before),
        all: formats.count(end.sessions),
      });
    case 'not-synced':
      return notSynced(end.problem?.code, texts);
    case 'failed':
      return failure(end.problem, texts);
    case 'busy':
      return texts.jobBusy;
    case 'cancelled':
      return texts.jobCancelled;
    default:
      return end satisfies never;
  }
}

function failure(problem: Extract<JobEnd, { kind: 'failed' }>['problem'], texts: Texts): string {
  if (problem.code === 'history-damaged' || problem.code === 'history-key-lost')
    return texts.jobHistoryLost;
  if (problem.code === 'history-newer') return texts.jobHistoryNewer;
  const words = exportProblemText(problem, texts);
  return problem.path === undefined ? words : `${problem.path}: ${words}`;
}

function notSynced(code: ProblemCode | undefined, texts: Texts): string {
  if (code === 'tokens-rejected' || code === 'jwt-rejected') return texts.jobRejected;
  if (code === 'rate-limited' || code === undefined) return texts.jobSlowed;
  return fill(texts.jobNotSynced, { code });
}

function brief(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
