import * as v from 'valibot';
import type { TokenPayload } from '../../shared/clients/person.ts';
import { ApiError } from './api-error.ts';
import { tokenPayloadDocument } from './card-documents.ts';
import type { Ask } from './connection.ts';

const part = v.pipe(v.string(), v.nonEmpty(), v.maxLength(65_536));

const answerSchema = v.object({
  SiRetrieveSignedTokenPayload: v.object({ base64: part, payload: part, signature: part }),
});

/** Fetches what is added to a JWT so that foreign JWTs are taken as identifiers. Kept by nobody here. */
export async function readTokenPayload(
  ask: Ask,
  userId: string,
  host: string,
  signal?: AbortSignal,
): Promise<TokenPayload> {
  const { data } = await ask(tokenPayloadDocument, { id: userId }, signal);
  const result = v.safeParse(answerSchema, data);
  if (result.success) return result.output.SiRetrieveSignedTokenPayload;
  // Never which field was wrong, nor how: what came is as good as a credential.
  throw new ApiError({ code: 'malformed-response', host }, { detail: 'no token payload' });
}
