import type { Participant, Session } from '../../../src/shared/session.ts';
import { buildClients, type Client, type Clients } from '../../sandbox/data/clients.ts';
import { mailbox, ownDomain, userId } from '../../sandbox/data/people.ts';
import { dice, uuid, type Dice } from '../../sandbox/data/random.ts';
import { englishTopics, firstNames, germanTopics, surnames } from '../../sandbox/data/words.ts';

const seed = 2026;
const minute = 60_000;
const companyUuid = uuid(seed, 1);
const companyLife = 6 * 365 * 24 * 60 * minute;

/** When the newest session of every sample began, UTC ms. */
export const newest = Date.UTC(2026, 10, 23, 16);

const clients = buildClients(seed, 2000);

/** 50 colleagues. */
const team: readonly Participant[] = Array.from({ length: 50 }, (_, at) => {
  const name = `${wordAt(firstNames, at)} ${wordAt(surnames, at * 7)}`;
  const email = `${mailbox(name)}@${ownDomain}`;
  return { name, email, userId: userId(seed, at), companyUuid, fields: { name, email } };
});

/** The folder of the client that comes n-th when they are sorted by their sessions. */
export function folderOfClient(nth: number): string {
  return clients.get(nth).folderId;
}

/**
 * The history of a system house over six years: 2,000 clients of which few have most sessions, 50 technicians,
 * some 16,000 computers, one to three participants; three names in ten have a ticket's number in them.
 *
 * @yields the sessions in batches, so that no more than a batch is in memory: the newest first, or the oldest
 */
export function* sampleHistory(
  count: number,
  first: 'newest' | 'oldest',
  batch = 1000,
): Generator<readonly Session[]> {
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from);
    yield Array.from({ length: size }, (_, at) =>
      sampleSession(first === 'newest' ? from + at : count - 1 - from - at, count, clients),
    );
  }
}

/** @param index 0 is the newest */
function sampleSession(index: number, count: number, { count: known, get }: Clients): Session {
  const chance = dice(seed, index);
  const createdAt = Math.floor(newest - ((index + chance.next()) * companyLife) / count);
  const durationMs = Math.floor(minute + 150 * minute * chance.next() ** 2 * chance.next());
  const finishedAt = createdAt + durationMs;
  const client = chance.chance(0.06) ? null : get(favourite(chance, known));
  const quarters = Math.ceil(durationMs / (15 * minute));
  const id = uuid(seed ^ 5, index);
  return {
    id,
    name: nameOf(client, chance, index),
    type: typeOf(chance.next()),
    state: chance.chance(0.97) ? 'Finished' : 'Interrupted',
    invoiceState: invoiceOf(chance.next()),
    client: client && { number: client.number, name: client.name, folderId: client.folderId },
    computer: client && chance.chance(0.96) ? computerOf(client, chance) : null,
    participants: participantsOf(client, chance),
    durationMs,
    customDurationMs: chance.chance(0.18) ? quarters * 15 * minute : null,
    commentsLink: chance.chance(0.3) ? `https://web.example/sessions/${id}/comments` : null,
    createdAt,
    finishedAt,
    lastUpdatedAt: finishedAt + Math.floor(chance.next() * 40 * 24 * 60 * minute),
    companyUuid,
  };
}

/** The n-th is asked for about 1/n as often as the first. */
function favourite(chance: Dice, count: number): number {
  return Math.min(count, Math.floor((count + 1) ** chance.next())) - 1;
}

function nameOf(client: Client | null, chance: Dice, index: number): string {
  const topic = chance.pick(client?.english ? englishTopics : germanTopics);
  return chance.chance(0.3) ? `#${20_000 + index} ${topic}` : topic;
}

function typeOf(share: number): string {
  if (share < 0.56) return 'AdHocSessionForSupporter';
  return share < 0.91 ? 'RemoteAccessSession' : 'RemoteOfficeSession';
}

function invoiceOf(share: number): string {
  if (share < 0.77) return 'Invoiced';
  return share < 0.94 ? 'NotRequired' : 'Open';
}

function computerOf(client: Client, chance: Dice): Session['computer'] {
  const { id, displayName, hostName, userName } = chance.pick(client.computers);
  return {
    id,
    displayName,
    hostName,
    userDisplayName: userName,
    termsName: null,
    termsState: 'Accepted',
  };
}

function participantsOf(client: Client | null, chance: Dice): readonly Participant[] {
  const people = new Set([colleague(chance)]);
  if (chance.chance(0.15)) people.add(colleague(chance));
  const guest = client && chance.chance(0.4) ? chance.pick(client.contacts).name : null;
  if (guest === null) return [...people];
  const fields = { name: guest };
  return [...people, { name: guest, email: null, userId: null, companyUuid: null, fields }];
}

function colleague(chance: Dice): Participant {
  const person = team[favourite(chance, team.length)];
  if (person === undefined) throw new Error('nobody works here');
  return person;
}

function wordAt(words: readonly string[], at: number): string {
  return words[at % words.length] ?? '';
}
