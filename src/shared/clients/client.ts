import * as v from 'valibot';
import { daySchema } from '../history/query.ts';

/** Weeks that a client's bars show; the last one is the current week. */
export const shownWeeks = 12;

/** Begins the keys of clients that only a local rule knows: no server has a folder of that name. */
export const localPrefix = 'local:';

/**
 * Names a client: its folder id, {@link localPrefix} and a name for one that only a rule knows, or the empty
 * key for sessions without a client.
 */
export const clientKeySchema = v.pipe(v.string(), v.maxLength(1000));

/** A client of the history, with what its sessions come to. Times UTC ms, durations ms. */
export const clientEntrySchema = v.object({
  key: clientKeySchema,
  /** The newest name it has; empty for "without a client". */
  name: v.string(),
  number: v.nullable(v.string()),
  /** Only local rules know it; the server never heard of it. */
  isLocal: v.boolean(),
  sessions: v.number(),
  running: v.number(),
  /** Measured time of everything held. */
  measuredMs: v.number(),
  /** Measured time of sessions that began in the current calendar month. */
  monthMs: v.number(),
  /** Sessions neither invoiced nor marked as not to be, and their billable time. */
  openSessions: v.number(),
  openMs: v.number(),
  /** When its last session began. */
  lastAt: v.number(),
  /** Measured time of each of the last {@link shownWeeks} weeks, the oldest first. */
  weeks: v.array(v.number()),
});
export type ClientEntry = v.InferOutput<typeof clientEntrySchema>;

export const clientListSchema = v.object({
  /** By name; "without a client", where there is such a session, comes last. */
  clients: v.array(clientEntrySchema),
  /** The Mondays that the weeks begin on, the oldest first. */
  weeks: v.array(daySchema),
});
export type ClientList = v.InferOutput<typeof clientListSchema>;

/** Someone with an e-mail address who took part in a client's sessions. */
export const contactSchema = v.object({
  name: v.nullable(v.string()),
  email: v.string(),
  /** Whether they work for the technician's own company. */
  isColleague: v.boolean(),
});
export type Contact = v.InferOutput<typeof contactSchema>;

/** One client and what its latest sessions tell about it. */
export const clientDetailsSchema = v.object({
  entry: clientEntrySchema,
  /** From the latest sessions, who was there last first. */
  contacts: v.array(contactSchema),
  /** The company id or uuid that a technician entered for it; null where none was. */
  enteredId: v.nullable(v.string()),
});
export type ClientDetails = v.InferOutput<typeof clientDetailsSchema>;
