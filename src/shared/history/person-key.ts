import type { Participant } from '../session.ts';

/**
 * What tells one person from another: the e-mail address in lower case, else the user id, else the name;
 * empty where there is none of these.
 */
export function personKeyOf(person: Pick<Participant, 'name' | 'email' | 'userId'>): string {
  return person.email?.trim().toLowerCase() || person.userId || person.name?.trim() || '';
}

/** What a person is called: the name, else the e-mail address, else the user id. */
export function personLabelOf(person: Pick<Participant, 'name' | 'email' | 'userId'>): string {
  return person.name?.trim() || person.email?.trim() || person.userId || '';
}
