import * as v from 'valibot';
import type { Capabilities } from './types.ts';

/** Names go into documents: nothing but a GraphQL name may pass, wherever it came from. */
const name = v.pipe(v.string(), v.maxLength(200), v.regex(/^(?!__)[A-Za-z_]\w*$/));

const leafSchema = v.object({ name, type: name, list: v.boolean() });

const fieldSchema = v.object({
  ...leafSchema.entries,
  fields: v.optional(v.pipe(v.array(leafSchema), v.nonEmpty(), v.maxLength(200))),
});

const fieldsSchema = v.nullable(v.pipe(v.array(fieldSchema), v.nonEmpty(), v.maxLength(200)));

/** What was learnt about an endpoint's undocumented types. */
export const discoveredSchema = v.object({
  participant: fieldsSchema,
  address: fieldsSchema,
  paging: v.nullable(
    v.object({ cursor: name, cursorRequired: v.boolean(), size: v.nullable(name) }),
  ),
  enums: v.record(name, v.pipe(v.array(name), v.maxLength(1_000))),
});
export type Discovered = v.InferOutput<typeof discoveredSchema>;

/**
 * What lies in the cache: the answer and when it was given, UTC ms. Null where introspection was
 * refused, or where the server did not take the documents built from what it told.
 */
export const cachedSchema = v.object({
  version: v.literal(3),
  at: v.number(),
  found: v.nullable(discoveredSchema),
});
export type Cached = v.InferOutput<typeof cachedSchema>;

export function capabilitiesOf(found: Discovered | null): Capabilities {
  return {
    introspection: found !== null,
    paging: Boolean(found?.paging),
    participants: Boolean(found?.participant),
    address: Boolean(found?.address),
    enums: found?.enums ?? {},
  };
}
