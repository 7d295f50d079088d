import type { SearchField, SearchTerm } from '../../../shared/history/search.ts';
import { kindsMarked, kindsWith } from './kinds.ts';
import type { IdColumn, Rows } from './rows.ts';
import type { Slots } from './slots.ts';
import type { Hits } from './texts.ts';

type Dictionaries = Rows['dictionaries'];
type LookUp = (dictionaries: Dictionaries, text: string) => Hits;

const name: LookUp = ({ names }, text) => names.hits(text);
const client: LookUp = ({ clients }, text) => clients.texts.hits(text);
const computer: LookUp = ({ computers }, text) => computers.texts.hits(text);
const crew: LookUp = ({ people }, text) => people.hits(text);

/** The columns that a field looks into. */
const lookUps: Readonly<Record<SearchField, Readonly<Partial<Record<IdColumn, LookUp>>>>> = {
  any: { name, client, computer, crew },
  client: { client },
  computer: { computer },
  technician: { crew },
  type: { kind: ({ kinds }, text) => kindsWith(kinds.values, 'type', text) },
  state: { kind: ({ kinds }, text) => kindsWith(kinds.values, 'state', text) },
  invoice: { kind: ({ kinds }, text) => kindsWith(kinds.values, 'invoice', text) },
  exported: { kind: ({ kinds }, text) => kindsMarked(kinds.values, text) },
};

/** Keeps of the slots those that a term holds for. It is looked up once per distinct text. */
export function keepMatching(rows: Rows, { field, text, negated }: SearchTerm, slots: Slots): void {
  const found = Object.entries(lookUps[field]).map(([column, lookUp]) => ({
    ids: rows.arrays[column as IdColumn],
    hits: lookUp(rows.dictionaries, text),
  }));
  const isEverywhere = found.some(({ hits }) => hits.count === hits.of.length);
  if (isEverywhere && !negated) return;
  const marks = found
    .filter(({ hits }) => hits.count > 0)
    .map(({ ids, hits }) => ({ ids, of: hits.of }));
  slots.keep(marks, negated ? 0 : 1);
}
