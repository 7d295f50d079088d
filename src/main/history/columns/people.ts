import { fold } from '../../../shared/history/fold.ts';
import { personKeyOf, personLabelOf } from '../../../shared/history/person-key.ts';
import type { Session } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';

export type Person = readonly [name: string | null, email: string | null, userId: string | null];

/** The people of a session; `technicians` are places in `people`. */
export interface Crew {
  readonly people: readonly Person[];
  readonly technicians: readonly number[];
}

export function crewOf(session: Session): Crew {
  const technicians = new Set(techniciansOf(session));
  return {
    people: session.participants.map((p) => [p.name, p.email, p.userId] as const),
    technicians: session.participants.flatMap((p, place) => (technicians.has(p) ? [place] : [])),
  };
}

const identity = ([name, email, userId]: Person) => ({ name, email, userId });

/** The distinct person keys of a crew's technicians with what they are called; one empty key where none. */
export function techniciansIn(crew: Crew): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const place of crew.technicians) {
    const person = identity(crew.people[place] ?? [null, null, null]);
    const key = personKeyOf(person);
    if (!found.has(key)) found.set(key, key === '' ? '' : personLabelOf(person));
  }
  return found.size === 0 ? new Map([['', '']]) : found;
}

/** Whether someone with the address, trimmed and in lower case, took part. */
export function includesAddress(crew: Crew, address: string): boolean {
  return crew.people.some(([, email]) => email?.toLowerCase() === address);
}

export function foldedCrew(crew: Crew): string {
  return crew.people
    .flatMap(([name, email]) => [name, email])
    .map((text) => fold(text ?? ''))
    .join('\n');
}
