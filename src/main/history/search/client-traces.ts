import type { Contact } from '../../../shared/clients/client.ts';
import { newestFirst, noFilter } from '../../../shared/history/query.ts';
import type { Columns } from '../columns/types.ts';
import type { Store } from '../store/store.ts';
import { resolveQuery } from './resolve-query.ts';
import type { ClientTraces, Moment } from './types.ts';

/** Sessions that are looked through; a client's people of years ago are not its people. */
const latest = 200;
const mostContacts = 50;
const mostCompanies = 5;

/** What a client's latest sessions tell about who it is. Null where there is none. */
export function tracesOf(
  columns: Columns,
  store: Pick<Store, 'sessions' | 'rules'>,
  { now, zone }: Moment,
  client: string,
): ClientTraces | null {
  const filter = { ...noFilter, clients: [client] };
  const request = resolveQuery(
    { query: { filter, sort: newestFirst, group: 'none' }, now, zone, ownEmail: null },
    store.rules(),
  );
  const found = columns.search(request, () => false);
  const sessions = (found?.page(0, latest) ?? []).flatMap((line) =>
    line.kind === 'session' ? (store.sessions.at(line.pk)?.session ?? []) : [],
  );
  const [newest] = sessions;
  if (!newest) return null;
  const companies = new Map<string, number>();
  const contacts = new Map<string, Contact>();
  for (const { participants, companyUuid: own } of sessions) {
    const foreign = new Set(participants.map((person) => person.companyUuid));
    for (const uuid of foreign) {
      if (uuid !== null && uuid !== own) companies.set(uuid, (companies.get(uuid) ?? 0) + 1);
    }
    for (const { name, email, companyUuid } of participants) {
      const key = email?.trim().toLowerCase() ?? '';
      if (email === null || key === '' || contacts.has(key) || contacts.size === mostContacts)
        continue;
      contacts.set(key, { name, email: email.trim(), isColleague: companyUuid === own });
    }
  }
  return {
    name: newest.client?.name ?? '',
    number: newest.client?.number ?? null,
    isLocal: newest.client?.isLocal ?? false,
    companies: [...companies]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostCompanies)
      .map(([uuid]) => uuid),
    contacts: [...contacts.values()],
  };
}
