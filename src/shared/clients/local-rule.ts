import * as v from 'valibot';
import { clientKeySchema } from './client.ts';
import { isPattern } from './pattern.ts';

export const longestPattern = 200;
export const mostLocalRules = 500;

/** A client that a rule gives to sessions. A null key is one that no server knows, named by its name. */
export const ruleClientSchema = v.object({
  key: v.nullable(v.pipe(clientKeySchema, v.nonEmpty())),
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)),
  number: v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))),
});
export type RuleClient = v.InferOutput<typeof ruleClientSchema>;

/**
 * Gives sessions that name no client one, on this machine alone. `pattern` is compared with the computer's
 * names or with the session's: `*` is any text, `?` one character, `#` a number. Where `client` is null, it is
 * the one whose client number stands at `#`.
 */
export const localRuleSchema = v.pipe(
  v.object({
    field: v.picklist(['computer', 'session']),
    pattern: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(),
      v.maxLength(longestPattern),
      v.check(isPattern, 'matches everything'),
    ),
    client: v.nullable(ruleClientSchema),
  }),
  v.check(
    ({ pattern, client }) => client !== null || pattern.split('#').length === 2,
    'names no client',
  ),
);
export type LocalRule = v.InferOutput<typeof localRuleSchema>;

/** The first that fits a session decides. */
export const localRulesSchema = v.pipe(v.array(localRuleSchema), v.maxLength(mostLocalRules));

/** What rules would do to the sessions that name no client. */
export const localPreviewSchema = v.object({
  /** Sessions that name no client. */
  sessions: v.number(),
  /** Those that the rules give one. */
  assigned: v.number(),
  /** For each rule: how many sessions it decides, their measured time (ms), and some of them, the latest first. */
  rules: v.array(
    v.object({
      sessions: v.number(),
      measuredMs: v.number(),
      examples: v.array(
        v.object({
          session: v.string(),
          computer: v.nullable(v.string()),
          client: v.string(),
          /** UTC ms. */
          startedAt: v.number(),
        }),
      ),
    }),
  ),
});
export type LocalPreview = v.InferOutput<typeof localPreviewSchema>;
