import { isObjectType } from 'graphql';
import { onTestFinished } from 'vitest';
import {
  buildSandboxSchema,
  startSandbox,
  type Sandbox,
  type SandboxOptions,
} from '../../sandbox/index.ts';

/** A Monday in November, 14:30 in Berlin. */
export const monday = Date.parse('2026-11-23T13:30:00Z');

export interface Failed {
  readonly __typename: 'Failure';
  readonly error: string;
  readonly comment_for_user: string | null;
  readonly comment_for_dev: string | null;
}

interface Errors {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}

/** Starts a sandbox for one test and ends it afterwards. */
export async function serve(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ sessions: 60, zone: 'Europe/Berlin', ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export function post(
  sandbox: Pick<Sandbox, 'url'>,
  query: string,
  variables: object = {},
  jwt?: string,
): Promise<Response> {
  return fetch(sandbox.url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      ...(jwt === undefined ? {} : { authorization: `Bearer ${jwt}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
}

/** Asks one query and gives its result. Throws what GraphQL complains about. */
export async function ask<T>(
  sandbox: Pick<Sandbox, 'url'>,
  query: string,
  variables: object = {},
  jwt?: string,
): Promise<T | Failed> {
  const response = await post(sandbox, query, variables, jwt);
  const answer = (await response.json()) as {
    data?: Record<string, T | Failed> | null;
    errors?: Errors[];
  };
  if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('; '));
  const [result] = Object.values(answer.data ?? {});
  if (result === undefined) throw new Error('no data');
  return result;
}

/** The same, where a failure would be a surprise. */
export async function get<T>(...request: Parameters<typeof ask>): Promise<T> {
  const result = await ask<T>(...request);
  if (isFailed(result)) throw new Error(`${result.error}: ${result.comment_for_dev ?? ''}`);
  return result;
}

export function isFailed(result: unknown): result is Failed {
  return (result as Failed | null)?.__typename === 'Failure';
}

export const failed = '... on Failure { __typename error comment_for_user comment_for_dev }';

export const jwtQuery = `query ($i: IntegratorApiToken!, $u: UserApiToken!) {
  SiRetrieveSignedJwt(integratorApiToken: $i, userApiToken: $u) {
    ${failed} ... on SignedJwtWasRetrieved { customerUuid token }
  }
}`;

export async function signIn(sandbox: Sandbox): Promise<string> {
  const { integratorToken: i, userToken: u } = sandbox.tokens;
  const { token } = await get<{ token: string }>(sandbox, jwtQuery, { i, u });
  return token;
}

/** A document for the history that asks for every field there is. */
export const historyQuery = historyWith({});

export function historyWith({ otherNames }: { otherNames?: boolean }): string {
  return `query (
    $company: CustomerUuid!, $filter: Filter, $pagination: Pagination, $search: Search, $sort: [Sort!],
    $timeFrame: TimeFrame
  ) {
    AcQuerySessionsHistory(
      company: $company, filter: $filter, pagination: $pagination, search: $search, sort: $sort,
      timeFrame: $timeFrame
    ) {
      ${failed}
      ... on SessionProtocolEdge {
        __typename batchLoadingIsStillActive reportingActiveSince totalCount
        nodes { cursor index value {${allFields('SessionProtocol', otherNames)}} }
      }
    }
  }`;
}

/** Every field of an object type and of the objects in it, read from the schema. */
function allFields(name: string, otherNames = false): string {
  const schema = buildSandboxSchema({ otherNames });
  const selectionOf = (typeName: string): string => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields()).map((field) => {
      const inner = selectionOf(String(field.type).replaceAll(/[[\]!]/g, ''));
      return inner === '' ? field.name : `${field.name} {${inner}}`;
    });
    return fields.join(' ');
  };
  return selectionOf(name);
}

export interface Edge<S> {
  readonly batchLoadingIsStillActive: boolean;
  readonly reportingActiveSince: number;
  readonly totalCount: number;
  readonly nodes: readonly { cursor: string; index: number; value: S }[];
}
