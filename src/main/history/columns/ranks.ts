import { merge } from './merge.ts';

const collator = new Intl.Collator('de', { numeric: true });

/**
 * Ranks texts the way people expect names to be sorted, from 1. Those that sort alike share a rank; empty ones
 * have none (NaN).
 *
 * @param size texts there are; only ever more, and the new ones are merged in.
 * @returns gives the ranks, by the texts' numbers.
 */
export function createRanks(
  size: () => number,
  textOf: (id: number) => string,
): () => Float64Array {
  const distinct: string[] = [];
  const ids = new Map<string, number>();
  /** By text: which of the distinct ones it is. */
  const distinctOf: number[] = [];
  let order = new Uint32Array(0);
  let ranks = new Float64Array(0);
  const compare = (a: number, b: number) =>
    collator.compare(distinct[a] as string, distinct[b] as string);
  const idOf = (text: string): number => {
    let id = ids.get(text);
    if (id === undefined) ids.set(text, (id = distinct.push(text) - 1));
    return id;
  };
  const rankDistinct = (): Float64Array => {
    const rankOf = new Float64Array(distinct.length);
    let rank = 0;
    order.forEach((id, place) => {
      if (place === 0 || compare(order[place - 1] as number, id) !== 0) rank++;
      rankOf[id] = distinct[id]?.trim() === '' ? NaN : rank;
    });
    return rankOf;
  };
  return () => {
    if (distinctOf.length === size()) return ranks;
    const known = distinct.length;
    for (let id = distinctOf.length; id < size(); id++) distinctOf.push(idOf(textOf(id)));
    const fresh = Array.from({ length: distinct.length - known }, (_, i) => known + i);
    order = merge(order, fresh.sort(compare), [], compare);
    const rankOf = rankDistinct();
    ranks = Float64Array.from(distinctOf, (id) => rankOf[id] as number);
    return ranks;
  };
}
