import type { HistorySort } from '../../../shared/history/query.ts';
import type { Billing } from './billable.ts';
import { techniciansIn } from './people.ts';
import type { Rows } from './rows.ts';

const collator = new Intl.Collator('de', { numeric: true });

/** Slots by a column; equal ones stay as they came, and those without a value go last either way. */
export function sorted(
  rows: Rows,
  found: Uint32Array,
  sort: HistorySort,
  billing: Billing,
): Uint32Array {
  const { column } = sort;
  if ((column === 'date' || column === 'start') && sort.descending) return found;
  const ranks = ranksOf(rows, found, column, billing);
  let most = 0;
  for (const rank of ranks) if (rank > most) most = rank;
  // Rank 0 is no value.
  const placeOf = (rank: number) => (rank === 0 ? most : sort.descending ? most - rank : rank - 1);
  const starts = new Uint32Array(most + 2);
  for (const rank of ranks) {
    const next = placeOf(rank) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let i = 1; i < starts.length; i++)
    starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  const result = new Uint32Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const place = placeOf(ranks[i] as number);
    const at = starts[place] as number;
    result[at] = found[i] as number;
    starts[place] = at + 1;
  }
  return result;
}

function ranksOf(
  rows: Rows,
  found: Uint32Array,
  column: HistorySort['column'],
  billing: Billing,
): Uint32Array {
  const { arrays: a, dictionaries: d } = rows;
  const ended = (of: (slot: number) => number) => (slot: number) =>
    rows.isRunning(slot) ? NaN : of(slot);
  const numbers = (of: (slot: number) => number) => numberRanks(found, of);
  const texts = <T>(ids: Uint32Array, values: readonly T[], of: (value: T) => string) => {
    const ranks = textRanks(values.map(of));
    return Uint32Array.from(found, (slot) => ranks[ids[slot] as number] as number);
  };
  const same = (text: string) => text;
  switch (column) {
    case 'date':
    case 'start':
      return numbers((slot) => a.created[slot] as number);
    case 'end':
      return numbers((slot) => a.finished[slot] as number);
    case 'updated':
      return numbers((slot) => a.updated[slot] as number);
    case 'custom':
      return numbers((slot) => a.custom[slot] as number);
    case 'measured':
      return numbers(ended((slot) => rows.measured(slot)));
    case 'billable':
      return numbers(ended(billing.ofSession));
    case 'name':
      return texts(a.name, d.names.values, same);
    case 'type':
      return texts(a.type, d.types.values, same);
    case 'state':
      return texts(a.state, d.states.values, same);
    case 'invoice':
      return texts(a.invoice, d.invoices.values, same);
    case 'client':
      return texts(a.client, d.clients.values, ([, name]) => name);
    case 'clientNumber':
      return texts(a.client, d.clients.values, ([, , number]) => number ?? '');
    case 'computer':
      return texts(a.computer, d.computers.values, ([displayName]) => displayName);
    case 'technician':
      return texts(a.crew, d.crews.values, (crew) => [...techniciansIn(crew).values()].join(', '));
  }
}

function numberRanks(found: Uint32Array, of: (slot: number) => number): Uint32Array {
  const values = Float64Array.from(found, of);
  const distinct = values.toSorted();
  let count = 0;
  for (const value of distinct)
    if (value === value && (count === 0 || distinct[count - 1] !== value))
      distinct[count++] = value;
  return Uint32Array.from(values, (value) => {
    if (value !== value) return 0;
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((distinct[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  });
}

function textRanks(texts: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(texts.length);
  const ids = texts.map((_, id) => id).filter((id) => texts[id]?.trim() !== '');
  ids.sort((a, b) => collator.compare(texts[a] as string, texts[b] as string));
  let rank = 0;
  ids.forEach((id, place) => {
    const before = texts[ids[place - 1] ?? -1];
    if (before === undefined || collator.compare(before, texts[id] as string) !== 0) rank++;
    ranks[id] = rank;
  });
  return ranks;
}
