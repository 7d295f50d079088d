import { uuid } from './random.ts';

/** A technician of the sandbox's own company, or someone who works for a client. */
export interface Person {
  readonly userId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly name: string;
  readonly email: string;
  readonly companyUuid: string;
}

const team = [
  ['Katrin', 'Lübbers', 'katrin.luebbers'],
  ['Jörg', 'Weiß', 'joerg.weiss'],
  ['Aylin', 'Demir', 'aylin.demir'],
  ['Sebastian', 'Großkopf', 'sebastian.grosskopf'],
  ['Małgorzata', 'Nowak', 'malgorzata.nowak'],
  ['Oliver', 'Bennett', 'oliver.bennett'],
  ['Sören', 'Claußen', 'soeren.claussen'],
  ['Mai', 'Nguyen', 'mai.nguyen'],
] as const;

/** Names that end in `.example` never exist. */
export const ownDomain = 'elbmarsch-it.example';

/** The technicians; the first is the one the user token belongs to. */
export function technicians(seed: number, companyUuid: string): readonly [Person, ...Person[]] {
  const people = team.map(([firstName, lastName, mailbox], index) => ({
    userId: userId(seed, index),
    firstName,
    lastName,
    name: `${firstName} ${lastName}`,
    email: `${mailbox}@${ownDomain}`,
    companyUuid,
  }));
  const [own, ...others] = people;
  if (own === undefined) throw new Error('a team has at least one technician');
  return [own, ...others];
}

/** Ids of people look as those of Auth0 do. */
export function userId(seed: number, a: number, b = 0): string {
  return `auth0|${uuid(seed ^ 0x7070, a, b)
    .replaceAll('-', '')
    .slice(0, 24)}`;
}

/** A mailbox of letters that every mail server takes. */
export function mailbox(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFD');
  return plain.replaceAll(/[^a-z]+/g, '.').replaceAll(/\.(?=\.|$)|^\./g, '');
}
