import { compileExpression } from 'filtrex';
import type { RawSession } from '../types.ts';

type SelectionErrorId = 'FilterInvalid' | 'SortPathInvalid';

/** A filter that is no expression, or a path that leads nowhere; `errorId` is one of `ErrorIDs`. */
export class SelectionError extends Error {
  readonly errorId: SelectionErrorId;

  constructor(errorId: SelectionErrorId, message: string) {
    super(message);
    this.errorId = errorId;
  }
}

/** Says whether a session stays; throws a {@link SelectionError} where that cannot be told. */
export type Predicate = (session: RawSession) => boolean;

/**
 * Compiles a filtrex expression over the fields of a session, as paths (`clientCompany.clientId`).
 * Where the reference is silent, the sandbox's own choice: what is absent equals nothing and fits no
 * comparison, and a path through a list (`participants.email`) fits where any of its members does.
 */
export function compileFilter(input: string): Predicate {
  const missing = { met: false };
  const evaluate = compile(input, missing);
  return (session) => {
    missing.met = false;
    const answer: unknown = evaluate(session);
    if (typeof answer === 'boolean') return answer;
    if (answer instanceof SelectionError) throw answer;
    // Text or a number compared with something absent: filtrex hands back its complaint.
    if (missing.met) return false;
    const reason = answer instanceof Error ? answer.message : 'it is neither true nor false';
    throw new SelectionError('FilterInvalid', reason);
  };
}

function compile(input: string, missing: { met: boolean }): (session: RawSession) => unknown {
  const customProp = (name: string, _get: unknown, object: unknown): unknown => {
    const found = follow(object, name.split('.'), 'FilterInvalid');
    if (found === null || found === undefined) missing.met = true;
    return found;
  };
  try {
    return compileExpression(input, {
      customProp,
      operators: {
        '==': (a: unknown, b: unknown) => any(a, (value) => value === b),
        '!=': (a: unknown, b: unknown) => !any(a, (value) => value === b),
        '~=': (a: unknown, b: unknown) => any(a, (value) => matches(value, b)),
      },
    });
  } catch (error) {
    throw new SelectionError('FilterInvalid', String(error));
  }
}

function any(value: unknown, fits: (value: unknown) => boolean): boolean {
  return Array.isArray(value) ? value.some(fits) : fits(value);
}

function matches(value: unknown, pattern: unknown): boolean {
  if (typeof pattern !== 'string') {
    throw new SelectionError('FilterInvalid', '~= wants a text on its right');
  }
  return typeof value === 'string' && new RegExp(pattern).test(value);
}

/**
 * What a path leads to; null where this session lacks it, a list where it leads through one.
 *
 * @throws SelectionError with the given id where no session has such a thing.
 */
export function follow(
  value: unknown,
  path: readonly string[],
  errorId: SelectionErrorId,
): unknown {
  const [head, ...rest] = path;
  if (head === undefined || value === null) return value;
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) => follow(each, path, errorId) ?? []);
  }
  if (typeof value !== 'object' || !Object.hasOwn(value, head)) {
    throw new SelectionError(errorId, `there is no ${head}`);
  }
  return follow((value as Record<string, unknown>)[head], rest, errorId);
}
