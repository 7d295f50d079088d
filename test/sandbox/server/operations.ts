import { Kind, parse, type OperationDefinitionNode } from 'graphql';

/** What can be read off a GraphQL request without answering it. */
export interface Asked {
  /** The queries asked, `introspection` for the schema's own; empty where it cannot be parsed. */
  readonly operations: readonly string[];
  readonly needsJwt: boolean;
}

/** Queries that are answered without a JWT; introspection is (the sandbox's own choice). */
const open = new Set(['SiRetrieveSignedJwt', 'introspection', '__typename']);

/** @param body of a POST, as it came. */
export function askedIn(body: string): Asked {
  const operations = operationsIn(body);
  return { operations, needsJwt: operations.some((operation) => !open.has(operation)) };
}

function operationsIn(body: string): readonly string[] {
  try {
    const { query, operationName } = JSON.parse(body) as Record<string, unknown>;
    if (typeof query !== 'string') return [];
    const definitions = parse(query).definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const named = definitions.find(({ name }) => name?.value === operationName);
    return rootFields(named ?? definitions[0]);
  } catch {
    return [];
  }
}

function rootFields(operation: OperationDefinitionNode | undefined): readonly string[] {
  const names = (operation?.selectionSet.selections ?? []).flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) return [];
    const name = selection.name.value;
    return name === '__schema' || name === '__type' ? 'introspection' : name;
  });
  return [...new Set(names)];
}
