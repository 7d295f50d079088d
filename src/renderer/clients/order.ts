import type { ClientEntry } from '../../shared/clients/client.ts';
import { fold } from '../../shared/history/fold.ts';

export const clientSorts = ['name', 'month', 'measured', 'open', 'last'] as const;
export type ClientSort = (typeof clientSorts)[number];

/** By what the list is sorted; names ascend unless turned round, figures descend. */
export interface ClientOrder {
  readonly by: ClientSort;
  readonly descending: boolean;
}

export const byName: ClientOrder = { by: 'name', descending: false };

const figures: Readonly<Record<Exclude<ClientSort, 'name'>, (entry: ClientEntry) => number>> = {
  month: ({ monthMs }) => monthMs,
  measured: ({ measuredMs }) => measuredMs,
  open: ({ openMs }) => openMs,
  last: ({ lastAt }) => lastAt,
};

/** The order after somebody chose a column: another one begins at its own end, the same one turns round. */
export function turned(order: ClientOrder, by: ClientSort): ClientOrder {
  return order.by === by
    ? { by, descending: !order.descending }
    : { by, descending: by !== 'name' };
}

/** Clients in an order; equals by name, and "without a client", which is none, always at the end. */
export function ordered(
  clients: readonly ClientEntry[],
  { by, descending }: ClientOrder,
  language: string,
): readonly ClientEntry[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = descending ? -1 : 1;
  const figure = by === 'name' ? null : figures[by];
  return [...clients].sort((a, b) => {
    if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
    const names = compare(a.name, b.name) || compare(a.key, b.key);
    return figure === null ? sign * names : sign * (figure(a) - figure(b)) || names;
  });
}

/**
 * Clients whose name and number hold every word of a text, whatever its case and accents.
 *
 * @param noClient what "without a client" is called, so that it can be found as well
 */
export function matching(
  clients: readonly ClientEntry[],
  text: string,
  noClient: string,
): readonly ClientEntry[] {
  const words = fold(text).split(' ').filter(Boolean);
  if (words.length === 0) return clients;
  return clients.filter(({ key, name, number }) => {
    const own = fold(`${key === '' ? noClient : name} ${number ?? ''}`);
    return words.every((word) => own.includes(word));
  });
}
