import * as v from 'valibot';

/**
 * Every expected failure has one stable code. Words for it, in both languages, stand in the
 * locale files under `problem.<code>`; nothing ever matches on a message.
 */
export const problemCodes = [
  // the way to the server
  'invalid-endpoint',
  'offline',
  'timeout',
  'tls',
  'redirected',
  'not-found',
  'login-page',
  'not-graphql',
  'server-error',
  'malformed-response',
  // what the server says
  'rate-limited',
  'tokens-rejected',
  'jwt-rejected',
  'refused',
  // the keychain
  'keychain-locked',
  'keychain-unavailable',
  // the local history
  'history-damaged',
  'history-key-lost',
  'history-newer',
  'disk-full',
  'files-left',
  // exports
  'file-not-written',
  'sessions-removed',
  'clipboard-full',
  'not-printed',
  'record-too-long',
  // files that the server made
  'download-refused',
  'download-gone',
  'download-no-file',
  'download-endless',
  'download-cut',
  // our own fault
  'invalid-request',
  'unexpected',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export const problemSchema = v.object({
  code: v.picklist(problemCodes),
  /** The host that was asked, for the network codes. */
  host: v.optional(v.string()),
  /** HTTP status, where there was one. */
  status: v.optional(v.number()),
  /** UTC ms of the next attempt, where one is planned. */
  retryAt: v.optional(v.number()),
  /** The server's `error` id (an open set) for `refused`, `rate-limited` and `tokens-rejected`. */
  errorId: v.optional(v.string()),
  /** The server's own `comment_for_user`: shown as plain text beside our words. */
  userComment: v.optional(v.string()),
  /** A file or folder that the words name, for the history codes. */
  path: v.optional(v.string()),
});

/** A failure that a person is told about. It never holds a token and never `comment_for_dev`. */
export type Problem = v.InferOutput<typeof problemSchema>;

/** An error that carries a {@link Problem} through main. `message` is for the log alone. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options: { message?: string; cause?: unknown } = {}) {
    super(options.message ?? problem.code, { cause: options.cause });
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem an unknown error stands for; what carries none is `unexpected`. */
export function problemOf(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { code: 'unexpected' };
}

/** How a call that may fail in an expected way crosses the bridge. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };
