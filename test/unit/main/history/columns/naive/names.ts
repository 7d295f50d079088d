import { techniciansIn, type Entry } from './order.ts';

export interface Labels {
  readonly clients: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, string | null>;
  readonly technicians: ReadonlyMap<string, string>;
}

const collator = new Intl.Collator('de', { numeric: true });

/** What clients and technicians are called: as in the newest session held that names them. */
export function labelsOf(newestFirst: readonly Entry[]): Labels {
  const clients = new Map([['', '']]);
  const numbers = new Map<string, string | null>([['', null]]);
  const technicians = new Map<string, string>();
  for (const [, session] of newestFirst) {
    const { folderId, name, number } = session.client ?? { folderId: '', name: '', number: null };
    if (!clients.has(folderId)) clients.set(folderId, name);
    if (!numbers.has(folderId)) numbers.set(folderId, number);
    for (const [key, label] of techniciansIn(session))
      if (!technicians.has(key)) technicians.set(key, label);
  }
  return { clients, numbers, technicians };
}

interface Named {
  readonly key: string;
  readonly label: string;
}

export function byName(a: Named, b: Named): number {
  if (a.key === b.key) return 0;
  return collator.compare(a.label, b.label) || (a.key < b.key ? -1 : 1);
}
