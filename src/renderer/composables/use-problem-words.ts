import { openSetWord } from '../../shared/open-sets.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';
import type { MessageKey } from '../i18n.ts';
import { useWords } from './use-words.ts';

/** Codes whose words themselves say what was kept; for the others the place they show up knows. */
const ownKept = {
  tls: 'problem.tls.kept',
  redirected: 'problem.redirected.kept',
  'history-damaged': 'problem.history-damaged.kept',
  'history-key-lost': 'problem.history-key-lost.kept',
  'history-newer': 'problem.history-newer.kept',
  'disk-full': 'problem.disk-full.kept',
} as const satisfies Partial<Record<ProblemCode, MessageKey>>;

/** Red is for what is lost or wrong; what passes by itself stays grey. */
const grave: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'tls',
  'redirected',
  'tokens-rejected',
  'jwt-rejected',
  'history-damaged',
  'history-key-lost',
  'history-newer',
  'disk-full',
  'files-left',
  'file-not-written',
  'invalid-request',
  'unexpected',
]);

export interface ProblemWords {
  readonly what: string;
  readonly kept: string | null;
  readonly todo: string;
  /** The server's own words, as plain text. */
  readonly server: string | null;
  /** What support would ask for: host, HTTP status, the server's error id. */
  readonly facts: string | null;
  /** Where a file was put aside. */
  readonly file: string | null;
}

/** Turns problem codes into words: what happened, what was kept, what to do. */
export function useProblemWords() {
  const { t, language } = useWords();
  return {
    isGrave: (problem: Problem): boolean => grave.has(problem.code),
    /** @param kept what the place that shows the problem knows to be safe */
    wordsFor: (problem: Problem, kept: string | null = null): ProblemWords => {
      const { code, userComment, host, status, errorId, path } = problem;
      const own = code in ownKept ? ownKept[code as keyof typeof ownKept] : null;
      const facts = [
        host,
        status === undefined ? null : `HTTP ${status}`,
        errorId === undefined ? null : openSetWord('error', errorId, language.value),
      ].filter((fact) => fact !== null && fact !== undefined && fact !== '');
      return {
        what: t(`problem.${code}.what`),
        kept: [own === null ? null : t(own), kept].filter(Boolean).join(' ') || null,
        todo: t(`problem.${code}.todo`),
        server: userComment ? t('server.says', { comment: userComment }) : null,
        facts: facts.join(' · ') || null,
        file: path ? t('kept.file', { path }) : null,
      };
    },
  };
}
