import type { GraphQLScalarType } from 'graphql';
import {
  buildSchema,
  GraphQLError,
  isScalarType,
  isSpecifiedScalarType,
  valueFromASTUntyped,
  type GraphQLSchema,
} from 'graphql';
import { computers } from './computers.ts';
import { devices } from './devices.ts';
import { errors } from './errors.ts';
import { people } from './people.ts';
import { queries } from './queries.ts';
import { remoteAccess } from './remote-access.ts';
import { scalars } from './scalars.ts';
import { sessions } from './sessions.ts';
import { undocumented, type SchemaNames } from './undocumented.ts';

export type { SchemaNames } from './undocumented.ts';

const documented = [scalars, queries, sessions, people, computers, remoteAccess, devices, errors];

/** Scalars that hold numbers; every other one of the reference's own holds text. */
const numeric = new Set(['UnixTimeMs', 'DurationMs', 'Port']);

export interface SchemaOptions extends SchemaNames {
  /** Whether the numeric custom scalars are written as text at the moment of asking. */
  readonly numbersAsStrings?: () => boolean;
}

/**
 * The documented schema as graphql-js knows it: for validating documents, and, once resolvers are
 * put in, for answering them.
 */
export function buildSandboxSchema(options: SchemaOptions = {}): GraphQLSchema {
  const schema = buildSchema([...documented, undocumented(options)].join('\n'));
  const asStrings = options.numbersAsStrings ?? (() => false);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isScalarType(type) || isSpecifiedScalarType(type)) continue;
    if (numeric.has(type.name)) teachNumbers(type, asStrings);
    else teachText(type);
  }
  return schema;
}

/** Accepts whole numbers and their decimal text; writes whichever is switched on. */
function teachNumbers(type: GraphQLScalarType, asStrings: () => boolean): void {
  const read = (value: unknown): number => {
    const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
    throw new GraphQLError(`${type.name} cannot be read from this value`);
  };
  teach(type, read, (value) => (asStrings() ? String(value) : value));
}

function teachText(type: GraphQLScalarType): void {
  const read = (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${type.name} cannot be read from this value`);
  };
  teach(type, read, (value) => value);
}

function teach(
  type: GraphQLScalarType,
  read: (value: unknown) => unknown,
  write: (value: unknown) => unknown,
): void {
  type.coerceInputValue = read;
  type.parseValue = read;
  type.coerceInputLiteral = (node) => read(valueFromASTUntyped(node));
  type.parseLiteral = (node, variables) => read(valueFromASTUntyped(node, variables));
  type.coerceOutputValue = write;
  type.serialize = write;
}
