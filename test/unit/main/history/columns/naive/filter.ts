import type { SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import { exportMarkWords } from '../../../../../../src/shared/exports/mark.ts';
import { fold } from '../../../../../../src/shared/history/fold.ts';
import { personKeyOf } from '../../../../../../src/shared/history/person-key.ts';
import { facetNames, type FacetName } from '../../../../../../src/shared/history/result.ts';
import type { SearchField } from '../../../../../../src/shared/history/search.ts';
import { openSetWords } from '../../../../../../src/shared/open-sets.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { techniciansOf, tookPart } from '../../../../../../src/shared/technician.ts';
import { measuredMs } from '../../../../../../src/shared/worktime.ts';
import { markOf } from '../support/marks.ts';

// Asked for again and again; sessions never change.
const technicianKeys = new WeakMap<Session, readonly string[]>();

/** What a session is filtered, counted and grouped by. */
export const keysOf: Readonly<Record<FacetName, (session: Session) => readonly string[]>> = {
  clients: (session) => [session.client?.folderId ?? ''],
  technicians(session) {
    const known = technicianKeys.get(session);
    if (known) return known;
    const keys = [...new Set(techniciansOf(session).map(personKeyOf))];
    if (keys.length === 0) keys.push('');
    technicianKeys.set(session, keys);
    return keys;
  },
  types: (session) => [session.type],
  states: (session) => [session.state],
  invoices: (session) => [session.invoiceState],
  exported: (session) => [markOf(session)],
};

/** Whether a session passes one of the filters. */
export function passes(session: Session, name: FacetName, asked: SearchRequest): boolean {
  const listed = keysOf[name](session).some((key) => asked[name].includes(key));
  if (name === 'technicians' && asked.mine !== null) return listed || tookPart(session, asked.mine);
  return asked[name].length === 0 || listed;
}

export function passesAll(session: Session, asked: SearchRequest): boolean {
  return facetNames.every((name) => passes(session, name, asked));
}

/** Whether a session is what was typed, of the period and long enough. */
export function isAsked(session: Session, { search, start, end }: SearchRequest): boolean {
  return (
    session.createdAt >= start &&
    session.createdAt < end &&
    (search.minMs === null || measuredMs(session) >= search.minMs) &&
    search.terms.every(
      ({ text, field, negated }) =>
        textsOf(session, field).some((of) =>
          // Of a mark one types the beginning.
          field === 'exported' ? fold(of).startsWith(text) : fold(of).includes(text),
        ) !== negated,
    )
  );
}

function textsOf(session: Session, field: SearchField): readonly string[] {
  const { client, computer, type, state, invoiceState } = session;
  switch (field) {
    case 'any':
      return [
        session.name,
        ...textsOf(session, 'client'),
        ...textsOf(session, 'computer'),
        ...textsOf(session, 'technician'),
      ];
    case 'client':
      return [client?.name ?? '', client?.number ?? ''];
    case 'computer':
      return [computer?.displayName ?? '', computer?.hostName ?? ''];
    case 'technician':
      return session.participants.flatMap((each) => [each.name ?? '', each.email ?? '']);
    case 'type':
      return [type, ...openSetWords('type', type)];
    case 'state':
      return [state, ...openSetWords('state', state)];
    case 'invoice':
      return [invoiceState, ...openSetWords('invoice', invoiceState)];
    case 'exported':
      return exportMarkWords[markOf(session)];
  }
}
