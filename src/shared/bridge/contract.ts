import * as v from 'valibot';
import { billingRulesSchema, roundingRuleSchema } from '../billing/rule.ts';
import { longestNote, sessionDetailsSchema } from '../history/details.ts';
import { historyColumnSchema, historyQuerySchema } from '../history/query.ts';
import { historyLineSchema, historyResultSchema } from '../history/result.ts';
import { savedViewSchema } from '../history/view.ts';
import { languageSchema } from '../language.ts';
import { settingsSchema } from '../settings.ts';
import { accountSchema, syncSchema } from '../state.ts';
import { scopeSchema, todaySchema } from '../today.ts';
import { clientCalls, clientEvents } from './client-calls.ts';
import { exportCalls, exportEvents } from './export-calls.ts';
import type { CallName, EventName } from './names.ts';
import { outcome } from './outcome.ts';

export type { CallName, EventName } from './names.ts';

/** Tokens are opaque; the bound only keeps nonsense out. */
const token = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(16_384));

export const signInSchema = v.object({
  endpoint: v.pipe(v.string(), v.maxLength(2048)),
  integratorToken: token,
  userToken: token,
  ownEmail: v.nullable(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(320))),
  /** `memory` is offered only after the keychain has been found missing. */
  storage: v.picklist(['keychain', 'memory']),
});
export type SignIn = v.InferOutput<typeof signInSchema>;

/** The two tokens that together buy a JWT. They never leave main and the keychain. */
export type Tokens = Pick<SignIn, 'integratorToken' | 'userToken'>;

const nothing = v.optional(v.undefined());

export const appSchema = v.object({
  version: v.string(),
  platform: v.string(),
  /** The language in use, after "system" has been resolved. */
  language: languageSchema,
  /** The endpoint to fill the sign-in form with. */
  endpoint: v.string(),
  /** Whether the embedded sample server is there to try Tagwerk out with. */
  demoAvailable: v.boolean(),
});
export type AppInfo = v.InferOutput<typeof appSchema>;

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sessionId = v.pipe(v.string(), v.maxLength(1000));
const folderId = v.nullable(v.pipe(v.string(), v.maxLength(1000)));
/** No more rows than this are asked for or copied at once. */
export const mostLines = 500;
export const mostCopied = 50_000;

/** Everything the renderer may ask main for: name → request and response. */
export const calls = {
  'app.read': { request: nothing, response: appSchema },
  'app.openLink': { request: v.pipe(v.string(), v.maxLength(8192)), response: v.boolean() },
  /** Puts text onto the clipboard. */
  'app.copyText': { request: v.pipe(v.string(), v.maxLength(1_000_000)), response: v.boolean() },
  /** Prints what the page keeps for paper. @returns whether it went to a printer. */
  'app.print': { request: nothing, response: v.boolean() },
  'settings.read': { request: nothing, response: settingsSchema },
  'settings.change': { request: v.partial(settingsSchema), response: settingsSchema },
  'account.read': { request: nothing, response: accountSchema },
  'account.signIn': { request: signInSchema, response: outcome(accountSchema) },
  'account.tryDemo': { request: nothing, response: outcome(accountSchema) },
  'account.unlock': { request: nothing, response: accountSchema },
  'account.signOut': { request: nothing, response: outcome(accountSchema) },
  'sync.read': { request: nothing, response: syncSchema },
  'sync.now': { request: nothing, response: syncSchema },
  'today.read': { request: v.object({ scope: scopeSchema }), response: outcome(todaySchema) },
  /** Null where a later search overtook it. */
  'history.search': {
    request: historyQuerySchema,
    response: outcome(v.nullable(historyResultSchema)),
  },
  /** Lines of an earlier result, as it was when it was found; null where it is no longer remembered. */
  'history.page': {
    request: v.object({
      result: whole,
      offset: whole,
      count: v.pipe(whole, v.minValue(1), v.maxValue(mostLines)),
    }),
    response: outcome(v.nullable(v.array(historyLineSchema))),
  },
  /** Null where no such session is held. */
  'history.session': { request: sessionId, response: outcome(v.nullable(sessionDetailsSchema)) },
  'history.setNote': {
    request: v.object({ id: sessionId, note: v.pipe(v.string(), v.maxLength(longestNote)) }),
    response: outcome(v.null()),
  },
  /** Puts rows onto the clipboard as a table with a head. @returns how many, at most {@link mostCopied}. */
  'history.copyRows': {
    request: v.object({
      result: whole,
      /** Lines of the result, both inclusive. */
      ranges: v.pipe(v.array(v.object({ first: whole, last: whole })), v.maxLength(1000)),
      columns: v.pipe(v.array(historyColumnSchema), v.nonEmpty(), v.maxLength(50)),
    }),
    response: outcome(v.nullable(v.number())),
  },
  'history.views': { request: nothing, response: outcome(v.array(savedViewSchema)) },
  /** Saves a view in the place of the one called `replaces`, or of one of its own name. */
  'history.saveView': {
    request: v.object({ view: savedViewSchema, replaces: v.nullable(v.string()) }),
    response: outcome(v.array(savedViewSchema)),
  },
  'history.removeView': { request: v.string(), response: outcome(v.array(savedViewSchema)) },
  'history.rules': { request: nothing, response: outcome(billingRulesSchema) },
  /** Sets the rule for one client, or for all (null); a client's null goes back to the rule for all. */
  'history.setRule': {
    request: v.object({ client: folderId, rule: v.nullable(roundingRuleSchema) }),
    response: outcome(billingRulesSchema),
  },
  /** What a rule would make of the sessions of a query: billable time before and after, ms. */
  'history.previewRule': {
    request: v.object({
      query: historyQuerySchema,
      client: folderId,
      rule: v.nullable(roundingRuleSchema),
    }),
    response: outcome(v.object({ beforeMs: v.number(), afterMs: v.number() })),
  },
  ...clientCalls,
  ...exportCalls,
} as const satisfies Record<CallName, { request: v.GenericSchema; response: v.GenericSchema }>;

/** Everything main tells the renderer unasked. */
export const events = {
  'app.changed': appSchema,
  'settings.changed': settingsSchema,
  'account.changed': accountSchema,
  'sync.changed': syncSchema,
  /** Sessions changed on disk: what is shown must be read again. */
  'history.changed': v.object({ at: v.number() }),
  ...clientEvents,
  ...exportEvents,
} as const satisfies Record<EventName, v.GenericSchema>;

export type Request<N extends CallName> = v.InferInput<(typeof calls)[N]['request']>;
export type Received<N extends CallName> = v.InferOutput<(typeof calls)[N]['request']>;
export type Response<N extends CallName> = v.InferOutput<(typeof calls)[N]['response']>;
export type Payload<N extends EventName> = v.InferOutput<(typeof events)[N]>;

/** What preload puts on `window`. */
export interface Bridge {
  /** Rejects only where the request was refused as malformed; expected failures are outcomes. */
  invoke<N extends CallName>(name: N, ...request: RequestArgument<N>): Promise<Response<N>>;
  /** @returns the way to stop listening. */
  on<N extends EventName>(name: N, listener: (payload: Payload<N>) => void): () => void;
}

export type RequestArgument<N extends CallName> =
  undefined extends Request<N> ? [] : [request: Request<N>];
