import * as v from 'valibot';
import type { Tokens } from '../../shared/bridge/contract.ts';
import { ApiError } from './api-error.ts';
import type { Ask } from './connection.ts';
import { signedJwtDocument } from './documents.ts';
import type { SignedJwt } from './jwt.ts';

/** Visible ASCII alone can stand in a header; the bound keeps nonsense out. */
const tokenSchema = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,16384}$/));

const answerSchema = v.object({
  SiRetrieveSignedJwt: v.object({
    token: tokenSchema,
    customerUuid: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000)),
  }),
});

/**
 * Buys a JWT with the two tokens.
 *
 * @returns rejects with `tokens-rejected` where the server refuses to sell, whatever it calls the
 * reason, unless it only asks for patience.
 */
export async function buyJwt(ask: Ask, tokens: Tokens, host: string): Promise<SignedJwt> {
  const { integratorToken, userToken } = tokens;
  const variables = { integratorApiToken: integratorToken, userApiToken: userToken };
  const { data } = await ask(signedJwtDocument, variables).catch(asTokensRejected);
  const result = v.safeParse(answerSchema, data);
  if (result.success) return result.output.SiRetrieveSignedJwt;
  throw new ApiError({ code: 'malformed-response', host }, { detail: 'no JWT in the answer' });
}

function asTokensRejected(error: unknown): never {
  if (error instanceof ApiError && saysNo(error)) {
    throw new ApiError({ ...error.problem, code: 'tokens-rejected' }, { detail: error.message });
  }
  throw error;
}

function saysNo({ problem: { code, errorId }, requestRefused }: ApiError): boolean {
  if (code === 'jwt-rejected') return true;
  // GraphQL refusing the whole request is most likely another API than pcvisit's, unless it is
  // the tokens that do not even look like tokens.
  return code === 'refused' && (!requestRefused || errorId === 'BAD_USER_INPUT');
}
