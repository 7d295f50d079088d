import type { RawClient, RawParticipant, RawSession, RawTarget } from '../types.ts';
import { clientFraction, type Client, type Computer } from './clients.ts';
import type { Company } from './company.ts';
import type { Person } from './people.ts';
import { dice, favouring, hash, uuidFrom, type Dice } from './random.ts';
import { strayComputer } from './strays.ts';
import type { Timeline } from './timeline.ts';
import { englishTopics, germanTopics } from './words.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Where comments are kept; the name does not exist. */
const commentsBase = 'https://web.pcvisit.example/comments/';

export interface Source {
  readonly seed: number;
  readonly company: Company;
  readonly timeline: Timeline;
}

/** An odd multiplier and its inverse modulo 2^32: ids look random and yet tell the index. */
const multiplier = 0x9e3779b1;
const inverse = 0x0e8b2f51;

export function sessionId(seed: number, index: number): string {
  const first = Math.imul(index ^ hash(seed, 0x1d), multiplier);
  return uuidFrom(first, hash(seed, index, 21), hash(seed, index, 22), hash(seed, index, 23));
}

/** The index a session's id was made from, or null where the id is none of this seed's. */
export function indexOfSession(seed: number, id: string): number | null {
  if (!/^[0-9a-f]{8}-/.test(id)) return null;
  const index = (Math.imul(parseInt(id.slice(0, 8), 16), inverse) ^ hash(seed, 0x1d)) >>> 0;
  return sessionId(seed, index) === id ? index : null;
}

/** The session with this index as it stands at `now` (UTC ms): a pure function of its arguments. */
export function makeSession(source: Source, index: number, now: number): RawSession {
  const { seed, company, timeline } = source;
  const chance = dice(seed, index, 31);
  const createdAt = timeline.createdAt(index);
  const end = endOf(timeline, index, createdAt, chance);
  const finished = end <= now;
  const type = typeOf(chance.next());
  const client = clientOf(source, index, chance);
  const technician = timeline.isOwn(index) ? company.team[0] : chance.pick(company.team);
  const second = chance.chance(0.08) ? chance.pick(company.team) : technician;
  const wait = Math.min(chance.int(4, 90) * 1000, Math.floor((end - createdAt) / 4));
  const joined = type === 'AdHocSessionForSupporter' ? createdAt + wait : createdAt;
  const attended = chance.chance(0.96);
  const computer = attended ? computerOf(source, index, client, chance) : null;
  const leftAt = finished ? end : null;
  const guest = attended ? guestOf(type, client, chance) : null;
  const participants: RawParticipant[] = [supporter(technician, createdAt, leftAt)];
  if (second !== technician) participants.push(supporter(second, joined, leftAt));
  if (guest !== null) participants.push({ ...guest, joinedAt: joined, leftAt });
  const measured = attended ? end - joined : 0;
  const edits = doneBy(now, editsOf(chance, end, measured, timeline.isFresh(index)));
  const id = sessionId(seed, index);
  return {
    clientCompany: client && folderOf(client),
    commentsLink: chance.chance(0.3) ? `${commentsBase}${id}` : null,
    customDuration: edits.customDuration,
    duration: finished ? measured : null,
    id,
    invoiceState: edits.invoiceState,
    lastUpdatedAt: Math.max(finished ? end : joined, edits.at),
    name: nameOf(client, chance, index),
    participants,
    sessionCompanyUuid: company.customerUuid,
    sessionCreatedAt: createdAt,
    sessionFinishedAt: leftAt,
    state: stateOf(finished, attended, chance),
    target: computer && targetOf(computer, type, guest?.name ?? null),
    type,
  };
}

function endOf(timeline: Timeline, index: number, createdAt: number, chance: Dice): number {
  const planned = timeline.plannedEnd(index);
  // Most last a quarter of an hour, a few half a day: a product of two chances has that long tail.
  const length = 40_000 + 150 * minute * chance.next() ** 2 * chance.next();
  if (planned !== null) return planned;
  const latest = Math.max(createdAt + 20_000, timeline.latestEnd(index));
  return Math.floor(Math.min(createdAt + length, latest));
}

function typeOf(share: number): string {
  if (share < 0.56) return 'AdHocSessionForSupporter';
  return share < 0.91 ? 'RemoteAccessSession' : 'RemoteOfficeSession';
}

function stateOf(finished: boolean, attended: boolean, chance: Dice): string {
  if (!finished) return attended ? 'Running' : 'AwaitingParticipant';
  return attended && !chance.chance(0.03) ? 'Finished' : 'Interrupted';
}

function clientOf({ seed, company }: Source, index: number, chance: Dice): Client | null {
  if (chance.chance(0.06)) return null;
  const { clients } = company;
  return clients.get(favouring(clientFraction(seed, index), clients.count));
}

function computerOf(
  { seed, company }: Source,
  index: number,
  client: Client | null,
  chance: Dice,
): Computer | null {
  return client ? chance.pick(client.computers) : strayComputer(seed, index, company.clients);
}

function folderOf(client: Client): RawClient {
  return {
    clientId: client.number,
    companyFolderDisplayName: client.name,
    companyFolderId: client.folderId,
  };
}

function supporter(person: Person, joinedAt: number, leftAt: number | null): RawParticipant {
  const { name, email, userId, companyUuid } = person;
  return { name, email, userId, companyUuid, role: 'Supporter', joinedAt, leftAt };
}

type Guest = Omit<RawParticipant, 'joinedAt' | 'leftAt'>;

/** Nobody sits at a computer that is reached by itself; who joins by a number has but a name. */
function guestOf(type: string, client: Client | null, chance: Dice): Guest | null {
  if (type === 'RemoteAccessSession') return null;
  const person = client && chance.pick(client.contacts);
  if (type === 'RemoteOfficeSession' && person !== null) {
    const { name, email, userId, companyUuid } = person;
    return { name, email, userId, companyUuid, role: 'Guest' };
  }
  const name = person?.name ?? `Gast ${chance.int(100, 999)}`;
  return { name, email: null, userId: null, companyUuid: null, role: 'Guest' };
}

function targetOf(computer: Computer, type: string, acceptedBy: string | null): RawTarget {
  const asked = type === 'AdHocSessionForSupporter';
  return {
    computerDisplayName: computer.displayName,
    computerHostName: computer.hostName,
    computerId: computer.id,
    computerMacAddress: computer.mac,
    computerTeamViewerId: computer.teamViewerId,
    computerUserDisplayName: computer.userName,
    termsAndConditionsNameUsedForAccepting: asked ? acceptedBy : null,
    termsAndConditionsRequestState: asked ? 'Accepted' : 'NotRequested',
  };
}

function nameOf(client: Client | null, chance: Dice, index: number): string {
  const topic = chance.pick(client?.english ? englishTopics : germanTopics);
  const ticket = chance.chance(0.3) ? `#${20_000 + index} ` : '';
  return `${ticket}${topic}`;
}

interface Edits {
  readonly customDuration: number | null;
  readonly customAt: number;
  readonly invoiceState: string;
  readonly invoiceAt: number;
}

/**
 * What the office does afterwards in the web app: a rounded duration soon, the invoice later. Fresh
 * sessions are handled within minutes, more often than others, so that one can watch it.
 */
function editsOf(chance: Dice, end: number, measured: number, fresh: boolean): Edits {
  const rounded = Math.ceil(measured / (15 * minute)) * 15 * minute;
  const custom = chance.chance(fresh ? 0.35 : 0.18);
  const nothing = chance.chance(0.04);
  const customAfter = fresh ? chance.int(1, 6) : chance.int(5, 3000);
  const invoiced = chance.chance(0.82);
  const handled = chance.chance(fresh ? 0.35 : 0.94);
  const invoiceAfter = fresh ? chance.int(2, 12) * minute : chance.int(2, 38) * day;
  return {
    customDuration: custom ? (nothing ? 0 : rounded) : null,
    customAt: end + customAfter * minute,
    invoiceState: invoiced ? 'Invoiced' : 'NotRequired',
    invoiceAt: handled ? end + invoiceAfter : Infinity,
  };
}

/** How things stand at `now`, and when the last edit was made; 0 where none was yet. */
function doneBy(now: number, edits: Edits) {
  const custom = edits.customDuration !== null && edits.customAt <= now;
  const invoice = edits.invoiceAt <= now;
  return {
    customDuration: custom ? edits.customDuration : null,
    invoiceState: invoice ? edits.invoiceState : 'Open',
    at: Math.max(custom ? edits.customAt : 0, invoice ? edits.invoiceAt : 0),
  };
}
