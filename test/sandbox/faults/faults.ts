import * as v from 'valibot';
import { errorIds } from '../schema/error-ids.ts';
import { cardSpells } from './hostile-cards.ts';

/** What can go wrong with a single request. */
export const faultKinds = [
  'failure',
  'time-out',
  'try-again-later',
  'http-429',
  'http-500',
  'http-502',
  'cut',
  'malformed',
  'truncated',
  'login-page',
  'redirect',
  'not-graphql',
  'graphql-errors',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The kinds that `rotating` takes in turn: those a client gets over by asking again. */
export const passingKinds = [
  'try-again-later',
  'http-429',
  'http-500',
  'cut',
  'malformed',
  'time-out',
  'http-502',
  'truncated',
  'graphql-errors',
] as const satisfies readonly FaultKind[];

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const kind = v.picklist(faultKinds);

const injectionSchema = v.strictObject({
  kind,
  /** The query it befalls (`AcQuerySessionsHistory`, `introspection`, `download`, …); absent: any. */
  operation: v.optional(v.string()),
  /** How often; absent: always. */
  times: v.optional(count),
  /** For `failure`: one of `ErrorIDs`. */
  error: v.optional(v.picklist(errorIds)),
  commentForUser: v.optional(v.string()),
  commentForDev: v.optional(v.string()),
});
export type Injection = v.InferOutput<typeof injectionSchema>;

export const faultsSchema = v.strictObject({
  /** The first that fits a request befalls it. */
  inject: v.array(injectionSchema),
  /** Each n-th request fails: always so, by turns of a list, or by turns of all that pass. */
  everyNth: v.nullable(
    v.strictObject({ n: count, kind: v.union([kind, v.array(kind), v.literal('rotating')]) }),
  ),
  /** What `time-out`, `try-again-later` and `http-429` ask for. */
  retryAfter: v.strictObject({
    seconds: v.pipe(v.number(), v.minValue(0)),
    form: v.picklist(['seconds', 'date']),
  }),
  /** Delay of every answer, ms. */
  slowMs: v.pipe(v.number(), v.minValue(0)),
  /** The first so many history answers lack a share of the rows and say that more is coming. */
  halfLoaded: v.nullable(
    v.strictObject({
      requests: count,
      withheld: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    }),
  ),
  introspectionOff: v.boolean(),
  /** `Pagination` takes page numbers and no cursor. */
  pagingUndiscoverable: v.boolean(),
  /** No answer holds more nodes than this. */
  pageCap: v.nullable(count),
  numbersAsStrings: v.boolean(),
  /** The undocumented types have other field names. */
  otherNames: v.boolean(),
  /** Every so-manieth session cannot be read: no id, text for a time, no name, and so on. */
  malformedSessions: v.nullable(count),
  /** Every so-manieth session holds hostile text or absurd times. */
  hostileTexts: v.nullable(count),
  /** Imprints and people with hostile texts, or with a picture that is none. */
  hostileCards: v.nullable(v.picklist(cardSpells)),
  /** How far the server's clock is off, ms: in JWTs and the Date header. */
  clockSkewMs: v.pipe(v.number(), v.integer()),
  jwtLifetimeMs: v.pipe(v.number(), v.minValue(1000)),
  /** `SiRetrieveSignedJwt` refuses the right tokens. */
  tokensRevoked: v.boolean(),
  /** Good JWTs are rejected: the next one only, or all. */
  jwtRejected: v.picklist(['never', 'once', 'always']),
  /** How any rejection of a JWT looks. */
  jwtRejection: v.picklist(['failure', 'http-401', 'graphql-errors']),
  /** Whether a download link wants the JWT. */
  exportNeedsJwt: v.boolean(),
});

/** Everything that can be wrong with this server, switchable while it runs. */
export type Faults = v.InferOutput<typeof faultsSchema>;

export const noFaults: Faults = {
  inject: [],
  everyNth: null,
  retryAfter: { seconds: 1, form: 'seconds' },
  slowMs: 0,
  halfLoaded: null,
  introspectionOff: false,
  pagingUndiscoverable: false,
  pageCap: null,
  numbersAsStrings: false,
  otherNames: false,
  malformedSessions: null,
  hostileTexts: null,
  hostileCards: null,
  clockSkewMs: 0,
  jwtLifetimeMs: 60 * 60_000,
  tokensRevoked: false,
  jwtRejected: 'never',
  jwtRejection: 'failure',
  exportNeedsJwt: false,
};

const changeSchema = v.partial(faultsSchema);

/**
 * Reads a change of the faults that came from outside.
 *
 * @throws Error that says in one line what is wrong with it.
 */
export function parseFaults(input: unknown): Partial<Faults> {
  const result = v.safeParse(changeSchema, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'faults'}: ${issue.message}`);
}
