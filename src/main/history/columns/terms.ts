import type { SearchField, SearchTerm } from '../../../shared/history/search.ts';
import type { Slots } from './slots.ts';
import type { IdColumn, Rows } from './rows.ts';
import type { Hits } from './texts.ts';

type TextColumn = Exclude<IdColumn, 'pk'>;

const columnsOf: Readonly<Record<SearchField, readonly TextColumn[]>> = {
  any: ['name', 'client', 'computer', 'crew'],
  client: ['client'],
  computer: ['computer'],
  technician: ['crew'],
  type: ['type'],
  state: ['state'],
  invoice: ['invoice'],
};

/** Keeps of the slots those that a term holds for. It is looked up once per distinct text. */
export function keepMatching(rows: Rows, { field, text, negated }: SearchTerm, slots: Slots): void {
  const matched = new Uint8Array(slots.count);
  for (const column of columnsOf[field]) {
    const hits = hitsIn(rows, column, text);
    // A column at a time: short loops over few arrays run several times faster than one over all.
    if (hits.count > 0) mark(matched, slots, rows.arrays[column], hits.of);
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

function hitsIn({ dictionaries: d }: Rows, column: TextColumn, text: string): Hits {
  switch (column) {
    case 'name':
      return d.names.texts.hits(text);
    case 'client':
      return d.clients.texts.hits(text);
    case 'computer':
      return d.computers.texts.hits(text);
    case 'crew':
      return d.crews.hits(text);
    case 'type':
      return d.types.texts.hits(text);
    case 'state':
      return d.states.texts.hits(text);
    case 'invoice':
      return d.invoices.texts.hits(text);
  }
}
