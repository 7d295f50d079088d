import type { SearchField, SearchTerm } from '../../../shared/history/search.ts';
import type { IdColumn, Rows } from './rows.ts';

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

/** Whether what was typed is found in a session: each term is a bit, looked up once per distinct text. */
export function createMatcher(rows: Rows, terms: readonly SearchTerm[]): (slot: number) => boolean {
  if (terms.length === 0) return () => true;
  const d = rows.dictionaries;
  const texts: Record<TextColumn, () => readonly string[]> = {
    name: d.names.folded,
    client: d.clients.folded,
    computer: d.computers.folded,
    crew: d.crews.folded,
    type: d.types.folded,
    state: d.states.folded,
    invoice: d.invoices.folded,
  };
  const bits = new Map<TextColumn, Uint32Array>();
  let all = 0;
  let needed = 0;
  terms.forEach((term, place) => {
    all |= 1 << place;
    if (!term.negated) needed |= 1 << place;
    for (const column of columnsOf[term.field]) {
      const folded = texts[column]();
      const found = bits.get(column) ?? new Uint32Array(folded.length);
      bits.set(column, found);
      for (let id = 0; id < folded.length; id++)
        if ((folded[id] as string).includes(term.text))
          found[id] = (found[id] as number) | (1 << place);
    }
  });
  const looked = [...bits].map(([column, found]) => ({ ids: rows.arrays[column], found }));
  return (slot) => {
    let found = 0;
    for (const { ids, found: of } of looked) found |= of[ids[slot] as number] as number;
    return (found & all) === needed;
  };
}
