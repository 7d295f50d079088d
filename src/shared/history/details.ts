import * as v from 'valibot';
import { roundingRuleSchema } from '../billing/rule.ts';
import { exportMarks } from '../exports/mark.ts';
import { sessionExportSchema } from '../exports/session-export.ts';

const text = v.nullable(v.string());

export const participantSchema = v.object({
  name: text,
  email: text,
  /** Whether they work for the session's own company. */
  technician: v.boolean(),
  /** Everything discovered that the server gave, under its names; nested values as JSON. */
  fields: v.array(v.object({ name: v.string(), value: v.string() })),
});

/** A field that the server changed after we had seen it with another value. */
export const fieldChangeSchema = v.object({
  /** UTC ms at which we noticed. */
  noticedAt: v.number(),
  /** Dotted name of a field of the session: `state`, `customDurationMs`, `client.name`. */
  field: v.string(),
  /** Numbers are durations or instants in ms, as the field is. */
  before: v.nullable(v.union([v.string(), v.number()])),
  after: v.nullable(v.union([v.string(), v.number()])),
});
export type FieldChange = v.InferOutput<typeof fieldChangeSchema>;

export const longestNote = 20_000;

/** Everything known of one session. Times UTC ms, durations ms. */
export const sessionDetailsSchema = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  state: v.string(),
  invoiceState: v.string(),
  companyUuid: v.string(),
  client: v.nullable(
    v.object({
      name: v.string(),
      number: text,
      folderId: v.string(),
      /** A rule on this machine gave it to the session, which names none. */
      isLocal: v.optional(v.boolean()),
    }),
  ),
  computer: v.nullable(
    v.object({
      id: v.string(),
      displayName: v.string(),
      hostName: text,
      userDisplayName: text,
      termsName: text,
      termsState: v.string(),
      macAddress: v.optional(text),
      teamViewerId: v.optional(text),
    }),
  ),
  participants: v.array(participantSchema),
  startedAt: v.number(),
  finishedAt: v.nullable(v.number()),
  updatedAt: v.number(),
  /** IANA name of the zone the times are to be shown in. */
  zone: v.string(),
  /** What the server measured; null where it gave none. */
  durationMs: v.nullable(v.number()),
  measuredMs: v.number(),
  customMs: v.nullable(v.number()),
  /** After the rule below, for the session by itself. */
  billableMs: v.number(),
  rule: roundingRuleSchema,
  /** Whether the rule was set for this client, rather than for all. */
  ruleIsClients: v.boolean(),
  /** A page over https; null where there is none, or none that may be opened. */
  commentsLink: text,
  /** Newest first. */
  changes: v.array(fieldChangeSchema),
  /** UTC ms at which it was found missing on the server; null while it is there. */
  vanishedAt: v.nullable(v.number()),
  /** Stays on this machine. */
  note: v.string(),
  exported: v.picklist(exportMarks),
  /** The newest first; only the newest ones where there are very many. */
  exports: v.array(sessionExportSchema),
});
export type SessionDetails = v.InferOutput<typeof sessionDetailsSchema>;
