import { ApiError } from './api-error.ts';

/**
 * The ids are an open set of 95, of which the reference names none for what is not there. One that says so in
 * words is an answer; everything else that is refused stays a failure.
 */
const absentWords =
  /not_?found|no_?such|not_?exist|unknown_?(?:company|customer|user|mail|e_?mail|id|account)|(?:company|customer|user|mail|account)_?unknown/i;

/** Whether the server said that there is nothing of what was asked for. */
export function saysAbsent(error: unknown): error is ApiError {
  return isRefusal(error) && absentWords.test(error.problem.errorId ?? '');
}

/** Whether the server said that it is a team's account, which is not given away. */
export function saysTeamAccount(error: unknown): error is ApiError {
  return isRefusal(error) && /team/i.test(error.problem.errorId ?? '');
}

/** Whether a Failure said no, rather than GraphQL to the request as such. */
function isRefusal(error: unknown): error is ApiError {
  return error instanceof ApiError && error.problem.code === 'refused' && !error.requestRefused;
}
