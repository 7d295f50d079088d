/** Slots that are narrowed down step by step; those kept stay in their order. */
export interface Slots {
  /** The first `count` of them count. */
  readonly slots: Uint32Array;
  readonly count: number;
  /** @param marks by place; slots with another mark go. */
  keep(marks: Uint8Array, mark: number): void;
  keepWhere(holds: (slot: number) => boolean): void;
  /** What was kept, to hold on to. */
  taken(): Uint32Array;
}

/** @param all is not written to. */
export function createSlots(all: Uint32Array): Slots {
  let slots = all;
  let count = all.length;
  // Others read from what was given, so the first step writes elsewhere; later ones write in place.
  const target = () => (slots === all ? new Uint32Array(count) : slots);
  return {
    get slots() {
      return slots;
    },
    get count() {
      return count;
    },
    keep(marks, mark) {
      const kept = target();
      let next = 0;
      for (let i = 0; i < count; i++) {
        kept[next] = slots[i] as number;
        next += Number(marks[i] === mark);
      }
      [slots, count] = [kept, next];
    },
    keepWhere(holds) {
      const kept = target();
      let next = 0;
      for (let i = 0; i < count; i++) {
        const slot = slots[i] as number;
        kept[next] = slot;
        next += Number(holds(slot));
      }
      [slots, count] = [kept, next];
    },
    taken: () => (slots.length === count ? slots : slots.slice(0, count)),
  };
}
