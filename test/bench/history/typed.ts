import type { SearchRequest } from '../../../src/main/history/columns/types.ts';
import { noBillingRules } from '../../../src/shared/billing/rule.ts';
import { parseSearch } from '../../../src/shared/history/parse.ts';
import { newestFirst } from '../../../src/shared/history/query.ts';
import { folderOfClient, newest } from './sample.ts';

const day = 86_400_000;

/** Clients and their towns, computers, colleagues, and what it was about. */
const words = [
  'steuerkanzlei',
  'bäckerei',
  'stadtwerke',
  'kowalski',
  'lüneburg',
  'pc-buchhaltung',
  'besprechung',
  'homeoffice',
  'böttcher',
  'claußen',
  'petersen',
  'drucker',
  'kennwort',
];

/** What stands in the search field while somebody types the words: from two letters on to seven. */
export const typed: readonly string[] = words.flatMap((word) =>
  [2, 3, 4, 5, 6, 7].map((length) => word.slice(0, length)),
);

/** What is chosen beside the search field. */
export interface Chosen {
  /** UTC ms. */
  readonly since: number | null;
  readonly client: string | null;
}

export const choices = {
  none: { since: null, client: null },
  period: { since: newest - 90 * day, client: null },
  client: { since: newest - 365 * day, client: folderOfClient(3) },
} satisfies Record<string, Chosen>;
export type ChoiceName = keyof typeof choices;
/** Processor time, ms, by what is chosen, in the order of {@link typed}. */
export type Taken = Readonly<Record<ChoiceName, readonly number[]>>;
export const choiceNames = ['none', 'period', 'client'] as const satisfies readonly ChoiceName[];

export function requestOf(text: string, { since, client }: Chosen = choices.none): SearchRequest {
  return {
    search: parseSearch(text, '2026-11-23'),
    start: since ?? -8.64e15,
    end: 8.64e15,
    clients: client === null ? [] : [client],
    technicians: [],
    mine: null,
    types: [],
    states: [],
    invoices: [],
    exported: [],
    sort: newestFirst,
    group: 'none',
    zone: 'Europe/Berlin',
    rules: noBillingRules,
  };
}
