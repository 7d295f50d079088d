import type { Rows } from './rows.ts';

/** The slots of every session held, newest first, brought up to date when it is asked for. */
export interface Order {
  readonly size: number;
  put(pk: number, slot: number): void;
  remove(pk: number): void;
  slots(): Uint32Array;
}

/** Later beginnings first, then higher rows. */
function comparer({ arrays: { created, pk } }: Rows) {
  return (a: number, b: number): number =>
    (created[b] as number) - (created[a] as number) || (pk[b] as number) - (pk[a] as number);
}

export function createOrder(rows: Rows): Order {
  // By row: the slot and one, or 0.
  let slotOfPk = new Uint32Array(1024);
  let merged = new Uint32Array(0);
  let added: number[] = [];
  let size = 0;
  let isStale = false;
  const isHeld = (slot: number) => slotOfPk[rows.arrays.pk[slot] as number] === slot + 1;
  return {
    get size() {
      return size;
    },
    put(pk, slot) {
      if (pk >= slotOfPk.length) {
        const bigger = new Uint32Array(Math.ceil((pk + 1) * 1.25));
        bigger.set(slotOfPk);
        slotOfPk = bigger;
      }
      if (slotOfPk[pk] === 0) size++;
      slotOfPk[pk] = slot + 1;
      added.push(slot);
      isStale = true;
    },
    remove(pk) {
      if ((slotOfPk[pk] ?? 0) === 0) return;
      slotOfPk[pk] = 0;
      size--;
      isStale = true;
    },
    slots() {
      if (!isStale) return merged;
      const compare = comparer(rows);
      const fresh = Uint32Array.from(added.filter(isHeld)).sort(compare);
      const next = new Uint32Array(size);
      let count = 0;
      let place = 0;
      for (const slot of merged) {
        if (!isHeld(slot)) continue;
        while (place < fresh.length && compare(fresh[place] as number, slot) < 0)
          next[count++] = fresh[place++] as number;
        next[count++] = slot;
      }
      while (place < fresh.length) next[count++] = fresh[place++] as number;
      merged = next;
      added = [];
      isStale = false;
      return merged;
    },
  };
}
