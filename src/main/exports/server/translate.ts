import { localPrefix } from '../../../shared/clients/client.ts';
import { noBillingRules } from '../../../shared/billing/rule.ts';
import type { Untranslatable } from '../../../shared/exports/server.ts';
import type { HistoryColumn, HistoryQuery, HistorySort } from '../../../shared/history/query.ts';
import { tokenise } from '../../../shared/history/tokenise.ts';
import { resolveQuery } from '../../history/search/resolve-query.ts';
import type { Question } from '../../history/search/types.ts';
import { allOf, idsIn, oneOf } from '../../pcvisit/filtrex.ts';
import type { ExportQuery } from '../../pcvisit/types.ts';

type Selection = Pick<ExportQuery, 'from' | 'to' | 'filter' | 'search' | 'sort'>;

export interface Translation {
  readonly selection: Selection;
  /** What the selection does not say, or not as exactly. */
  readonly untranslated: readonly Untranslatable[];
}

const paths: Readonly<Partial<Record<HistoryColumn, string>>> = {
  date: 'sessionCreatedAt',
  start: 'sessionCreatedAt',
  end: 'sessionFinishedAt',
  client: 'clientCompany.companyFolderDisplayName',
  clientNumber: 'clientCompany.clientId',
  computer: 'target.computerDisplayName',
  name: 'name',
  type: 'type',
  state: 'state',
  measured: 'duration',
  custom: 'customDuration',
  invoice: 'invoiceState',
  updated: 'lastUpdatedAt',
};

/**
 * A question as the API can be asked it: period and days as a time frame, clients, types and states as filtrex, words
 * as its search. What it cannot be told is named.
 *
 * @param directions the server's own names for how to sort; empty where they are not known
 */
export function translate(question: Question, directions: readonly string[]): Translation {
  const { filter, sort } = question.query;
  const { search, start, end } = resolveQuery(question, noBillingRules);
  const words = wordsOf(filter.text);
  const served = filter.clients.filter((key) => key !== '' && !key.startsWith(localPrefix));
  const sorted = sortFor(sort, directions);
  const narrows = filter.clients.length > 0;
  const untranslated: readonly (Untranslatable | false)[] = [
    search.terms.some((term) => !term.negated && term.field === 'any') && 'words',
    search.terms.some((term) => !term.negated && term.field !== 'any') && 'fieldWords',
    search.terms.some((term) => term.negated) && 'notWords',
    search.minMs !== null && 'least',
    filter.technicians.length > 0 && 'technicians',
    filter.clients.includes('') && 'noClient',
    filter.clients.some((key) => key.startsWith(localPrefix)) && 'localClients',
    filter.exported.length > 0 && 'exported',
    sorted === null && 'sort',
  ];
  return {
    selection: {
      from: Math.abs(start) < 8.64e15 ? start : null,
      to: Math.abs(end) < 8.64e15 ? end - 1 : null,
      filter: allOf([
        // Clients that only this machine knows would make any list of the others too short.
        ...(narrows && served.length === filter.clients.length
          ? [oneOf('clientCompany.companyFolderId', served)]
          : []),
        ...(filter.types.length > 0 ? [oneOf('type', filter.types)] : []),
        ...(filter.states.length > 0 ? [oneOf('state', filter.states)] : []),
        ...(filter.invoices.length > 0 ? [oneOf('invoiceState', filter.invoices)] : []),
      ]),
      search: words === '' ? null : words,
      sort: sorted,
    },
    untranslated: untranslated.filter((each) => each !== false),
  };
}

/** The same selection, but of these very sessions. Their order is the server's. */
export function byIds(
  { selection, untranslated }: Translation,
  ids: readonly string[],
): Translation {
  return {
    selection: { ...selection, filter: idsIn(ids), search: null },
    untranslated: exactBut(untranslated),
  };
}

/** What stays untranslated where sessions are asked for by their ids: nothing but their order. */
export function exactBut(untranslated: readonly Untranslatable[]): readonly Untranslatable[] {
  return untranslated.filter((each) => each === 'sort');
}

/** Words to be found anywhere, as they were typed. */
function wordsOf(text: HistoryQuery['filter']['text']): string {
  return tokenise(text)
    .filter(({ name, negated, value }) => name === null && !negated && value !== '')
    .map(({ value }) => value)
    .join(' ');
}

/**
 * Of the two directions the reference names one, `Asc`; the other one is what else the server has.
 *
 * @returns null where the server cannot be told
 */
function sortFor(
  { column, descending }: HistorySort,
  directions: readonly string[],
): Selection['sort'] {
  const path = paths[column];
  const others = directions.filter((each) => each !== 'Asc');
  const direction = descending ? (others.length === 1 ? others[0] : undefined) : 'Asc';
  return path === undefined || direction === undefined ? null : { path, direction };
}
