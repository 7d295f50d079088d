import { mailbox, userId, type Person } from './people.ts';
import { dice, fraction, hash, uuid } from './random.ts';
import {
  cities,
  computerPlaces,
  englishCompanies,
  englishSurnames,
  firstNames,
  germanCompanies,
  streets,
  surnames,
} from './words.ts';

export interface Computer {
  readonly id: string;
  readonly displayName: string;
  readonly hostName: string | null;
  readonly mac: string | null;
  readonly teamViewerId: string | null;
  readonly userName: string | null;
}

export interface Client {
  readonly index: number;
  readonly name: string;
  /** The number our company gave it; null for a few. */
  readonly number: string | null;
  readonly folderId: string;
  readonly english: boolean;
  readonly companyId: string;
  readonly customerUuid: string;
  readonly city: string;
  readonly street: string;
  readonly contacts: readonly [Person, ...Person[]];
  readonly computers: readonly [Computer, ...Computer[]];
}

export interface Clients {
  readonly count: number;
  get(index: number): Client;
}

const salt = 0xc11e;

/** As many as a firm with that many sessions would have: 120, more only for very long histories. */
export function clientCount(sessions: number): number {
  return Math.min(2000, Math.max(120, Math.floor(sessions / 500)));
}

/** Clients are made when they are first asked for, and kept. */
export function buildClients(seed: number, count: number): Clients {
  const made = new Map<number, Client>();
  return {
    count,
    get: (index) => {
      const known = made.get(index);
      if (known !== undefined) return known;
      const client = makeClient(seed, index);
      made.set(index, client);
      return client;
    },
  };
}

function makeClient(seed: number, index: number): Client {
  const chance = dice(seed ^ salt, index);
  const english = index % 9 === 7;
  const surname = english ? chance.pick(englishSurnames) : chance.pick(surnames);
  const city = chance.pick(cities);
  // The patterns take turns, and a name that comes again is told apart by its town.
  const patterns = english ? englishCompanies : germanCompanies;
  const pattern = patterns[index % patterns.length] ?? patterns[0];
  const plain = pattern.replace('{name}', surname).replace('{city}', city);
  const name = index < 18 || pattern.includes('{city}') ? plain : `${plain}, ${city}`;
  const customerUuid = uuid(seed ^ salt, index, 1);
  const contact = (nth: number): Person => person(seed, index, nth, customerUuid, plain);
  const others = Array.from({ length: chance.int(1, 3) }, (_, nth) => contact(nth + 1));
  const contacts = [contact(0), ...others] as const;
  const numberText = String(((index * 37 + (seed % 89)) % 9901) + 17).padStart(5, '0');
  const computer = (nth: number): Computer => makeComputer(seed, index, nth, numberText, contacts);
  return {
    index,
    name,
    number: index % 17 === 13 ? null : numberText,
    folderId: uuid(seed ^ salt, index, 2),
    english,
    companyId: `C${String(100_000 + index)}`,
    customerUuid,
    city,
    street: `${chance.pick(streets)} ${chance.int(1, 90)}`,
    contacts,
    computers: [
      computer(0),
      ...Array.from({ length: chance.int(1, 13) }, (_, nth) => computer(nth + 1)),
    ],
  };
}

function person(
  seed: number,
  client: number,
  nth: number,
  companyUuid: string,
  company: string,
): Person {
  const chance = dice(seed ^ salt, client, 100 + nth);
  const firstName = chance.pick(firstNames);
  const lastName = chance.pick(surnames);
  const domain = mailbox(company).replaceAll('.', '-').slice(0, 40);
  return {
    userId: userId(seed, client, nth + 1),
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${mailbox(`${firstName} ${lastName}`)}@${domain}.example`,
    companyUuid,
  };
}

function makeComputer(
  seed: number,
  client: number,
  nth: number,
  number: string,
  contacts: readonly [Person, ...Person[]],
): Computer {
  const chance = dice(seed ^ salt, client, 200 + nth);
  const user = chance.pick(contacts);
  const place = computerPlaces[nth % computerPlaces.length] ?? computerPlaces[0];
  const isServer = place === 'Server';
  const names = [
    `${place} ${Math.floor(nth / computerPlaces.length) + 1}`,
    `PC-${place.toUpperCase()}-${String(nth + 1).padStart(2, '0')}`,
    `Laptop ${user.firstName} ${user.lastName}`,
  ] as const;
  const word = hash(seed ^ salt, client, 300 + nth);
  return {
    id: uuid(seed ^ salt, client, 400 + nth),
    displayName: isServer ? `SRV-${number}` : chance.pick(names),
    hostName: chance.chance(0.06) ? null : `${isServer ? 'SRV' : 'WS'}-${number}-${nth + 1}`,
    mac: chance.chance(0.1) ? null : macAddress(word),
    teamViewerId: chance.chance(0.7) ? null : String(100_000_000 + (word % 900_000_000)),
    userName: isServer ? null : user.name,
  };
}

function macAddress(word: number): string {
  const tail = word.toString(16).padStart(8, '0').match(/../g) ?? [];
  return ['02', '1a', ...tail].join(':');
}

/** Which client a session is for: a few call often, most seldom. */
export function clientFraction(seed: number, session: number): number {
  return fraction(seed ^ salt, session, 7);
}
