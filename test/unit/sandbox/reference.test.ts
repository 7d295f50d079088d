import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSandboxSchema } from '../../sandbox/index.ts';
import reference from '../../sandbox/reference.json' with { type: 'json' };

interface Named {
  readonly name: string;
  readonly type: string;
  readonly description?: string;
}
interface ReferenceType {
  readonly kind: string;
  readonly description?: string;
  readonly fields?: readonly Named[];
  /** Of types whose table of fields was lost: field → the value the example gives. */
  readonly fieldsFromExample?: Readonly<Record<string, string>>;
  readonly members?: readonly string[];
  readonly example?: string;
  /** One per value, in order: its description or null. */
  readonly values?: readonly (string | null)[];
  readonly first?: string;
  readonly named?: readonly string[];
}

const types: Readonly<Record<string, ReferenceType>> = reference.types;
const queries: Readonly<
  Record<string, { description?: string; type: string; args: readonly Named[] }>
> = reference.queries;

/** What the values in the reference's examples stand for. */
const exampleTypes: Readonly<Record<string, string>> = {
  false: 'Boolean',
  '987': 'Int',
  '"abc123"': 'String',
  '"ConnectionLost"': 'LifeSignOfOsSession',
  '"2001:0db8:85a3:0000:0000:8a2e:0370:7334"': 'IP',
  '"Ac_ServiceSupplyExceeded"': 'ErrorIDs',
};

const variants = [{}, { otherNames: true }, { pagingUndiscoverable: true }];

describe.each(variants)('the schema (%j) and the reference', (variant) => {
  const schema = buildSandboxSchema(variant);
  const typeOf = (name: string): GraphQLNamedType => {
    const type = schema.getType(name);
    if (type === undefined) throw new Error(`the schema lacks ${name}`);
    return type;
  };

  it.each(Object.entries(types))('agree on %s', (name, expected) => {
    const type = typeOf(name);
    expect(kindOf(type)).toBe(expected.kind);
    expect(plain(type.description)).toBe(plain(expected.description));
    if (expected.fields) expect(fieldsOf(type)).toEqual(sorted(expected.fields));
  });

  it.each(entriesWith('fieldsFromExample'))(
    'take the fields of %s from its example',
    (name, own) => {
      const type = typeOf(name);
      if (!isObjectType(type)) throw new Error(`${name} is no object`);
      const named = Object.values(type.getFields()).map((field) => {
        expect(isChoice(field.astNode, 'nullability')).toBe(true);
        return [field.name, getNamedType(field.type).name];
      });
      const examples = Object.entries(own.fieldsFromExample ?? {});
      expect(Object.fromEntries(named)).toEqual(
        Object.fromEntries(examples.map(([field, text]) => [field, exampleTypes[text] ?? text])),
      );
    },
  );

  it.each(entriesWith('values'))('agree on the values of %s', (name, { values, first, named }) => {
    const type = typeOf(name);
    if (!isEnumType(type)) throw new Error(`${name} is no enum`);
    const own = type.getValues();
    expect(own.map(({ description }) => description ?? null)).toEqual(values);
    expect(own[0]?.name).toBe(first);
    expect(own.map((value) => value.name)).toEqual(expect.arrayContaining([...(named ?? [])]));
    expect(isChoice(type.astNode, 'value names')).toBe(true);
    for (const { name: value, description } of own) {
      // Two of the lost names survive at the beginning of what is said about them.
      const told = /^([A-Z]\w+): /.exec(description ?? '')?.[1];
      if (told !== undefined) expect(value).toBe(told);
    }
  });

  it.each(Object.entries(types).filter(([, { kind }]) => kind === 'union'))(
    'agree on the members of %s',
    (name, { members, example }) => {
      const type = typeOf(name);
      if (!isUnionType(type)) throw new Error(`${name} is no union`);
      const own = type.getTypes().map((member) => member.name);
      if (members) expect(own.sort()).toEqual([...members].sort());
      else expect(isChoice(type.astNode, 'members')).toBe(true);
      if (example) expect(own).toContain(example);
    },
  );

  it('agree on the queries', () => {
    const own = Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ({
      name: field.name,
      type: String(field.type),
      description: field.description ?? undefined,
      args: sorted(field.args.map((each) => ({ name: each.name, type: String(each.type) }))),
    }));
    const expected = Object.entries(queries).map(([name, { type, description, args }]) => ({
      ...{ name, type, description },
      args: sorted(args),
    }));
    expect(own).toEqual(expected);
    expect(schema.getMutationType()).toBeUndefined();
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  it('mark whatever is in the one and not in the other', () => {
    const unmarked = Object.values(schema.getTypeMap()).filter(
      (type) =>
        !(type.name in types) &&
        !type.name.startsWith('__') &&
        !isSpecifiedScalarType(type) &&
        type !== schema.getQueryType() &&
        !isChoice(type.astNode),
    );
    expect(unmarked).toEqual([]);
    for (const [name, type] of Object.entries(types)) {
      const undocumented = ['object', 'input'].includes(type.kind);
      if (!undocumented || type.fields || type.fieldsFromExample) continue;
      expect(isChoice(typeOf(name).astNode), name).toBe(true);
    }
  });
});

it('counts what the reference is known to hold', () => {
  expect(Object.keys(queries)).toHaveLength(6);
  expect(types['ErrorIDs']?.values).toHaveLength(95);
  expect(types['DeviceType']?.values).toHaveLength(103);
  expect(types['SessionState']?.values).toHaveLength(6);
  expect(Object.keys(types)).toHaveLength(122);
});

function entriesWith(key: keyof ReferenceType): [string, ReferenceType][] {
  return Object.entries(types).filter(([, type]) => type[key] !== undefined);
}

function kindOf(type: GraphQLNamedType): string {
  if (isScalarType(type)) return 'scalar';
  if (isEnumType(type)) return 'enum';
  if (isUnionType(type)) return 'union';
  return isInputObjectType(type) ? 'input' : 'object';
}

function fieldsOf(type: GraphQLNamedType): readonly Named[] {
  if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`${type.name}: no fields`);
  const own: Readonly<Record<string, GraphQLField<unknown, unknown> | GraphQLInputField>> =
    type.getFields();
  const fields = Object.values(own).map((field) => ({
    ...{ name: field.name, type: String(field.type) },
    ...(field.description ? { description: field.description } : {}),
  }));
  return sorted(fields);
}

function sorted<T extends { name: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The reference's text has lost the back quotes around names. */
function plain(description: string | null | undefined): string {
  return (description ?? '').replaceAll('`', '');
}

type Marked = {
  directives?: readonly { name: { value: string }; arguments?: readonly unknown[] }[];
};

function isChoice(node: Marked | null | undefined, part?: string): boolean {
  const mark = node?.directives?.find(({ name }) => name.value === 'sandboxChoice');
  if (mark === undefined) return false;
  return part === undefined || JSON.stringify(mark.arguments).includes(`"${part}"`);
}
