import * as v from 'valibot';
import { discoveredSchema, type Discovered } from './discovered.ts';
import { openEnums } from './documents.ts';
import { understandPagination, type InputField } from './pagination.ts';
import type { Field } from './selection.ts';

interface TypeRef {
  readonly kind: string;
  readonly name?: string | null;
  readonly fields?: readonly RawField[] | null;
  readonly ofType?: TypeRef | null;
}

interface RawField {
  readonly name: string;
  readonly args?: readonly { defaultValue?: string | null; type: { kind: string } }[] | null;
  readonly type: TypeRef;
}

const argSchema = v.object({
  defaultValue: v.nullish(v.string()),
  type: v.object({ kind: v.string() }),
});

const typeRefSchema: v.GenericSchema<TypeRef> = v.object({
  kind: v.string(),
  name: v.nullish(v.string()),
  fields: v.nullish(v.array(v.lazy(() => fieldSchema))),
  ofType: v.nullish(v.lazy(() => typeRefSchema)),
});

const fieldSchema: v.GenericSchema<RawField> = v.object({
  name: v.string(),
  args: v.nullish(v.array(argSchema)),
  type: typeRefSchema,
});

const inputFieldSchema = v.object({
  name: v.string(),
  defaultValue: v.nullish(v.string()),
  type: typeRefSchema,
});

const answerSchema = v.looseObject({
  pagination: v.nullish(v.object({ inputFields: v.nullish(v.array(inputFieldSchema)) })),
  participant: v.nullish(v.object({ fields: v.nullish(v.array(fieldSchema)) })),
  address: v.nullish(v.object({ fields: v.nullish(v.array(fieldSchema)) })),
});

const enumSchema = v.object({ enumValues: v.array(v.object({ name: v.string() })) });

/** Types that are none of this program's business, whatever a participant has to do with them. */
const unwanted = /password|salt|secret|jwt|token|^mac$/i;

/**
 * Reads the answer to the discovery document. A type the server does not know, or not in a form
 * that is understood, is simply not used.
 *
 * @returns null where it is no introspection at all.
 */
export function readIntrospection(data: unknown): Discovered | null {
  const answer = v.safeParse(answerSchema, data);
  if (!answer.success) return null;
  const { pagination, participant, address } = answer.output;
  const found = {
    participant: fieldsOf(participant?.fields),
    address: fieldsOf(address?.fields),
    paging: understandPagination((pagination?.inputFields ?? []).map(toInputField)),
    enums: Object.fromEntries(
      openEnums.flatMap((name) => {
        const values = v.safeParse(enumSchema, answer.output[name]);
        return values.success ? [[name, values.output.enumValues.map((value) => value.name)]] : [];
      }),
    ),
  };
  // The names must be fit to stand in a document.
  const checked = v.safeParse(discoveredSchema, found);
  return checked.success ? checked.output : null;
}

/** Null where there is none that can be asked for. */
function fieldsOf(raw: readonly RawField[] | null | undefined): readonly Field[] | null {
  const fields = selectable(raw ?? [])
    .map(withLeaves)
    .filter(isField);
  return fields.length > 0 ? fields : null;
}

/** Fields that can be asked for without knowing what to pass them. */
function selectable(fields: readonly RawField[]): readonly RawField[] {
  return fields.filter(
    ({ name, args }) =>
      !name.startsWith('__') &&
      !(args ?? []).some(
        (arg) => arg.type.kind === 'NON_NULL' && (arg.defaultValue ?? null) === null,
      ),
  );
}

/** A leaf as it is, an object with its leaves, null for everything else. */
function withLeaves(field: RawField): Field | null {
  const leaf = asLeaf(field);
  if (leaf) return leaf;
  const { named, list } = unwrap(field.type);
  if (!named.name || !['OBJECT', 'INTERFACE'].includes(named.kind)) return null;
  const fields = selectable(named.fields ?? [])
    .map(asLeaf)
    .filter(isField);
  return fields.length > 0 ? { name: field.name, type: named.name, list, fields } : null;
}

function asLeaf({ name, type }: RawField): Field | null {
  const { named, list } = unwrap(type);
  if (!named.name || unwanted.test(named.name)) return null;
  return ['SCALAR', 'ENUM'].includes(named.kind) ? { name, type: named.name, list } : null;
}

function isField(field: Field | null): field is Field {
  return field !== null;
}

function toInputField({
  name,
  type,
  defaultValue,
}: v.InferOutput<typeof inputFieldSchema>): InputField {
  const { named, list } = unwrap(type);
  const required = type.kind === 'NON_NULL' && (defaultValue ?? null) === null;
  return { name, type: named.name ?? '', list, required };
}

/** Takes lists and non-nulls off a type. */
function unwrap(type: TypeRef): { named: TypeRef; list: boolean } {
  let named = type;
  let list = false;
  while (named.ofType) {
    list ||= named.kind === 'LIST';
    named = named.ofType;
  }
  return { named, list };
}
