import * as v from 'valibot';
import type { Participant, Session } from '../../shared/session.ts';
import { wellFormedFields } from './json.ts';
import { numberOf } from './numbers.ts';
import { readParticipant, type ParticipantReader } from './participants.ts';

/** Generous bounds that only keep nonsense out: what is within them is kept as it came. */
const longestId = 1_000;
const longestText = 65_536;
/** The last instant a Date can hold, ms. */
const lastInstant = 8.64e15;
const mostParticipants = 10_000;

function isInstant(value: unknown): boolean {
  const number = numberOf(value);
  return number >= 0 && number <= lastInstant;
}

/** A careless server's negative one is kept as it is: whoever counts time knows what to make of it. */
function isDuration(value: unknown): boolean {
  return Math.abs(numberOf(value)) <= Number.MAX_SAFE_INTEGER;
}

const toWellFormed = (text: string): string => (text.isWellFormed() ? text : text.toWellFormed());
const toMs = (value: number | string): number => Math.round(Number(value));

/** Names of opaque things: never empty. */
const id = v.pipe(
  v.string('no text'),
  v.nonEmpty('empty'),
  v.maxLength(longestId, 'too long'),
  v.transform(toWellFormed),
);
const text = v.pipe(
  v.string('no text'),
  v.maxLength(longestText, 'too long'),
  v.transform(toWellFormed),
);
const maybeText = v.nullish(text, null);
/** The company's own client number: a scalar of its own, so it might come as a number. */
const clientNumber = v.nullish(v.union([text, v.pipe(v.number(), v.transform(String))]), null);
const instant = v.pipe(
  v.custom<number | string>(isInstant, 'no time in UTC ms'),
  v.transform(toMs),
);
const duration = v.nullish(
  v.pipe(v.custom<number | string>(isDuration, 'no duration in ms'), v.transform(toMs)),
  null,
);

const client = v.object(
  { clientId: clientNumber, companyFolderDisplayName: text, companyFolderId: id },
  'no object',
);

const target = v.object(
  {
    computerId: id,
    computerDisplayName: text,
    computerHostName: maybeText,
    computerUserDisplayName: maybeText,
    termsAndConditionsNameUsedForAccepting: maybeText,
    termsAndConditionsRequestState: id,
    computerMacAddress: v.optional(maybeText),
    computerTeamViewerId: v.optional(maybeText),
  },
  'no object',
);

/** One `SessionProtocolNode`. Enums are open sets: any word will do. */
const nodeSchema = v.object(
  {
    cursor: v.union([id, v.pipe(v.number(), v.transform(String))], 'no cursor'),
    value: v.object(
      {
        id,
        name: text,
        type: id,
        state: id,
        invoiceState: id,
        duration,
        customDuration: duration,
        commentsLink: maybeText,
        sessionCreatedAt: instant,
        sessionFinishedAt: v.nullish(instant, null),
        lastUpdatedAt: instant,
        sessionCompanyUuid: id,
        clientCompany: v.nullish(client, null),
        target: v.nullish(target, null),
        participants: v.optional(
          v.pipe(
            v.array(v.looseObject({}, 'no object'), 'no list'),
            v.maxLength(mostParticipants, 'too long'),
          ),
        ),
      },
      'no object',
    ),
  },
  'no object',
);

type Node = v.InferOutput<typeof nodeSchema>;

export type ReadNode =
  | { readonly ok: true; readonly session: Session; readonly cursor: string }
  | { readonly ok: false; readonly reason: string };

/** One wrong field is enough to set a session aside; the rest need not be looked at. */
const config = { abortEarly: true, abortPipeEarly: true } as const;

/**
 * Reads one session off the wire. Numbers may come as their decimal text.
 *
 * @param reader null where participants were not asked for.
 * @returns for an unreadable one, which field was wrong and how, in words for the log: never its value.
 */
export function readNode(node: unknown, reader: ParticipantReader | null): ReadNode {
  const result = v.safeParse(nodeSchema, node, config);
  if (!result.success) {
    const [issue] = result.issues;
    const how = issue.input === undefined ? 'missing' : issue.message;
    return { ok: false, reason: `${v.getDotPath(issue) ?? 'node'}: ${how}` };
  }
  const { value, cursor } = result.output;
  if (reader && !value.participants) return { ok: false, reason: 'value.participants: missing' };
  return { ok: true, cursor, session: toSession(value, reader) };
}

function toSession(value: Node['value'], reader: ParticipantReader | null): Session {
  return {
    id: value.id,
    name: value.name,
    type: value.type,
    state: value.state,
    invoiceState: value.invoiceState,
    client: value.clientCompany && {
      number: value.clientCompany.clientId,
      name: value.clientCompany.companyFolderDisplayName,
      folderId: value.clientCompany.companyFolderId,
    },
    computer: value.target && toComputer(value.target),
    participants: reader ? toParticipants(value.participants ?? [], reader) : [],
    durationMs: value.duration,
    customDurationMs: value.customDuration,
    commentsLink: value.commentsLink,
    createdAt: value.sessionCreatedAt,
    finishedAt: value.sessionFinishedAt,
    lastUpdatedAt: value.lastUpdatedAt,
    companyUuid: value.sessionCompanyUuid,
  };
}

function toComputer(value: v.InferOutput<typeof target>): NonNullable<Session['computer']> {
  const computer = {
    id: value.computerId,
    displayName: value.computerDisplayName,
    hostName: value.computerHostName,
    userDisplayName: value.computerUserDisplayName,
    termsName: value.termsAndConditionsNameUsedForAccepting,
    termsState: value.termsAndConditionsRequestState,
  };
  // Only where they were asked for; see the setting `deviceIds`.
  if (value.computerMacAddress === undefined) return computer;
  return {
    ...computer,
    macAddress: value.computerMacAddress,
    teamViewerId: value.computerTeamViewerId ?? null,
  };
}

function toParticipants(values: readonly object[], reader: ParticipantReader): Participant[] {
  return values.map((value) => readParticipant(wellFormedFields(value), reader));
}
