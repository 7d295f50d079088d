import { ProblemError, type Problem } from '../../shared/problem.ts';

interface Traits {
  /** For the log alone: a code, never text of the server's or of a library's. */
  readonly detail?: string;
  /** Worth repeating at once: the connection was cut, not refused. */
  readonly transient?: boolean;
  /** The GraphQL layer refused the document or its variables before anything was executed. */
  readonly requestRefused?: boolean;
}

/**
 * A failure of the API. It deliberately has no `cause`: what `fetch`, the JSON parser and GraphQL
 * servers put into their messages can quote headers, bodies and variables, tokens included.
 */
export class ApiError extends ProblemError {
  readonly transient: boolean;
  readonly requestRefused: boolean;

  constructor(problem: Problem, { detail, transient, requestRefused }: Traits = {}) {
    super(problem, { message: detail ? `${problem.code} (${detail})` : problem.code });
    this.name = 'ApiError';
    this.transient = transient ?? false;
    this.requestRefused = requestRefused ?? false;
  }
}
