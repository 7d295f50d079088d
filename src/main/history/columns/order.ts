import { merge } from './merge.ts';
import type { Rows } from './rows.ts';

/** The slots of every session held, newest first, brought up to date when it is asked for. */
export interface Order {
  readonly size: number;
  put(pk: number, slot: number): void;
  remove(pk: number): void;
  slots(): Uint32Array;
  /** The slot of a row; -1 where it is not held. */
  slotOf(pk: number): number;
}

/** Later beginnings first, then higher rows. */
function comparer({ arrays: { created, pk } }: Rows) {
  return (a: number, b: number): number =>
    (created[b] as number) - (created[a] as number) || (pk[b] as number) - (pk[a] as number);
}

/** @param rows those there are already are held, each session in one slot. */
export function createOrder(rows: Rows): Order {
  // By row: the slot and one, or 0.
  let slotOfPk = new Uint32Array(1024);
  let merged = new Uint32Array(0);
  /** Slots filled since, and those of before that are no longer held. */
  let added: number[] = [];
  let gone: number[] = [];
  /** Slots from here on came after what is merged. */
  let mergedTo = 0;
  let size = 0;
  const slotOf = (pk: number): number => (slotOfPk[pk] ?? 0) - 1;
  const leave = (slot: number) => {
    if (slot < mergedTo) gone.push(slot);
  };
  const hold = (pk: number, slot: number) => {
    if (pk >= slotOfPk.length) {
      const bigger = new Uint32Array(Math.ceil((pk + 1) * 1.125));
      bigger.set(slotOfPk);
      slotOfPk = bigger;
    }
    slotOfPk[pk] = slot + 1;
  };
  const order: Order = {
    slotOf,
    get size() {
      return size;
    },
    put(pk, slot) {
      const before = slotOf(pk);
      if (before < 0) size++;
      else leave(before);
      hold(pk, slot);
      added.push(slot);
    },
    remove(pk) {
      const before = slotOf(pk);
      if (before < 0) return;
      leave(before);
      slotOfPk[pk] = 0;
      size--;
    },
    slots() {
      if (added.length === 0 && gone.length === 0) return merged;
      const compare = comparer(rows);
      // Arrays sort what is nearly sorted faster than typed arrays do.
      const fresh = added
        .filter((slot) => slotOf(rows.arrays.pk[slot] as number) === slot)
        .sort(compare);
      merged = merge(merged, fresh, gone.sort(compare), compare);
      [added, gone, mergedTo] = [[], [], rows.length];
      return merged;
    },
  };
  for (let slot = 0; slot < rows.length; slot++) hold(rows.arrays.pk[slot] as number, slot);
  merged = allInOrder(rows);
  mergedTo = size = rows.length;
  return order;
}

/** Every slot; rows that were kept come in order already. */
function allInOrder(rows: Rows): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(rows.length);
  const compare = comparer(rows);
  let isInOrder = true;
  for (let slot = 0; slot < slots.length; slot++) {
    slots[slot] = slot;
    isInOrder &&= slot === 0 || compare(slot - 1, slot) < 0;
  }
  return isInOrder ? slots : slots.sort(compare);
}

/** Where in the order, newest first, sessions begin that began before an instant. */
export function firstBefore(order: Uint32Array, created: Float64Array, instant: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((created[order[middle] as number] as number) < instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
