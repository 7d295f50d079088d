import * as v from 'valibot';
import { saysAbsent } from './absence.ts';
import { readAddress } from './address.ts';
import { ApiError } from './api-error.ts';
import { imprintDocument } from './card-documents.ts';
import type { Ask } from './connection.ts';
import type { Discovery } from './discovery.ts';
import { id, maybeLine, maybeUrl } from './lines.ts';
import type { Field } from './selection.ts';
import type { FoundImprint } from './types.ts';

export interface ImprintsDeps {
  readonly discovery: Pick<Discovery, 'known'>;
  readonly ask: Ask;
  readonly host: string;
}

const imprintSchema = v.object({
  CaRetrievePublicCompanyData: v.nullable(
    v.object({
      companyName: maybeLine(500),
      companyId: maybeLine(200),
      customerUuid: id,
      email: maybeLine(320),
      phone: maybeLine(100),
      vatId: maybeLine(100),
      picture: maybeUrl,
      isPictureFallback: v.nullish(v.boolean(), false),
      address: v.optional(v.unknown()),
    }),
  ),
});

/**
 * Looks imprints up by company id or customer uuid.
 *
 * @returns null where the server has none; rejects with an {@link ApiError} where it does not say.
 */
export function createImprints({ discovery, ask, host }: ImprintsDeps) {
  let addressRefused = false;

  async function read(
    companyId: string,
    address: readonly Field[] | null,
    signal?: AbortSignal,
  ): Promise<FoundImprint | null> {
    const { data } = await ask(imprintDocument(address), { id: companyId }, signal);
    const result = v.safeParse(imprintSchema, data, { abortEarly: true });
    if (!result.success) {
      const detail = v.getDotPath(result.issues[0]) ?? 'data';
      throw new ApiError({ code: 'malformed-response', host }, { detail });
    }
    const found = result.output.CaRetrievePublicCompanyData;
    if (found === null) return null;
    const { picture, isPictureFallback, ...rest } = found;
    return {
      imprint: {
        ...rest,
        companyName: rest.companyName ?? '',
        address: address && readAddress(rest.address, address),
      },
      picture: isPictureFallback ? null : picture,
    };
  }

  async function readWithAddress(
    companyId: string,
    signal?: AbortSignal,
  ): Promise<FoundImprint | null> {
    const address = addressRefused ? null : ((await discovery.known())?.address ?? null);
    try {
      return await read(companyId, address, signal);
    } catch (error) {
      const mayBeTheAddress = address && error instanceof ApiError && error.requestRefused;
      if (!mayBeTheAddress) throw error;
      const plain = await read(companyId, null, signal);
      // It took the same id without it: what the server told of its addresses is not to be had.
      addressRefused = true;
      return plain;
    }
  }

  return async (companyId: string, signal?: AbortSignal): Promise<FoundImprint | null> => {
    try {
      return await readWithAddress(companyId, signal);
    } catch (error) {
      if (saysAbsent(error)) return null;
      throw error;
    }
  };
}
