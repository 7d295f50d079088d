import type { Problem, ProblemCode } from '../../shared/problem.ts';
import type { Texts } from './texts/index.ts';

const keys: Partial<Record<ProblemCode, keyof Texts>> = {
  'disk-full': 'exportDiskFull',
  'file-not-written': 'exportNotWritten',
  'sessions-removed': 'exportSessionsRemoved',
  'clipboard-full': 'exportClipboardFull',
  'download-refused': 'exportServer',
  'download-gone': 'exportServer',
  'download-no-file': 'exportServer',
  'download-endless': 'exportServer',
  'download-cut': 'exportServer',
  refused: 'exportServer',
  offline: 'exportServer',
  timeout: 'exportServer',
  'server-error': 'exportServer',
  'rate-limited': 'exportServer',
};

/** What kept an export from being written, and what to do, in a sentence or two; names neither file nor session. */
export function exportProblemText({ code }: Problem, texts: Texts): string {
  return texts[keys[code] ?? 'exportUnexpected'];
}
