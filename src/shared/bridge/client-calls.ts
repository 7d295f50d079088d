import * as v from 'valibot';
import { clientDetailsSchema, clientKeySchema, clientListSchema } from '../clients/client.ts';
import { companyIdSchema, imprintStateSchema } from '../clients/imprint.ts';
import { localPreviewSchema, localRulesSchema } from '../clients/local-rule.ts';
import {
  emailSchema,
  knownPersonSchema,
  personStateSchema,
  tokenPayloadSchema,
  userIdSchema,
} from '../clients/person.ts';
import { outcome } from './outcome.ts';

const nothing = v.optional(v.undefined());
/** Null is the technician's own company. */
const clientOrOwn = v.object({ client: v.nullable(v.pipe(clientKeySchema, v.nonEmpty())) });

/** What Clients and People may ask main for: name → request and response. */
export const clientCalls = {
  'clients.list': { request: nothing, response: outcome(clientListSchema) },
  /** Null where the history holds no session of it. */
  'clients.read': {
    request: v.object({ client: clientKeySchema }),
    response: outcome(v.nullable(clientDetailsSchema)),
  },
  /**
   * What is held, at once and offline too. Where that is older than a day the server is asked afterwards, and
   * `clients.changed` tells when it has answered.
   */
  'clients.imprint': { request: clientOrOwn, response: outcome(imprintStateSchema) },
  /** Asks the server, however fresh what is held; answers with what is known then. */
  'clients.refreshImprint': { request: clientOrOwn, response: outcome(imprintStateSchema) },
  /** Sets the company id or uuid to look up a client's imprint by (null takes it away), and looks it up. */
  'clients.setCompanyId': {
    request: v.object({
      client: v.pipe(clientKeySchema, v.nonEmpty()),
      id: v.nullable(companyIdSchema),
    }),
    response: outcome(imprintStateSchema),
  },
  /** Asks where to, and saves the card as a vCard. @returns the file's name; null where that was called off. */
  'clients.saveCard': { request: clientOrOwn, response: outcome(v.nullable(v.string())) },
  /** The rules that give sessions without a client one, on this machine alone. */
  'clients.rules': { request: nothing, response: outcome(localRulesSchema) },
  'clients.setRules': { request: localRulesSchema, response: outcome(localRulesSchema) },
  /** What rules would do if they were set. */
  'clients.previewRules': { request: localRulesSchema, response: outcome(localPreviewSchema) },

  /**
   * What is held where that is younger than a day, unless `fresh` is wanted; else the server's answer, or, where it
   * cannot be asked, what it last said.
   */
  'people.find': {
    request: v.object({ email: emailSchema, fresh: v.optional(v.boolean(), false) }),
    response: outcome(personStateSchema),
  },
  'people.saveCard': {
    request: v.object({ email: emailSchema }),
    response: outcome(v.nullable(v.string())),
  },
  /** Whom the history knows by an account, colleagues first. */
  'people.known': { request: nothing, response: outcome(v.array(knownPersonSchema)) },
  /** Neither stored nor logged; the page forgets it when it is left. */
  'people.tokenPayload': {
    request: v.object({ userId: userIdSchema }),
    response: outcome(tokenPayloadSchema),
  },
} as const;

export const clientEvents = {
  /** What is known of a client's imprint has changed; null is the own company's. */
  'clients.changed': v.object({ client: v.nullable(v.string()) }),
} as const;
