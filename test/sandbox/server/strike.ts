import { isDamaged, damageSessions } from '../faults/malformed.ts';
import type { FaultKind, Faults } from '../faults/faults.ts';
import type { Answer } from './engine.ts';
import { retryAfter } from './failure.ts';

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html; charset=utf-8' };

/** The page a single sign-on or a hotel's network would put in the way. */
export const loginPage =
  '<!doctype html><html lang="de"><title>Anmelden</title><form><input name="user"></form></html>';

/** What a fault answers in place of the server, or null where it only spoils the server's answer. */
export function replacement(kind: FaultKind, faults: Faults, now: number): Answer | null {
  switch (kind) {
    case 'http-429': {
      const headers = { ...json, 'retry-after': retryAfter(faults, now) };
      return { status: 429, headers, body: '{"errors":[{"message":"Too Many Requests"}]}' };
    }
    case 'http-500':
      return { status: 500, headers: html, body: '<h1>Internal Server Error</h1>' };
    case 'http-502':
      return { status: 502, headers: html, body: '<h1>Bad Gateway</h1>' };
    case 'login-page':
      return { status: 200, headers: html, body: loginPage };
    case 'redirect':
      return { status: 302, headers: { ...html, location: '/login' }, body: '' };
    case 'not-graphql':
      return { status: 200, headers: json, body: '{"status":"ok","version":"1.0.0"}' };
    case 'graphql-errors':
      return {
        status: 200,
        headers: json,
        body: '{"data":null,"errors":[{"message":"Unexpected error.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}',
      };
    case 'failure':
    case 'time-out':
    case 'try-again-later':
    case 'cut':
    case 'malformed':
    case 'truncated':
      return null;
  }
}

/** A body spoilt as the fault has it; `cut` is left to whoever sends it. */
export function spoilt(body: string, kind: FaultKind | undefined): string {
  if (kind === 'malformed') return `${body.slice(0, -1)},"data":{nodes:[undefined]}}`;
  if (kind === 'truncated') return body.slice(0, Math.floor(body.length / 2));
  return body;
}

/** The answer with every so-manieth session made unreadable. */
export function damaged(
  answer: Answer,
  shown: ReadonlyMap<string, readonly number[]>,
  every: number | null,
): Answer {
  const befallen = [...shown.values()].some((indexes) =>
    indexes.some((index) => isDamaged(index, every)),
  );
  if (every === null || !befallen) return answer;
  return { ...answer, body: damageSessions(answer.body, shown, every) };
}

/** How a JWT is refused outside GraphQL's own answers. */
export function unauthorised(form: 'http-401' | 'graphql-errors', reason: string): Answer {
  const body = JSON.stringify({
    errors: [{ message: reason, extensions: { code: 'UNAUTHENTICATED' } }],
  });
  if (form === 'graphql-errors') return { status: 200, headers: json, body };
  return { status: 401, headers: { ...json, 'www-authenticate': 'Bearer' }, body };
}
