import { Kind, parse } from 'graphql';
import { errors } from './errors.ts';

/** Every value of `ErrorIDs`. */
export const errorIds: readonly string[] = parse(errors).definitions.flatMap((definition) =>
  definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'ErrorIDs'
    ? (definition.values ?? []).map(({ name }) => name.value)
    : [],
);
