/** Slots told apart by the group they belong to, in the order they were added. */
export interface Members {
  add(group: number, slot: number): void;
  taken(): ReadonlyMap<number, Uint32Array>;
}

interface Growing {
  slots: Uint32Array;
  count: number;
}

export function createMembers(): Members {
  const groups = new Map<number, Growing>();
  // Days come in runs, so the group asked for is mostly the one before.
  let lastGroup = NaN;
  let last: Growing = { slots: new Uint32Array(0), count: 0 };
  return {
    add(group, slot) {
      if (group !== lastGroup) {
        last = groups.get(group) ?? { slots: new Uint32Array(8), count: 0 };
        groups.set(group, last);
        lastGroup = group;
      }
      if (last.count === last.slots.length) {
        const bigger = new Uint32Array(last.count * 2);
        bigger.set(last.slots);
        last.slots = bigger;
      }
      last.slots[last.count++] = slot;
    },
    taken: () =>
      new Map([...groups].map(([group, { slots, count }]) => [group, slots.slice(0, count)])),
  };
}
