import type { SearchRequest } from '../../../../../../src/main/history/columns/types.ts';
import type { BillingRules } from '../../../../../../src/shared/billing/rule.ts';
import { personKeyOf, personLabelOf } from '../../../../../../src/shared/history/person-key.ts';
import type { HistoryColumn } from '../../../../../../src/shared/history/query.ts';
import type { Session } from '../../../../../../src/shared/session.ts';
import { techniciansOf } from '../../../../../../src/shared/technician.ts';
import { measuredMs } from '../../../../../../src/shared/worktime.ts';
import { billableOfOne } from './billing.ts';

export type Entry = readonly [pk: number, session: Session];

const collator = new Intl.Collator('de', { numeric: true });

export function newestFirst(entries: Iterable<Entry>): readonly Entry[] {
  return [...entries].sort(([a, left], [b, right]) => right.createdAt - left.createdAt || b - a);
}

/** What is newest first, by a column; what has no value there comes last either way. */
export function inOrder(found: readonly Entry[], asked: SearchRequest): readonly Entry[] {
  const { column, descending } = asked.sort;
  const valued = found.map((entry) => ({ entry, value: valueOf[column](entry[1], asked.rules) }));
  const sign = descending ? -1 : 1;
  return valued
    .sort(({ value: a }, { value: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return (
        sign * (typeof a === 'string' ? collator.compare(a, String(b)) : compare(a, Number(b)))
      );
    })
    .map(({ entry }) => entry);
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const valueOf: Readonly<
  Record<HistoryColumn, (session: Session, rules: BillingRules) => number | string | null>
> = {
  date: ({ createdAt }) => createdAt,
  start: ({ createdAt }) => createdAt,
  end: ({ finishedAt }) => finishedAt,
  updated: ({ lastUpdatedAt }) => lastUpdatedAt,
  measured: (session) => (session.finishedAt === null ? null : measuredMs(session)),
  custom: ({ customDurationMs }) => customDurationMs,
  billable: (session, rules) =>
    session.finishedAt === null ? null : billableOfOne(session, rules),
  name: ({ name }) => textOrNone(name),
  type: ({ type }) => textOrNone(type),
  state: ({ state }) => textOrNone(state),
  invoice: ({ invoiceState }) => textOrNone(invoiceState),
  client: ({ client }) => textOrNone(client?.name),
  clientNumber: ({ client }) => textOrNone(client?.number),
  computer: ({ computer }) => textOrNone(computer?.displayName),
  technician: (session) => textOrNone([...techniciansIn(session).values()].join(', ')),
};

function textOrNone(text: string | null | undefined): string | null {
  return text?.trim() ? text : null;
}

/** The technicians of a session by their keys, with what they are called there; '' where nobody is. */
export function techniciansIn(session: Session): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const person of techniciansOf(session)) {
    const key = personKeyOf(person);
    if (!labels.has(key)) labels.set(key, key === '' ? '' : personLabelOf(person));
  }
  return labels.size === 0 ? new Map([['', '']]) : labels;
}
