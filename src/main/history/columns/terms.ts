import type { SearchField, SearchTerm } from '../../../shared/history/search.ts';
import { kindsWith } from './kinds.ts';
import type { IdColumn, Rows } from './rows.ts';
import type { Slots } from './slots.ts';
import type { Hits } from './texts.ts';

type Dictionaries = Rows['dictionaries'];
type LookUp = (dictionaries: Dictionaries, text: string) => Hits;

const name: LookUp = ({ names }, text) => names.texts.hits(text);
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
};

/** Keeps of the slots those that a term holds for. It is looked up once per distinct text. */
export function keepMatching(rows: Rows, { field, text, negated }: SearchTerm, slots: Slots): void {
  const matched = slots.marks();
  for (const [column, lookUp] of Object.entries(lookUps[field])) {
    const hits = lookUp(rows.dictionaries, text);
    // A column at a time: short loops over few arrays run several times faster than one over all.
    if (hits.count > 0) mark(matched, slots, rows.arrays[column as IdColumn], hits.of);
  }
  slots.keep(matched, negated ? 0 : 1);
}

function mark(
  matched: Uint8Array,
  { slots, count }: Slots,
  ids: Uint32Array,
  of: Uint8Array,
): void {
  for (let i = 0; i < count; i++)
    matched[i] = (matched[i] as number) | (of[ids[slots[i] as number] as number] as number);
}
