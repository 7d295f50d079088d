import {
  execute,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { buildSandboxSchema } from '../schema/build.ts';
import { buildResolvers } from './resolvers.ts';
import type { Visit, World } from './world.ts';

/** An answer of which not a byte has been sent yet. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Engine = (
  body: string,
  headers: Readonly<Record<string, string>>,
  visit: Visit,
) => Promise<Answer>;

/** Answers GraphQL requests by the schema that the faults in force call for. */
export function buildEngine(world: World): Engine {
  const resolvers = buildResolvers(world);
  const variants = new Map<string, ReturnType<typeof variantOf>>();
  return async (body, headers, visit) => {
    const { otherNames, pagingUndiscoverable, introspectionOff } = world.faults.current;
    const key = [otherNames, pagingUndiscoverable, introspectionOff].join();
    const yoga = variants.get(key) ?? variantOf(world, resolvers);
    variants.set(key, yoga);
    const url = `${world.origin()}/graphql`;
    const response = await yoga.fetch(url, { method: 'POST', headers, body }, { visit });
    const type = response.headers.get('content-type') ?? 'application/json';
    return {
      status: response.status,
      headers: { 'content-type': type },
      body: await response.text(),
    };
  };
}

function variantOf(world: World, resolvers: ReturnType<typeof buildResolvers>) {
  const { otherNames, pagingUndiscoverable, introspectionOff } = world.faults.current;
  const schema = buildSandboxSchema({
    otherNames,
    pagingUndiscoverable,
    numbersAsStrings: () => world.faults.current.numbersAsStrings,
  });
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolver] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field === undefined) throw new Error(`the schema lacks the query ${name}`);
    field.resolve = (root, args, context: { visit: Visit }, info) =>
      (resolver as (...all: unknown[]) => unknown)(root, args, context.visit, info);
  }
  return createYoga<{ visit: Visit }>({
    schema,
    plugins: [oneGraphql(introspectionOff)],
    graphiql: false,
    landingPage: false,
    logging: false,
    // There is nothing to hide here, and whoever tests wants to know.
    maskedErrors: false,
    cors: false,
    multipart: false,
  });
}

/**
 * A bundler may resolve `graphql` to another file here than Node does for yoga, and graphql-js takes
 * schemas and rules from one copy of itself only: yoga is given ours.
 */
function oneGraphql(introspectionOff: boolean): Plugin {
  const rules = [...specifiedRules, ...(introspectionOff ? [NoSchemaIntrospectionCustomRule] : [])];
  return {
    onParse: ({ setParseFn }) => setParseFn(parse),
    onValidate: ({ setValidationFn }) =>
      setValidationFn((schema: GraphQLSchema, document: DocumentNode) =>
        validate(schema, document, rules),
      ),
    onExecute: ({ setExecuteFn }) => setExecuteFn(execute),
  };
}
